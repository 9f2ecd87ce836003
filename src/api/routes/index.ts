// Every route of the API, in the order in which the document lists them.
import type { Route } from "../route.js"
import { actor, neighbourhood } from "./actors.js"
import { article, articles } from "./articles.js"
import { events } from "./events.js"
import { exported } from "./export.js"
import { graph } from "./graph.js"
import { ontology, stats } from "./overview.js"
import { queries, query } from "./query.js"
import { search } from "./search.js"
import { decide, decisions, release, retract, sources, undecide, upsert } from "./store.js"

export const ROUTES: Route[] = [
  graph,
  actor,
  neighbourhood,
  search,
  events,
  articles,
  article,
  stats,
  ontology,
  queries,
  query,
  exported,
  sources,
  upsert,
  release,
  retract,
  decide,
  decisions,
  undecide,
]
