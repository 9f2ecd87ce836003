// The trail of opened details and the selection it means.
export type { Detail, Selected, Trail } from "./types.js"
export { back, edgeId, follow, selectedIn } from "./utils.js"
