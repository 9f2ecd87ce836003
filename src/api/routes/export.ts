// The whole graph as a file, in each format that is one.
import { z } from "zod"
import { EXPORT_FORMATS, type ExportFormat } from "../../graph/export/index.js"
import { defineFileRoute } from "../route.js"

const formats = Object.entries<ExportFormat>(EXPORT_FORMATS)
const single = formats.flatMap(([name, format]) => ("write" in format ? [{ name, ...format }] : []))
const several = formats.flatMap(([name, format]) => ("files" in format ? [name] : []))

const format = z
  .enum(single.map(({ name }) => name) as [string, ...string[]], {
    error: ({ input }) =>
      several.includes(String(input))
        ? `"${input}" is several files: run chancery export --format ${input} --output FOLDER`
        : undefined,
  })
  .default("json")
  .describe(single.map(({ name, summary }) => `${name}: ${summary}`).join("; "))

export const exported = defineFileRoute({
  method: "get",
  path: "/api/export",
  summary: "The whole graph as a file to keep; equal graphs give equal bytes",
  input: z.strictObject({ format }),
  mediaTypes: single.map(({ mediaType }) => mediaType),
  failures: [],
  file(store, input) {
    const { name, mediaType, write } = single.find(
      ({ name }) => name === input.format,
    ) as (typeof single)[number]
    return { name: `chancery.${name}`, mediaType, pieces: write(store) }
  },
})
