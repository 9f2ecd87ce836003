// Speed of the whole pipeline on one core, stage by stage, in CPU time and in wall time.
import { createAnnotator, type Runtime } from "../pipeline/annotate/index.js"
import { splitSentences } from "../pipeline/annotate/sentences.js"
import { code, loadFrames } from "../pipeline/code/index.js"
import { identify } from "../pipeline/identify.js"
import { readPaths } from "../pipeline/read/index.js"
import { loadActorIndex, resolve } from "../pipeline/resolve/index.js"
import type { Article } from "../types.js"

const PASSES = 5

interface Clock {
  cpuMs: number
  wallMs: number
}

type Stage = "read" | "sentences and words" | "model" | "resolve" | "code" | "identify"
type Pass = Record<Stage, Clock> & { counts: { articles: number; sentences: number; tokens: number } }

/** Lines of a report: load, rates and shares for each folder of articles. */
export async function measureSpeed(folders: string[], runtime: Runtime | undefined): Promise<string[]> {
  const before = startClock()
  const actorIndex = loadActorIndex()
  const frames = loadFrames()
  const annotator = await createAnnotator({ runtime })
  const load = before()
  const lines = [`runtime ${annotator.runtime}, one thread; model, tables and frames load in ${show(load)}`]
  for (const folder of folders) {
    const onePass = (): Promise<Pass> => pass(folder, annotator, actorIndex, frames)
    await onePass()
    const passes: Pass[] = []
    for (let count = 0; count < PASSES; count++) passes.push(await onePass())
    lines.push(...report(folder, median(passes)))
  }
  await annotator.close()
  lines.push(`resident memory at the end ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
  return lines
}

async function pass(
  folder: string,
  annotator: Awaited<ReturnType<typeof createAnnotator>>,
  actorIndex: ReturnType<typeof loadActorIndex>,
  frames: ReturnType<typeof loadFrames>,
): Promise<Pass> {
  const articles: Article[] = []
  const read = await timed(async () => {
    for await (const result of readPaths([folder], {})) if ("article" in result) articles.push(result.article)
  })
  // The annotator does this itself; done once more alone, it tells how much of its time is not the model's.
  const split = await timed(() => articles.map(({ text }) => splitSentences(text)))
  const annotate = await timed(async () => {
    const annotated = []
    for (const article of articles) annotated.push(await annotator.annotate(article))
    return annotated
  })
  const resolved = await timed(() => annotate.value.map((article) => resolve(article, actorIndex)))
  const coded = await timed(() => resolved.value.map((article) => code(article, frames)))
  const identified = await timed(() =>
    resolved.value.map((article, index) => identify(article, coded.value[index] ?? [], "bench")),
  )
  const sentences = annotate.value.flatMap((article) => article.sentences)
  return {
    read,
    "sentences and words": split,
    model: { cpuMs: annotate.cpuMs - split.cpuMs, wallMs: annotate.wallMs - split.wallMs },
    resolve: resolved,
    code: coded,
    identify: identified,
    counts: {
      articles: articles.length,
      sentences: sentences.length,
      tokens: sentences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    },
  }
}

function startClock(): () => Clock {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return { cpuMs: (user + system) / 1000, wallMs: performance.now() - wall }
  }
}

async function timed<T>(work: () => T | Promise<T>): Promise<Clock & { value: T }> {
  const stop = startClock()
  const value = await work()
  return { ...stop(), value }
}

const stagesOf = ({ counts: _, ...stages }: Pass): [string, Clock][] => Object.entries(stages)
const total = (one: Pass, clock: keyof Clock): number =>
  stagesOf(one).reduce((sum, [, stage]) => sum + stage[clock], 0)

/** The pass in the middle by CPU time. */
function median(passes: Pass[]): Pass {
  const sorted = passes.toSorted((a, b) => total(a, "cpuMs") - total(b, "cpuMs"))
  return sorted[Math.floor(sorted.length / 2)] as Pass
}

function report(folder: string, one: Pass): string[] {
  const { articles, sentences, tokens } = one.counts
  const rates = (["cpuMs", "wallMs"] as const).map((clock) => {
    const perSecond = (count: number): string => (count / (total(one, clock) / 1000)).toFixed(1)
    return (
      `  by ${clock === "cpuMs" ? "CPU" : "wall"} time: ${perSecond(sentences)} sentences/s, ` +
      `${perSecond(tokens)} tokens/s, ${perSecond(articles)} articles/s`
    )
  })
  const shares = stagesOf(one).map(
    ([stage, { cpuMs }]) => `${stage} ${((100 * cpuMs) / total(one, "cpuMs")).toFixed(1)} %`,
  )
  return [
    `${folder}: ${articles} articles, ${sentences} sentences, ${tokens} tokens`,
    ...rates,
    `  shares of CPU time: ${shares.join(", ")}`,
  ]
}

const show = ({ cpuMs, wallMs }: Clock): string =>
  `${(cpuMs / 1000).toFixed(2)} s CPU, ${(wallMs / 1000).toFixed(2)} s wall`
