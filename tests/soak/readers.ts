// Who reads while somebody else writes.
import { check } from "../../src/graph/check.js"
import type { Problem } from "../../src/graph/problem.js"
import { contribution, report, TEXT } from "../store/contributions.js"
import type { Site } from "./site.js"

/** Large enough that the server takes its time to show a commit. */
const ARTICLES = 300

/** What `check` finds, again and again, while articles come and go this often. */
export async function checkBesideWrites(site: Site, rounds: number): Promise<Problem[]> {
  const [writer, reader] = [site.open(), site.open()]
  await writer.init()
  await reader.init()
  const items = Array.from({ length: ARTICLES }, (_, at) => {
    const text = `${at}: ${TEXT}`
    const call = report("CALLED", `person:a${at}`, `person:b${at}`, { text })
    return { source: `/${at}`, contribution: contribution({ id: `article:${at}`, text }, [call]) }
  })
  let isWriting = true
  const write = async (): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      await writer.upsert(items)
      await writer.release(items.map(({ source }) => source))
    }
  }
  const written = write().finally(() => {
    isWriting = false
  })
  const problems: Problem[] = []
  while (isWriting) problems.push(...(await check(reader)))
  await written
  await writer.close()
  await reader.close()
  return problems
}
