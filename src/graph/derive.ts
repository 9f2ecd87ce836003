// The graph as a function of its contributions: nodes and relationships of the touched keys, from their rows.
import type { ActorMentions, Properties, Report } from "../types.js"
import { compare, type DerivedGraph, emptyGraph, mostFrequent, present, push } from "./derived-graph.js"
import { deriveEvents, type SourcedReport } from "./events.js"
import { contentId } from "./ids.js"
import { type ArticleRow, articleKey, type Row } from "./rows.js"

/**
 * Derives what stands under `keys` (all keys when left out). `rows` must hold every stored row of these keys,
 * and the articles that they come from.
 */
export function derive(rows: Row[], keys?: string[]): DerivedGraph {
  const graph = emptyGraph()
  const articles = new Map<string, ArticleRow>()
  const byKey = new Map<string, Row[]>()
  for (const row of rows) {
    push(byKey, row.key, row)
    if (row.key === articleKey(row.article)) articles.set(row.article, row.value as ArticleRow)
  }
  const wanted = keys === undefined ? undefined : new Set(keys)
  for (const [key, list] of byKey) {
    if (wanted?.has(key) === false) continue
    const inOrder = list.sort((a, b) => compare(a.article, b.article) || a.position - b.position)
    if (key.startsWith("article ")) addArticle(graph, inOrder[0]?.value as ArticleRow)
    else if (key.startsWith("actor ")) addActor(graph, inOrder)
    else {
      const reports = inOrder.map(({ article, value }): SourcedReport => {
        return { report: value as Report, article: articles.get(article) as ArticleRow }
      })
      deriveEvents(reports, graph)
    }
  }
  return graph
}

function addArticle(graph: DerivedGraph, article: ArticleRow): void {
  const { id, ...properties } = article
  graph.nodes.set(id, { id, labels: ["Article"], properties: present({ id, ...properties }) })
}

function addActor(graph: DerivedGraph, rows: Row[]): void {
  const mentions = rows.map((row) => row.value as ActorMentions)
  const [{ id, kind }] = mentions as [ActorMentions]
  const properties: Properties = {
    id,
    name: mostFrequent(mentions.map((mention) => mention.name)) as string,
    aliases: [...new Set(mentions.flatMap((mention) => mention.aliases))].sort(compare),
    state: mostFrequent(mentions.flatMap((mention) => mention.state ?? [])) ?? null,
    mentions: mentions.reduce((sum, mention) => sum + mention.count, 0),
    roles: [...new Set(mentions.flatMap((mention) => mention.roles.map((role) => role.role)))].sort(compare),
  }
  graph.nodes.set(id, { id, labels: ["Actor", kind], properties: present(properties) })
  for (const row of rows) addMentions(graph, row.article, row.value as ActorMentions)
  addHolders(graph, id, mentions)
}

function addMentions(graph: DerivedGraph, article: string, actor: ActorMentions): void {
  const properties: Properties = {
    count: actor.count,
    surfaces: Object.keys(actor.surfaces).sort(compare),
    first: actor.first,
  }
  addRelationship(graph, "MENTIONS", article, actor.id, properties)
}

/** REPRESENTS and PART_OF, with how many articles say so and the role that most of them give. */
function addHolders(graph: DerivedGraph, id: string, mentions: ActorMentions[]): void {
  const roles = new Map<string, string[]>()
  const wholes: string[] = []
  for (const mention of mentions) {
    const said = new Map(mention.roles.map(({ role, of }) => [of, role]))
    for (const [of, role] of said) push(roles, of, role)
    if (mention.partOf !== null) wholes.push(mention.partOf)
  }
  for (const [of, said] of roles) {
    addRelationship(graph, "REPRESENTS", id, of, {
      role: mostFrequent(said) as string,
      articles: said.length,
    })
  }
  for (const whole of new Set(wholes)) {
    addRelationship(graph, "PART_OF", id, whole, {
      articles: wholes.filter((other) => other === whole).length,
    })
  }
}

/** Adds a relationship of which there is one between two nodes. */
function addRelationship(
  graph: DerivedGraph,
  type: string,
  source: string,
  target: string,
  properties: Properties,
): void {
  const id = contentId(type.toLowerCase(), [source, target])
  graph.relationships.set(id, { id, type, source, target, properties: present({ id, ...properties }) })
}
