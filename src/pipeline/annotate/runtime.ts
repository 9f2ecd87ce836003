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

/** Loads data/model/english.int8.onnx. Throws `MODEL_UNAVAILABLE` when no runtime, or not the forced one, loads. */
export async function loadModel(forced?: Runtime): Promise<LoadedModel> {
  const choices: Runtime[] = forced === undefined ? ["node", "wasm"] : [forced]
  const causes: unknown[] = []
  for (const runtime of choices) {
    try {
      return await openSession(runtime)
    } catch (cause) {
      causes.push(cause)
    }
  }
  throw new AppError(
    "MODEL_UNAVAILABLE",
    `data/model/english.int8.onnx: no ONNX runtime could load it (tried ${choices.join(", ")}: ` +
      `${causes.map((cause) => (cause instanceof Error ? cause.message : String(cause))).join("; ")}). ` +
      `Run "npm ci", or set CHANCERY_RUNTIME=wasm.`,
    { cause: causes[0] },
  )
}

async function openSession(runtime: Runtime): Promise<LoadedModel> {
  const ort: Ort = require(runtime === "node" ? "onnxruntime-node" : "onnxruntime-web")
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
