// What all articles together say of an actor, counted: an article that comes or goes is added or taken off, however
// many others name the actor.
import type { ActorId, ActorMentions } from "../types.js"
import { push } from "./derived-graph.js"
import { actorOf, type Row } from "./rows.js"

/** Facts, each a JSON list that begins with its kind, and how often they are told; none is told zero times. */
export type Tally = Map<string, number>

type Fact = [
  kind: "kind" | "name" | "alias" | "state" | "role" | "represents" | "part of",
  ...parts: string[],
]

/** The tallies of these rows alone. */
export const tallyOf = (rows: Row[]): Map<ActorId, Tally> => retally(new Map(), [], rows)

/** The tallies once `gone` are taken off and `come` are added; an actor that nothing is told of has an empty one. */
export function retally(tallies: Map<ActorId, Tally>, gone: Row[], come: Row[]): Map<ActorId, Tally> {
  const changed = new Map([...tallies].map(([actor, tally]) => [actor, new Map(tally)]))
  const count = (rows: Row[], sign: 1 | -1): void => {
    for (const row of rows) {
      const actor = actorOf(row.key)
      if (actor === undefined) continue
      const tally = changed.get(actor) ?? new Map<string, number>()
      changed.set(actor, tally)
      addMentions(tally, row.value as ActorMentions, sign)
    }
  }
  count(gone, -1)
  count(come, 1)
  return changed
}

const MENTIONS = JSON.stringify(["mentions"])

function addMentions(tally: Tally, mentions: ActorMentions, sign: 1 | -1): void {
  const add = (fact: string, times: number): void => {
    const sum = (tally.get(fact) ?? 0) + sign * times
    if (sum === 0) tally.delete(fact)
    else tally.set(fact, sum)
  }
  for (const fact of factsOf(mentions)) add(JSON.stringify(fact), 1)
  add(MENTIONS, mentions.count)
}

function factsOf({ kind, name, aliases, state, roles, partOf }: ActorMentions): Fact[] {
  const offices = new Map(roles.map(({ role, of }) => [of, role]))
  return [
    ["kind", kind],
    ["name", name],
    ...aliases.map((alias): Fact => ["alias", alias]),
    ...(state === null ? [] : [["state", state] as Fact]),
    ...roles.map(({ role }): Fact => ["role", role]),
    ...[...offices].map(([of, role]): Fact => ["represents", of, role]),
    ...(partOf === null ? [] : [["part of", partOf] as Fact]),
  ]
}

/** Facts without their kind, and how often each is told. */
export type Told = { parts: string[]; times: number }[]

/** The facts by their kinds. */
export function toldOf(tally: Tally): (kind: Fact[0]) => Told {
  const facts = new Map<string, Told>()
  for (const [fact, times] of tally) {
    const [kind, ...parts] = JSON.parse(fact) as [string, ...string[]]
    push(facts, kind, { parts, times })
  }
  return (kind) => facts.get(kind) ?? []
}

/** How often the actor is mentioned in all. */
export const countMentions = (tally: Tally): number => tally.get(MENTIONS) ?? 0

/** Equal tallies have equal texts. */
export const writeTally = (tally: Tally): string =>
  JSON.stringify([...tally].sort(([a], [b]) => (a < b ? -1 : 1)))

/** The inverse of `writeTally`. */
export const readTally = (text: string): Tally => new Map(JSON.parse(text) as [string, number][])
