// The ONNX runtime: the native one where it loads, else its WASM build, one thread each.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { InferenceSession, Tensor } from "onnxruntime-web"
import { AppError } from "../../errors.js"
import { dataPath } from "../../paths.js"

export type Runtime = "node" | "wasm"

export interface LoadedModel {
  runtime: Runtime
  run(feeds: Record<string, Tensor>): Promise<InferenceSession.OnnxValueMapType>
  int64(values: number[]): Tensor
  release(): Promise<void>
}

type Ort = Pick<typeof import("onnxruntime-web"), "InferenceSession" | "Tensor" | "env">

const require = createRequire(import.meta.url)
const PACKAGES = { node: "onnxruntime-node", wasm: "onnxruntime-web" } as const

/**
 * Loads data/model/english.int8.onnx. Without a forced runtime the native one is tried first; falling back
 * to WASM is a warning of the process. Throws `MODEL_UNAVAILABLE` when none, or not the forced one, loads.
 */
export async function loadModel(
  forced?: Runtime,
  packages: Record<Runtime, string> = PACKAGES,
): Promise<LoadedModel> {
  const choices: Runtime[] = forced === undefined ? ["node", "wasm"] : [forced]
  const causes: unknown[] = []
  for (const runtime of choices) {
    try {
      const model = await openSession(runtime, packages[runtime])
      if (causes.length > 0) warnOfFallback(causes[0])
      return model
    } catch (cause) {
      causes.push(cause)
    }
  }
  throw new AppError(
    "MODEL_UNAVAILABLE",
    `data/model/english.int8.onnx: no ONNX runtime could load it (tried ${choices.join(", ")}: ` +
      `${causes.map(messageOf).join("; ")}). ` +
      `Run "npm ci", or set CHANCERY_RUNTIME=wasm.`,
    { cause: causes[0] },
  )
}

let isWarned = false

function warnOfFallback(cause: unknown): void {
  if (isWarned) return
  isWarned = true
  const [reason] = messageOf(cause).split("\n")
  process.emitWarning(
    `onnxruntime-node does not load (${reason}); reading with the WASM build, which is slower. ` +
      `CHANCERY_RUNTIME=wasm takes it without this warning.`,
    "RuntimeFallback",
  )
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

async function openSession(runtime: Runtime, packageName: string): Promise<LoadedModel> {
  const ort: Ort = require(packageName)
  if (runtime === "wasm") ort.env.wasm.numThreads = 1
  const session = await ort.InferenceSession.create(
    readFileSync(dataPath("model", "english.int8.onnx")),
    runtime === "node"
      ? { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" }
      : { executionProviders: ["wasm"] },
  )
  return {
    runtime,
    run: (feeds) => session.run(feeds),
    int64: (values) => new ort.Tensor("int64", BigInt64Array.from(values, BigInt), [1, values.length]),
    release: () => session.release(),
  }
}
