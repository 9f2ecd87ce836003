// `npm run eval`: how true the edges are, on annotated articles. Arguments: SET=ARTICLES …, [--causes],
// [--reliability], [--unread].
import { readConfig } from "../config.js"
import { AppError } from "../errors.js"
import { createExtractor } from "../pipeline/index.js"
import { calibrationError, claimsOf, reliability } from "./calibration.js"
import { type Cause, findCauses, type Judged } from "./causes.js"
import { type Comparison, compare } from "./edges.js"
import { type Gold, readGold } from "./gold.js"
import { qualities } from "./qualities.js"
import { readAll } from "./reading.js"
import { type Row, toRows } from "./rows.js"
import { interval, score } from "./score.js"

function printTable(name: string, comparison: Comparison): void {
  console.log(`\n${name}: ${comparison.docs.length} articles\n`)
  console.log("| | gold | found | right | P | R | F1 | 95 % |\n|---|---|---|---|---|---|---|---|")
  for (const { name, keys } of toRows(comparison)) {
    const { gold, found, right, precision, recall, f1 } = score(keys)
    if (gold === 0 && found === 0) continue
    const range = interval(keys).map(figure).join(" to ")
    console.log(
      `| ${name} | ${gold} | ${found} | ${right} | ${figure(precision)} | ${figure(recall)} | ${figure(f1)} | ${range} |`,
    )
  }
}

function printQualities(comparison: Comparison): void {
  const claims = claimsOf(comparison)
  const error = { name: "calibration error", events: claims.length, value: calibrationError(claims) }
  console.log("\n| of those found | events | |\n|---|---|---|")
  for (const { name, events, value } of [...qualities(comparison), error])
    console.log(`| ${name} | ${events} | ${figure(value)} |`)
}

function printReliability(comparison: Comparison): void {
  console.log("\n| confidence from | edges | mean confidence | right |\n|---|---|---|---|")
  for (const { from, claims, confidence, right } of reliability(claimsOf(comparison)))
    console.log(`| ${figure(from)} | ${claims} | ${figure(confidence)} | ${figure(right)} |`)
}

/** The same figure of every set beside each other, when there are several. */
function printSummary(comparisons: [name: string, comparison: Comparison][]): void {
  if (comparisons.length < 2) return
  console.log("\n| set | articles | P | R | F1 | 95 % |\n|---|---|---|---|---|---|")
  for (const [name, comparison] of comparisons) {
    const [{ keys }] = toRows(comparison) as [Row]
    const { precision, recall, f1 } = score(keys)
    const range = interval(keys).map(figure).join(" to ")
    console.log(
      `| ${name} | ${comparison.docs.length} | ${figure(precision)} | ${figure(recall)} | ${figure(f1)} | ${range} |`,
    )
  }
}

const figure = (value: number): string => value.toFixed(3).replace(/^0/, "")

function printCauses(what: string, judged: Judged[]): void {
  const byCause = new Map<Cause, Judged[]>()
  for (const item of judged) byCause.set(item.cause, [...(byCause.get(item.cause) ?? []), item])
  console.log(`\n${what}: ${judged.length}`)
  for (const [cause, list] of [...byCause].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`  ${list.length} ${cause}`)
    for (const { edge } of list) console.log(`      ${edge.doc} ${edge.source} ${edge.type} ${edge.target}`)
  }
}

async function evaluate(args: string[]): Promise<void> {
  const pairs = args.filter((arg) => !arg.startsWith("--")).map((arg) => arg.split("="))
  if (pairs.length === 0 || pairs.some((pair) => pair.length !== 2)) {
    throw new AppError(
      "BAD_USAGE",
      "give SET=ARTICLES …, such as data/gold/test=data/gold/articles-test; --causes for why, --reliability for bins, --unread for documents that no rule was written from.",
    )
  }
  const extractor = await createExtractor({ runtime: readConfig(process.env).runtime })
  const comparisons: [string, Comparison][] = []
  for (const [prefix, articles] of pairs as [string, string][]) {
    const gold: Gold = readGold(prefix, { unread: args.includes("--unread") })
    const readings = await readAll(extractor, articles)
    const comparison = compare(gold, readings)
    comparisons.push([prefix, comparison])
    printTable(prefix, comparison)
    printQualities(comparison)
    if (args.includes("--reliability")) printReliability(comparison)
    if (!args.includes("--causes")) continue
    const { missed, wrong } = findCauses(gold, readings, comparison)
    printCauses("missed", missed)
    printCauses("wrong", wrong)
  }
  printSummary(comparisons)
  await extractor.close()
}

try {
  await evaluate(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof AppError)) throw error
  console.error(`eval: ${error.message}`)
  process.exitCode = 2
}
