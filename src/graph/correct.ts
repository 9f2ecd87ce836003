// What an article says once a person's decisions are heard: pure, so that taking one back restores it.
import type { ActorId, ActorMentions, Contribution, Report, Role } from "../types.js"
import type { Meant, Rulings } from "./decisions.js"
import { push } from "./derived-graph.js"
import { eventDay, eventId } from "./ids.js"
import { decisionKey, type Row, toRows } from "./rows.js"

export interface Corrected {
  contribution: Contribution
  /** Ids of the decisions that bear on it; none where it stands as it was. */
  by: string[]
}

/** A contribution that no decision bears on. */
export const asTold = (contribution: Contribution): Corrected => ({ contribution, by: [] })

/** The rows of a contribution as it is corrected, one more for each decision that bears on it. */
export function rowsOf({ contribution, by }: Corrected): Row[] {
  const article = contribution.article.id
  return [
    ...toRows(contribution),
    ...by.map((id): Row => ({ key: decisionKey(id), article, position: 0, value: null })),
  ]
}

/** Puts whom it means in the place of whom it names. */
export function correct(contribution: Contribution, rulings: Rulings): Corrected {
  if (rulings.isEmpty) return asTold(contribution)
  const { article } = contribution
  const by = new Set<string>()
  const known = new Map<ActorId, Meant | { id: null }>()
  const meant: MeantOf = (actor) => {
    const earlier = known.get(actor)
    if (earlier !== undefined) return earlier
    const found = rulings.meant(article.id, actor)
    for (const decision of found.by) by.add(decision)
    known.set(actor, found)
    return found
  }
  const actors = correctActors(contribution.actors, meant)
  const reports = contribution.reports.flatMap((report) => correctReport(report, contribution, meant))
  return by.size === 0
    ? asTold(contribution)
    : { contribution: { article, actors, reports }, by: [...by].sort() }
}

type MeantOf = (actor: ActorId) => Meant | { id: null }

function correctActors(actors: ActorMentions[], meant: MeantOf): ActorMentions[] {
  const groups = new Map<ActorId, ActorMentions[]>()
  const names = new Map<ActorId, string>()
  for (const actor of actors) {
    const found = meant(actor.id)
    if (found.id === null) continue
    push(groups, found.id, found.isOther && found.id !== actor.id ? asSaid(actor, actors) : actor)
    if (found.name !== undefined) names.set(found.id, found.name)
  }
  return [...groups].map(([id, group]) => join(id, group, names.get(id), meant))
}

/**
 * What the article's own words say of somebody who turns out to be another: offices, names and state that were known of
 * whom it was taken for are left out.
 */
function asSaid(actor: ActorMentions, actors: ActorMentions[]): ActorMentions {
  const surfaces = Object.keys(actor.surfaces)
  const isSaid = (words: string): boolean => surfaces.some((surface) => holdsInOrder(surface, words))
  const aliases = actor.aliases.filter(isSaid)
  const roles = actor.roles.filter(({ role }) => isSaid(role))
  const holders = roles.flatMap(({ of }) => actors.find(({ id }) => id === of) ?? [])
  return {
    ...actor,
    // Becomes an alias beside the name that the split gives.
    name: isSaid(actor.name) ? actor.name : (aliases[0] ?? actor.name),
    aliases,
    state: holders.flatMap(({ state }) => state ?? [])[0] ?? null,
    roles,
    partOf: null,
  }
}

/** "the Ruritanian foreign minister" holds "Foreign Minister", and "the minister of Ruritania for trade" "minister for trade". */
function holdsInOrder(text: string, part: string): boolean {
  const wanted = wordsOf(part)
  let at = 0
  for (const word of wordsOf(text)) if (word === wanted[at]) at++
  return at === wanted.length
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** All that an article says of one actor under several ids. */
function join(id: ActorId, group: ActorMentions[], name: string | undefined, meant: MeantOf): ActorMentions {
  const own = group.find((actor) => actor.id === id)
  const first = own ?? (group[0] as ActorMentions)
  const inOrder = [first, ...group.filter((actor) => actor !== first)]
  const surfaces: Record<string, number> = {}
  for (const actor of inOrder) {
    for (const [surface, count] of Object.entries(actor.surfaces))
      surfaces[surface] = (surfaces[surface] ?? 0) + count
  }
  const whole = inOrder.flatMap(({ partOf }) => partOf ?? []).map((partOf) => meant(partOf).id)
  return {
    ...first,
    id,
    name: name ?? first.name,
    aliases: [...new Set([...inOrder.flatMap((actor) => actor.aliases), ...former(inOrder, name)])],
    state: inOrder.flatMap(({ state }) => state ?? [])[0] ?? null,
    roles: rolesOf(id, inOrder, meant),
    partOf: whole.find((partOf) => partOf !== null && partOf !== id) ?? null,
    count: inOrder.reduce((sum, { count }) => sum + count, 0),
    first: Math.min(...inOrder.map((actor) => actor.first)),
    surfaces,
  }
}

/** The names that another one takes the place of. */
const former = (group: ActorMentions[], name: string | undefined): string[] =>
  name === undefined && group.length === 1 ? [] : group.map((actor) => actor.name)

function rolesOf(id: ActorId, group: ActorMentions[], meant: MeantOf): Role[] {
  const roles = new Map<string, Role>()
  for (const { role, of } of group.flatMap((actor) => actor.roles)) {
    const holder = meant(of).id
    if (holder !== null && holder !== id) roles.set(JSON.stringify([role, holder]), { role, of: holder })
  }
  return [...roles.values()]
}

/** None where both its parties are nobody, or one and the same by what was decided. */
function correctReport(report: Report, { article }: Contribution, meant: MeantOf): Report[] {
  const partyOf = (actor: ActorId | null): ActorId | null => (actor === null ? null : meant(actor).id)
  const [source, target] = [partyOf(report.source), partyOf(report.target)]
  const isSame = source === report.source && target === report.target
  const isOne = source === target && report.source !== report.target
  if (isOne || (!isSame && source === null && target === null)) return []
  const day = eventDay(report.date, article)
  const id = isSame ? report.id : eventId(report.type, source, target, day)
  const evidence = report.evidence.map((item) => ({ ...item, attribution: partyOf(item.attribution) }))
  return [{ ...report, id, source, target, evidence }]
}
