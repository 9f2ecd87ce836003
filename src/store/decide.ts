// From a correction as a person words it, of what the graph shows, to a decision that holds whatever is loaded.
import { AppError } from "../errors.js"
import { type Decision, decisionId, type Ruling } from "../graph/decisions.js"
import { eventDay } from "../graph/ids.js"
import { nameKey, slug } from "../pipeline/resolve/spelling.js"
import type { ActorId, ActorSummary } from "../types.js"
import type { WriteTransaction } from "./driver.js"
import { nearestActors } from "./nearest.js"
import type { ReadModel } from "./read-model.js"
import type { Decider, DecisionRequest } from "./types.js"

type Reading = Pick<WriteTransaction, "contributionsOf" | "decisions">

/** Throws `NOT_FOUND` where what it is about is not there, `BAD_USAGE` where it cannot be or is decided already. */
export async function toDecision(
  request: DecisionRequest,
  { author, reason }: Decider,
  model: ReadModel,
  transaction: Reading,
): Promise<Decision> {
  const ruling = await toRuling(request, model, transaction)
  const id = decisionId(ruling)
  const earlier = (await transaction.decisions()).find((decision) => decision.id === id)
  if (earlier !== undefined) {
    throw new AppError(
      "BAD_USAGE",
      `${earlier.author} has decided this (${id}: ${earlier.reason}). Take it back first: chancery undecide ${id}`,
    )
  }
  return { id, ruling, author, reason, decided: new Date().toISOString() }
}

async function toRuling(request: DecisionRequest, model: ReadModel, transaction: Reading): Promise<Ruling> {
  if (request.kind === "reject-event") return rejection(request.event, model, transaction)
  const actor = find(model, request.actor)
  switch (request.kind) {
    case "merge": {
      const into = find(model, request.into)
      if (into.id === actor.id) throw new AppError("BAD_USAGE", `${actor.id}: is merged with itself.`)
      checkKinds(actor, into)
      return { kind: "merge", actor: actor.id, into: into.id, name: await nameOf(into, transaction) }
    }
    case "split": {
      await checkNamed(actor.id, request.article, transaction)
      const other = model.actors.get(request.into) ?? newcomer(actor, request.into, model)
      checkKinds(actor, other)
      if (other.id === actor.id)
        throw new AppError("BAD_USAGE", `${actor.id}: give another name than its own.`)
      const name = await nameOf(other, transaction)
      return { kind: "split", actor: actor.id, article: request.article, into: other.id, name }
    }
    case "rename":
      return { kind: "rename", actor: actor.id, name: request.name, former: actor.name }
    case "reject-mention":
      await checkNamed(actor.id, request.article, transaction)
      return { kind: "reject-mention", actor: actor.id, article: request.article }
  }
}

type Named = Pick<ActorSummary, "id" | "kind" | "name">

/** What it is called where no decision gives it another name: that one may be taken back. */
async function nameOf({ id, name }: Named, transaction: Reading): Promise<string> {
  for (const { ruling } of await transaction.decisions())
    if (ruling.kind === "rename" && ruling.actor === id) return ruling.former
  return name
}

function checkKinds(actor: Named, other: Named): void {
  if (actor.kind === other.kind) return
  throw new AppError(
    "BAD_USAGE",
    `${actor.id} is a ${actor.kind} and ${other.id} a ${other.kind}: only actors of one kind can be one.`,
  )
}

function find(model: ReadModel, id: ActorId): ActorSummary {
  const actor = model.actors.get(id)
  if (actor === undefined) throw unknown(model, id)
  return actor
}

function unknown(model: ReadModel, given: string): AppError {
  const near = nearestActors(model.actors.values(), given, 3)
  const hint = near.length > 0 ? `did you mean ${near.join(" or ")}?` : "chancery query finds ids."
  return new AppError("NOT_FOUND", `${given}: no such actor in the graph; ${hint}`)
}

async function checkNamed(actor: ActorId, article: string, transaction: Reading): Promise<void> {
  const [shown] = await transaction.contributionsOf([article], "Shown")
  if (shown === undefined) throw new AppError("NOT_FOUND", `${article}: no such article in the graph.`)
  if (!shown.contribution.actors.some(({ id }) => id === actor))
    throw new AppError("NOT_FOUND", `${article}: does not name ${actor}.`)
}

/** Somebody of the same kind who has no id yet. */
function newcomer({ kind }: ActorSummary, name: string, model: ReadModel): Named {
  if (kind === "State" || name.includes(":")) throw unknown(model, name)
  return { id: kind === "Person" ? `person:${slug(nameKey(name))}` : `org:${slug(name)}`, kind, name }
}

/** By what the event's id is made of, since merging its parties changes it. */
async function rejection(event: string, model: ReadModel, transaction: Reading): Promise<Ruling> {
  const found = model.events.find(({ id }) => id === event)
  if (found === undefined) throw new AppError("NOT_FOUND", `${event}: no such event in the graph.`)
  const tellers = found.evidence.map(({ article }) => article.id)
  for (const { contribution } of await transaction.contributionsOf(tellers, "Shown")) {
    const report = contribution.reports.find(({ id }) => id === event)
    if (report === undefined) continue
    const { type, source, target, date } = report
    return { kind: "reject-event", type, source, target, day: eventDay(date, contribution.article) }
  }
  throw new AppError("STORE_BUSY", `${event}: has just changed; look at it again.`)
}
