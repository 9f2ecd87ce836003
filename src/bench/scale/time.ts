// Wall and CPU time: the second says more where other work shares the machine.

/** In seconds. CPU time is that of all threads of this process: of a server that it speaks to it says nothing. */
export interface Time {
  wall: number
  cpu: number
}

export const NONE: Time = { wall: 0, cpu: 0 }

/** How long `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<Time> {
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 }
}

export const sum = (a: Time, b: Time): Time => ({ wall: a.wall + b.wall, cpu: a.cpu + b.cpu })

/** The least of each, not of one run. */
export const shortest = (times: Time[]): Time => ({
  wall: Math.min(...times.map(({ wall }) => wall)),
  cpu: Math.min(...times.map(({ cpu }) => cpu)),
})

/** Such as "2.10 ms an article (1.80 ms CPU)". */
export function perArticle({ wall, cpu }: Time, articles: number): string {
  const each = (seconds: number): string => `${((1000 * seconds) / articles).toFixed(2)} ms`
  return `${each(wall)} an article (${each(cpu)} CPU)`
}

/** Such as "0.71 s". */
export const seconds = ({ wall }: Pick<Time, "wall">): string => `${wall.toFixed(2)} s`
