// Reads files as Gephi does and prints each as JSON: [[id, attributes]], [[id, source, target, attributes]].
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class ReadGephi {
  public static void main(String[] paths) throws Exception {
    List<Object> graphs = new ArrayList<>();
    for (String path : paths) graphs.add(read(new File(path)));
    new PrintStream(System.out, false, StandardCharsets.UTF_8).append(json(graphs)).flush();
    System.exit(0);
  }

  static List<Object> read(File file) throws Exception {
    Workspace workspace = service(ProjectController.class).openNewWorkspace();
    ImportController importer = service(ImportController.class);
    Container container = importer.importFile(file);
    container.getLoader().setAllowAutoNode(false);
    // "Don't merge" in its dialogue: two events of the same parties are two edges.
    container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    container.getLoader().setAutoScale(false);
    importer.process(container, new DefaultProcessor(), workspace);
    for (Issue issue : (Iterable<Issue>) () -> container.getReport().getIssues(Integer.MAX_VALUE))
      throw new IllegalStateException(file + ": " + issue.getMessage());

    Graph graph = service(GraphController.class).getGraphModel(workspace).getGraph();
    List<Object> nodes = new ArrayList<>();
    for (Node node : graph.getNodes()) {
      Map<String, Object> found = attributes(node);
      found.put("position", List.of(node.x(), node.y()));
      nodes.add(List.of(node.getId(), found));
    }
    List<Object> edges = new ArrayList<>();
    for (Edge edge : graph.getEdges()) {
      if (!edge.isDirected()) throw new IllegalStateException(edge.getId() + ": has no direction");
      edges.add(List.of(edge.getId(), edge.getSource().getId(), edge.getTarget().getId(), attributes(edge)));
    }
    return List.of(nodes, edges);
  }

  static <T> T service(Class<T> type) {
    return Lookup.getDefault().lookup(type);
  }

  /** By the names that its data laboratory shows, without what Gephi itself keeps. */
  static Map<String, Object> attributes(Element element) {
    Table table = element.getTable();
    Map<String, Object> found = new LinkedHashMap<>();
    for (Column column : table) {
      Object value = element.getAttribute(column);
      if (!column.isProperty() && value != null) found.put(column.getTitle(), value);
    }
    if (element.getLabel() != null) found.put("label", element.getLabel());
    return found;
  }

  static String json(Object value) {
    StringBuilder text = new StringBuilder();
    if (value instanceof List<?> items) {
      for (Object item : items) text.append(text.isEmpty() ? "" : ",").append(json(item));
      return "[" + text + "]";
    }
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet())
        text.append(text.isEmpty() ? "" : ",").append(json(entry.getKey()) + ":" + json(entry.getValue()));
      return "{" + text + "}";
    }
    if (value instanceof Number || value instanceof Boolean) return value.toString();
    for (char character : value.toString().toCharArray())
      text.append(character < ' ' || character == '"' || character == '\\'
        ? String.format("\\u%04x", (int) character)
        : character);
    return '"' + text.toString() + '"';
  }
}
