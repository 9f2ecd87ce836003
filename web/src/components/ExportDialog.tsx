// The whole graph as a file: one row a format, in the words of `chancery export --help`.
import { Download } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { FILE_FORMATS, type FileFormatName, fileNameOf } from "../../../src/graph/export/formats.js"
import { getExport } from "../api.js"
import { formatBytes } from "../format.js"
import { asApiError } from "../use-resource.js"
import { Dialog } from "./Dialog.js"

const FORMATS = Object.entries(FILE_FORMATS) as [FileFormatName, { summary: string }][]
const NAMES: Record<FileFormatName, string> = {
  ...{ json: "JSON", graphml: "GraphML", gexf: "GEXF", cypher: "Cypher", html: "HTML" },
}

interface Progress {
  state: "running" | "done" | "failed"
  text: string
}

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const [progress, setProgress] = useState<Progress>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const download = async (format: FileFormatName): Promise<void> => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const name = fileNameOf(format)
    setProgress({ state: "running", text: `Preparing ${name} …` })
    const next = await getExport(format, controller.signal)
      .then((file): Progress => {
        save(file, name)
        return { state: "done", text: `${name}, ${formatBytes(file.size)}, is with your downloads.` }
      })
      .catch((error: unknown): Progress => ({ state: "failed", text: asApiError(error).message }))
    if (!controller.signal.aborted) setProgress(next)
  }

  return (
    <Dialog title="Download the graph" onClose={onClose}>
      <p className="muted">All actors, events, articles and sentences, whatever the filters hide.</p>
      <ul className="list formats">
        {FORMATS.map(([format, { summary }]) => (
          <li key={format}>
            <button type="button" onClick={() => void download(format)}>
              <Download aria-hidden />
              <span className="list-name">
                <b>{NAMES[format]}</b>
                <span className="muted">{summary}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="progress" role="status" data-state={progress?.state}>
        {progress?.state === "running" && <span className="spinner" aria-hidden />}
        {progress?.text}
      </p>
      <p className="muted">
        Tables are a folder of files: <code>npx chancery export --format csv --output FOLDER</code>
      </p>
    </Dialog>
  )
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
