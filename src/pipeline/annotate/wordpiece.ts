// Words to the model's inputs: word pieces, and the shape of each word, since the encoder is uncased.
import { readFileSync } from "node:fs"
import { Tokenizer } from "@huggingface/tokenizers"
import { dataPath } from "../../paths.js"

/** A sentence as the model takes it; word 0 is [CLS], the root. */
export interface Encoded {
  /** A vocabulary id and a shape a piece, with [CLS] and [SEP]. */
  ids: number[]
  shapes: number[]
  /** Index of the first and of the last piece of each word. */
  first: number[]
  last: number[]
  wordShapes: number[]
}

/** Training cut a word's pieces at this many; web addresses go beyond. */
const MAX_PIECES = 12
/** The encoder knows 512 places, two of them taken by [CLS] and [SEP]. */
const MAX_PLACES = 510
const CACHE_SIZE = 50_000

export class WordPiece {
  readonly #tokenizer: Tokenizer
  readonly #cache = new Map<string, number[]>()
  readonly #cls: number
  readonly #sep: number
  readonly #unknown: number

  constructor() {
    const json = JSON.parse(readFileSync(dataPath("model", "tokenizer.json"), "utf8"))
    // Its settings for padding and truncation are those of whole texts; we encode words.
    this.#tokenizer = new Tokenizer({ ...json, truncation: null, padding: null }, {})
    const id = (token: string): number => {
      const found = this.#tokenizer.token_to_id(token)
      if (found === undefined) throw new Error(`data/model/tokenizer.json: no token "${token}"`)
      return found
    }
    this.#cls = id("[CLS]")
    this.#sep = id("[SEP]")
    this.#unknown = id("[UNK]")
  }

  /** Where a sentence of web addresses or foreign script has too many pieces, each word keeps its first ones. */
  encode(words: string[]): Encoded {
    let pieces = words.map((word) => this.pieces(word))
    if (pieces.reduce((sum, ids) => sum + ids.length, 0) > MAX_PLACES) {
      const share = Math.floor(MAX_PLACES / words.length)
      pieces = pieces.map((ids) => ids.slice(0, share))
    }
    const encoded: Encoded = { ids: [this.#cls], shapes: [0], first: [0], last: [0], wordShapes: [0] }
    words.forEach((word, index) => {
      const shape = shapeFeature(word, index === 0)
      encoded.wordShapes.push(shape)
      encoded.first.push(encoded.ids.length)
      for (const piece of pieces[index] as number[]) {
        encoded.ids.push(piece)
        encoded.shapes.push(shape)
      }
      encoded.last.push(encoded.ids.length - 1)
    })
    encoded.ids.push(this.#sep)
    encoded.shapes.push(0)
    return encoded
  }

  /** Vocabulary ids of one word, at least one. */
  pieces(word: string): number[] {
    const known = this.#cache.get(word)
    if (known !== undefined) return known
    const ids = this.#tokenizer.encode(word, { add_special_tokens: false }).ids.slice(0, MAX_PIECES)
    const pieces = ids.length > 0 ? ids : [this.#unknown]
    if (this.#cache.size >= CACHE_SIZE) this.#cache.clear()
    this.#cache.set(word, pieces)
    return pieces
  }
}

/** The feature that training used: 1-based, two for each shape, odd elsewhere and even at sentence start. */
function shapeFeature(word: string, isFirst: boolean): number {
  return 1 + 2 * (shape(word) - 1) + (isFirst ? 1 : 0)
}

/** Index into `shapes` of data/model/labels.json. */
function shape(word: string): number {
  const letters = word.replace(/[^\p{L}]/gu, "")
  const hasDigit = /\p{N}/u.test(word)
  if (letters === "") return hasDigit ? 6 : 8
  return hasDigit ? 7 : casing(letters)
}

function casing(letters: string): number {
  const lower = letters.toLowerCase()
  if (letters === lower) return 1
  if ([...letters].length === 1) return 4
  if (letters === letters.toUpperCase()) return 3
  const [head = "", tail = ""] = [letters[0], letters.slice(1)]
  return head !== head.toLowerCase() && tail === tail.toLowerCase() ? 2 : 5
}
