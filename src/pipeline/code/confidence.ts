// How sure an event is: a logistic model over what it was read from, fitted by src/eval/fit-confidence.ts.
import { readFileSync } from "node:fs"
import { z } from "zod"
import { dataPath } from "../../paths.js"
import type { EventType, ResolvedArticle, Status } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"
import { actorsAt } from "../resolve/lookup.js"
import { agreementOf } from "./agreement.js"
import type { SentenceMatch } from "./nearby.js"
import { surroundingsOf } from "./surroundings.js"

const { weights } = z
  .object({ weights: z.record(z.string(), z.number()) })
  .parse(JSON.parse(readFileSync(dataPath("confidence.json"), "utf8")))

/** Name -> value; a name that has no weight counts for nothing. */
export type Features = Record<string, number>

/** What is told of an event beside its match. */
interface Told {
  type: EventType
  status: Status
  isReported: boolean
}

/**
 * The words of the frame, how each party was found and where it stands, how sure parser and reader are, how it is told
 * and what else is; `all` is everything that the article tells.
 */
export function featuresOf(
  article: ResolvedArticle,
  { sentence, match }: SentenceMatch,
  told: Told,
  all: SentenceMatch[],
): Features {
  const { frame, trigger, source, target } = match
  const parties = [source, target].filter((party) => party !== null)
  const arcs = [trigger, ...parties.map(({ token }) => token)].map(
    (token) => tokenAt(sentence, token).certainty,
  )
  const distances = parties.map(({ token }) => Math.abs(token - trigger))
  const features: Features = {
    bias: 1,
    frame: Math.log(frame.certainty / (1.02 - frame.certainty)),
    arc: Math.log(Math.max(0.05, Math.min(...arcs))),
    arcs: arcs.reduce((sum, arc) => sum + Math.log(Math.max(0.05, arc)), 0),
    length: Math.log2(sentence.tokens.length / 25),
    distance: Math.log2(1 + Math.max(0, ...distances)) - 2,
    noun: Number(tokenAt(sentence, trigger).upos === "NOUN"),
    reported: Number(told.isReported),
    planned: Number(told.status === "planned"),
    [told.type]: 1,
    ...agreementOf(article, sentence, match),
    ...surroundingsOf(article, sentence, match, all),
  }
  for (const [role, party] of [
    ["source", source],
    ["target", target],
  ] as const) {
    if (party === null) continue
    const kind =
      party.token === trigger ? "context" : actorsAt(article, sentence.index, party.token)?.mention.kind
    features[`${role} certainty`] = Math.log(Math.max(0.05, party.certainty))
    features[`${role} ${kind ?? "phrase"}`] = 1
    features[`${role} ${party.actor.slice(0, party.actor.indexOf(":"))}`] = 1
  }
  return features
}

/** In [0, 1], four decimals. */
export function confidenceOf(features: Features): number {
  return Number(probability(features, weights).toFixed(4))
}

/** Of the logistic model with these weights. */
export function probability(features: Features, model: Record<string, number>): number {
  let sum = 0
  for (const [name, value] of Object.entries(features)) sum += value * (model[name] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
