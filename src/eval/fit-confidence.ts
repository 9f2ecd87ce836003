// Fits the weights of confidence on annotated articles and writes data/confidence.json:
// `npm run build && node dist/eval/fit-confidence.js SET=ARTICLES …`. The same articles give the same weights. Passages that
// the learned reader was trained on do not count: it is surer there than elsewhere. Edges of documents that rules were
// written from are right more often than others that look the same: how much more is a weight of its own, which is not
// written, so that confidence speaks of text that nobody wrote rules from.
import { writeFileSync } from "node:fs"
import { basename } from "node:path"
import { z } from "zod"
import { dataPath } from "../paths.js"
import { probability } from "../pipeline/code/confidence.js"
import { loadFrames, readEvents } from "../pipeline/code/index.js"
import { createExtractor } from "../pipeline/index.js"
import { isDrawn } from "../status.js"
import { type Claim, calibrationError } from "./calibration.js"
import { compare, docOf, edgeKey, exactKey, optionalKeys } from "./edges.js"
import { isRead, readGold, readLines } from "./gold.js"
import { fitLogistic, type Sample } from "./logistic.js"
import { createCanonical } from "./names.js"
import { readAll } from "./reading.js"

interface Mention extends Sample {
  /** The set, and whether rules were written from the document. */
  source: string
  isRead: boolean
  doc: string
  /** Mentions of one edge share it. */
  edge: string
}

const PENALTY = 10
const FOLDS = 10

/** Of data/gold/triggers, by the document before "#". */
const trained = new Set(
  readLines(dataPath("gold", "triggers", "passages.jsonl"), z.object({ id: z.string() })).map(
    ({ id }) => id.split("#")[0] as string,
  ),
)

async function mentionsOf(pairs: string[]): Promise<Mention[]> {
  const extractor = await createExtractor()
  const frames = loadFrames()
  const mentions: Mention[] = []
  for (const [set = "", articles = ""] of pairs.map((pair) => pair.split("="))) {
    const gold = readGold(set)
    const canonical = createCanonical(gold.entities)
    const optional = optionalKeys(gold)
    const drawn = new Set(compare(gold, []).edges.gold.map(edgeKey))
    for (const { article, extraction } of await readAll(extractor, articles)) {
      const doc = docOf(gold, article)
      if (doc === undefined || (basename(set) === "passages-dev" && trained.has(doc))) continue
      const names = new Map(extraction.contribution.actors.map((actor) => [actor.id, canonical(doc, actor)]))
      for (const { event, features } of readEvents(extraction.resolved, frames)) {
        const [source, target] = [names.get(event.source ?? ""), names.get(event.target ?? "")]
        if (!isDrawn(event.status) || source === undefined || target === undefined) continue
        const edge = { doc, type: event.type, source, target }
        if (optional.has(exactKey(edge))) continue
        const key = edgeKey(edge)
        const read = isRead(set, doc)
        const from = `${basename(set)}${read ? "" : ", unread"}`
        const right = drawn.has(key)
        mentions.push({ source: from, isRead: read, doc, edge: `${set} ${key}`, features, right })
      }
    }
  }
  await extractor.close()
  return mentions
}

/** Each edge as sure as its surest mention. */
function claimsOf(mentions: Mention[], weightsOf: (mention: Mention) => Record<string, number>): Claim[] {
  const claims = new Map<string, Claim>()
  for (const mention of mentions) {
    const { edge, right, features } = mention
    const confidence = probability(features, weightsOf(mention))
    claims.set(edge, { right, confidence: Math.max(confidence, claims.get(edge)?.confidence ?? 0) })
  }
  return [...claims.values()]
}

/** Weights for a document that no rule was written from. */
function fitUnread(mentions: Mention[]): Record<string, number> {
  const samples = mentions.map(({ features, isRead, right }) => ({
    right,
    features: isRead ? { ...features, read: 1 } : features,
  }))
  const { read: _, ...weights } = fitLogistic(samples, PENALTY)
  return weights
}

/** Claims of a model that never saw the group a mention is in. */
function heldOut(mentions: Mention[], groupOf: (mention: Mention) => string): Claim[] {
  const models = new Map(
    [...new Set(mentions.map(groupOf))].map((group) => [
      group,
      fitUnread(mentions.filter((mention) => groupOf(mention) !== group)),
    ]),
  )
  return claimsOf(mentions, (mention) => models.get(groupOf(mention)) ?? {})
}

const rounded = (value: number): number => Number(value.toFixed(3))

function report(name: string, claims: Claim[]): number {
  const loss = claims.reduce(
    (sum, { confidence, right }) => sum - Math.log(right ? confidence : 1 - confidence),
    0,
  )
  const error = rounded(calibrationError(claims))
  console.log(
    `${name}: ${claims.length} edges, calibration error ${error}, log loss ${rounded(loss / claims.length)}`,
  )
  return error
}

const pairs = process.argv.slice(2)
const mentions = await mentionsOf(pairs)
const keys = [...new Set(mentions.map(({ edge }) => edge))]
const sourceOf = new Map(mentions.map(({ edge, source }) => [edge, source]))
const sources = [...new Set(mentions.map(({ source }) => source))].sort()
const unread = new Set(mentions.flatMap(({ edge, isRead }) => (isRead ? [] : [edge])))

/** The error on documents that no rule was written from; printed for each source as well. */
function reportUnread(name: string, claims: Claim[]): number {
  const of = (isIn: (edge: string) => boolean): Claim[] => claims.filter((_, at) => isIn(keys[at] as string))
  const error = report(
    `${name}, unread documents`,
    of((edge) => unread.has(edge)),
  )
  for (const source of sources)
    report(
      `  ${source}`,
      of((edge) => sourceOf.get(edge) === source),
    )
  return error
}

const docs = [...new Set(mentions.map(({ source, doc }) => `${source} ${doc}`))].sort()
const foldOf = ({ source, doc }: Mention): string => String(docs.indexOf(`${source} ${doc}`) % FOLDS)
const written = {
  note: "Weights of confidence, fitted by src/eval/fit-confidence.ts on the edges found in these sets.",
  sets: pairs.map((pair) => basename(pair.split("=")[0] as string)),
  edges: keys.length,
  right: rounded(claimsOf(mentions, () => ({})).filter(({ right }) => right).length / keys.length),
  calibrationError: {
    articles: reportUnread(`${FOLDS} folds over articles`, heldOut(mentions, foldOf)),
    sources: reportUnread(
      "each source left out",
      heldOut(mentions, ({ source }) => source),
    ),
  },
  weights: Object.fromEntries(
    Object.entries(fitUnread(mentions)).map(([name, weight]) => [name, rounded(weight)]),
  ),
}
writeFileSync(dataPath("confidence.json"), `${JSON.stringify(written, null, 2)}\n`)
