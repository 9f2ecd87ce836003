// `retract`: takes articles out by id, or by where they came from.
import { resolve } from "node:path"
import type { Command } from "commander"
import type { Config } from "../../config.js"
import { AppError } from "../../errors.js"
import { isUnder } from "../../pipeline/load.js"
import { addChange, noChange } from "../../store/change-summary.js"
import { withLoadingStore } from "../with-store.js"

export function addRetract(program: Command, config: Config): void {
  program
    .command("retract")
    .argument("<id-or-path...>", "article ids, or files and folders that were loaded")
    .description("remove articles, and all that only they supported")
    .addHelpText("after", "\nExample: chancery retract news/old.txt article:0f3a…")
    .action((names: string[], _: object, command: Command) =>
      withLoadingStore(command, config, async (store) => {
        const sources = await store.sources()
        const ids = names.filter((name) => name.startsWith("article:"))
        const paths = names.filter((name) => !name.startsWith("article:")).map((name) => resolve(name))
        const known = new Set(sources.map((record) => record.articleId))
        const unknown = ids.find((id) => !known.has(id))
        if (unknown !== undefined)
          throw new AppError("NOT_FOUND", `${unknown}: no such article in this store.`)
        const released = paths.flatMap((path) => {
          const held = sources.map((record) => record.source).filter((source) => isUnder(source, [path]))
          if (held.length === 0) throw new AppError("NOT_FOUND", `${path}: nothing was loaded from there.`)
          return held
        })
        const sum = noChange()
        // Each is a transaction, which may have a server to go to.
        if (released.length > 0) addChange(sum, await store.release(released))
        if (ids.length > 0) addChange(sum, await store.retract(ids))
        const { removed } = sum.articles
        console.log(
          `${removed} ${removed === 1 ? "article" : "articles"} removed, with ${sum.nodes.removed} nodes and ` +
            `${sum.relationships.removed} relationships`,
        )
      }),
    )
}
