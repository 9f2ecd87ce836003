// The canvas graph: its attributes, and how server data becomes it.
export type {
  CanvasGraph,
  EdgeAttributes,
  NodeAttributes,
  ResultEdge,
  ResultGraph,
  ResultNode,
} from "./types.js"
export { addToCanvas, mergeViews, toResultGraph } from "./utils.js"
