// The whole graph as a file, in each format that is one.
import { z } from "zod"
import { FILE_FORMATS, type FileFormatName, FOLDER_FORMATS, fileNameOf } from "../../graph/export/formats.js"
import { EXPORT_FORMATS } from "../../graph/export/index.js"
import { defineFileRoute } from "../route.js"

const formats = Object.entries(FILE_FORMATS)

const format = z
  .enum(Object.keys(FILE_FORMATS) as [FileFormatName, ...FileFormatName[]], {
    error: ({ input }) =>
      Object.hasOwn(FOLDER_FORMATS, String(input))
        ? `"${input}" is several files: run chancery export --format ${input} --output FOLDER`
        : undefined,
  })
  .default("json")
  .describe(formats.map(([name, { summary }]) => `${name}: ${summary}`).join("; "))

export const exported = defineFileRoute({
  method: "get",
  path: "/api/export",
  summary: "The whole graph as a file to keep; equal graphs give equal bytes",
  input: z.strictObject({ format }),
  mediaTypes: formats.map(([, { mediaType }]) => mediaType),
  failures: [],
  file(store, { format }) {
    const { mediaType, write } = EXPORT_FORMATS[format]
    return { name: fileNameOf(format), mediaType, pieces: write(store) }
  },
})
