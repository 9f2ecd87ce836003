// Words that tell events of two types: "air strikes" are no protest, a plane shot down is no plan shot down.
import { eventType } from "../../ontology.js"
import type { EventType, Sentence } from "../../types.js"
import type { Frames } from "./frames.js"
import type { Match } from "./match.js"

/** By how much the learned reader must prefer the other type: chosen on the development half and the passages. */
const LEAD = 0.6

/** Of each type those that share words with it: "strike", "shoot down", "break off", "embrace", "call", "brand". */
const SHARING = new Map<EventType, EventType[]>([
  ["PROTESTED", ["ATTACKED"]],
  ["REJECTED", ["ATTACKED", "SANCTIONED"]],
  ["THREATENED", ["SANCTIONED"]],
  ["SUPPORTED", ["MET"]],
  ["URGED", ["CALLED"]],
  ["ACCUSED", ["CONDEMNED"]],
  ["CONSULTED", ["MET"]],
])

/** The match with the other type of its word, where the learned reader is sure of that one. */
export function retyped(sentence: Sentence, match: Match, frames: Frames): Match {
  const { frame, trigger } = match
  const scoreOf = (type: EventType): number =>
    sentence.triggers.find((reading) => reading.token === trigger && reading.type === type)?.score ?? 0
  const type = SHARING.get(frame.type)?.find((other) => scoreOf(other) - scoreOf(frame.type) >= LEAD)
  const isKept = frame.isUsers || type === undefined || frames.replaced.has(type)
  if (isKept || (type === "MET" && isWithState(match))) return match
  return { ...match, frame: { ...frame, type, cameo: eventType(type).cameo } }
}

/** Whom one meets is a person or a body; talks with a state are a contact. */
const isWithState = ({ source, target }: Match): boolean =>
  [source, target].some((party) => party?.actor.startsWith("state:"))
