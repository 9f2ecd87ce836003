// `decide`, `decisions` and `undecide`: a person's corrections, made, listed and taken back.
import { userInfo } from "node:os"
import type { Command } from "commander"
import type { Config } from "../../config.js"
import type { Ruling } from "../../graph/decisions.js"
import type { DecisionRequest } from "../../store/types.js"
import { withLoadingStore } from "../with-store.js"

interface Options {
  reason: string
  author?: string
}

/** How each kind is asked for, in the order of its arguments. */
const KINDS: {
  kind: DecisionRequest["kind"]
  names: string[]
  what: string
  example: string
}[] = [
  {
    kind: "merge",
    names: ["actor", "into"],
    what: "two actors are one, under the second one's id and name",
    example: 'decide merge person:jon-doe person:john-doe --reason "one man, spelt twice"',
  },
  {
    kind: "split",
    names: ["actor", "article", "into"],
    what: "who an article calls so is another actor: an id of the graph, or the name of a new one",
    example: 'decide split person:john-doe article:0f3a… "John Doe Jr" --reason "the son"',
  },
  {
    kind: "rename",
    names: ["actor", "name"],
    what: "an actor is shown under another name",
    example: 'decide rename org:ruritanian-navy "Royal Navy of Ruritania" --reason "its own name"',
  },
  {
    kind: "reject-mention",
    names: ["actor", "article"],
    what: "an article does not speak of this actor; its events there are nobody's that is known",
    example: 'decide reject-mention state:GEO article:0f3a… --reason "the US state is meant"',
  },
  {
    kind: "reject-event",
    names: ["event"],
    what: "an event did not happen as told; articles that tell of it bring it back no more",
    example: 'decide reject-event event:91bc… --reason "the call was off"',
  },
]

export function addDecide(program: Command, config: Config): void {
  const decide = program
    .command("decide")
    .description("correct the graph: loading again respects it, and undecide takes it back")
    .addHelpText("after", `\nExample: chancery ${KINDS[0]?.example}`)
  for (const { kind, names, what, example } of KINDS) {
    const command = decide.command(kind).description(what)
    for (const name of names) command.argument(`<${name}>`)
    command
      .requiredOption("--reason <text>", "why: who looks at the graph later reads it")
      .option("--author <name>", "who decides; by default who is signed in to this machine")
      .addHelpText("after", `\nExample: chancery ${example}`)
      .action(() => {
        const fields = names.map((name, at) => [name, command.args[at]])
        const request = { kind, ...Object.fromEntries(fields) } as DecisionRequest
        return withLoadingStore(command, config, async (store) => {
          const { reason, author = userName() } = command.opts<Options>()
          const { id, ruling } = await store.decide(request, { reason, author })
          console.log(`${id}: ${describe(ruling)}`)
        })
      })
  }
  program
    .command("decisions")
    .option("--json", "one JSON object a line")
    .description("list what was decided, oldest first")
    .addHelpText("after", "\nExample: chancery decisions")
    .action(({ json = false }: { json?: boolean }, command: Command) =>
      withLoadingStore(command, config, async (store) => {
        const decisions = await store.decisions()
        if (decisions.length === 0 && !json)
          console.log('nothing is decided; "chancery decide --help" tells how')
        for (const decision of decisions) {
          const { id, ruling, author, reason, decided } = decision
          console.log(
            json
              ? JSON.stringify(decision)
              : `${id}: ${describe(ruling)} (${author}, ${decided.slice(0, 10)}: ${reason})`,
          )
        }
      }),
    )
  program
    .command("undecide")
    .argument("<id...>", "ids of decisions")
    .description("take decisions back: the graph is as if they had never been")
    .addHelpText("after", "\nExample: chancery undecide decision:5d20…")
    .action((ids: string[], _: object, command: Command) =>
      withLoadingStore(command, config, async (store) => {
        await store.undecide(ids)
        console.log(`${ids.length} taken back`)
      }),
    )
}

/** A container may run under a user that has no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`
  }
}

function describe(ruling: Ruling): string {
  switch (ruling.kind) {
    case "merge":
      return `${ruling.actor} is ${ruling.into}`
    case "split":
      return `${ruling.actor} in ${ruling.article} is ${ruling.into} (${ruling.name})`
    case "rename":
      return `${ruling.actor} is named ${ruling.name}`
    case "reject-mention":
      return `${ruling.article} does not speak of ${ruling.actor}`
    case "reject-event":
      return `no ${ruling.type} of ${ruling.source ?? "nobody"} and ${ruling.target ?? "nobody"} on ${ruling.day}`
  }
}
