"""Reads an export as its users do and prints it as JSON: [[id, attributes]], [[id, source, target, attributes]]."""
import csv
import json
import sys
from pathlib import Path


def networkx(read):
    graph = read()
    edges = [[key, source, target, found] for source, target, key, found in graph.edges(keys=True, data=True)]
    return [[node, found] for node, found in graph.nodes(data=True)], edges


def graphml(path):
    import networkx as nx
    return networkx(lambda: nx.read_graphml(path, force_multigraph=True))


def gexf(path):
    import networkx as nx
    return networkx(lambda: nx.MultiDiGraph(nx.read_gexf(path)))


def tables(path):
    csv.field_size_limit(sys.maxsize)
    nodes, edges = [], []
    for file in sorted(Path(path).glob("*.csv")):
        with open(file, newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                found = {name: value for name, value in row.items() if value != ""}
                if "source" in row:
                    edges.append([found.pop("id"), found.pop("source"), found.pop("target"), found])
                else:
                    nodes.append([found.pop("id"), found])
    return nodes, edges


print(json.dumps({"graphml": graphml, "gexf": gexf, "csv": tables}[sys.argv[1]](sys.argv[2])))
