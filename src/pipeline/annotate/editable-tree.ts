// A sentence's tree while it is being repaired: questions about it, and moving a word with all below it.
import type { Token } from "../../types.js"

export class EditableTree {
  constructor(readonly tokens: Token[]) {}

  at(index: number): Token {
    return this.tokens[index] as Token
  }

  /** Words below a word by one of these relations, with or without subtype; all without any given. */
  children(index: number, ...deprels: string[]): number[] {
    const found: number[] = []
    for (let child = 0; child < this.tokens.length; child++) {
      const { head, deprel } = this.at(child)
      if (head !== index) continue
      const fits = (wanted: string): boolean => deprel === wanted || deprel.startsWith(`${wanted}:`)
      if (deprels.length === 0 || deprels.some(fits)) found.push(child)
    }
    return found
  }

  /** Hangs a word elsewhere. Nothing happens where that would close a circle. */
  attach(child: number, head: number, deprel: string): void {
    for (let above = head; above >= 0; above = this.at(above).head) if (above === child) return
    Object.assign(this.at(child), { head, deprel })
  }

  /** The preposition of a phrase, lower-case and joined: "along with". */
  caseOf(index: number): string {
    return this.children(index, "case")
      .flatMap((child) => [child, ...this.children(child, "fixed")])
      .map((child) => this.at(child).text.toLowerCase())
      .join(" ")
  }

  first(index: number): number {
    return this.children(index).reduce((least, child) => Math.min(least, this.first(child)), index)
  }

  last(index: number): number {
    return this.children(index).reduce((most, child) => Math.max(most, this.last(child)), index)
  }

  isNominal(index: number): boolean {
    return /^(?:NOUN|PROPN|PRON)$/.test(this.at(index).upos) && this.children(index, "cop").length === 0
  }

  isInfinitive(index: number): boolean {
    return this.at(index).xpos === "VB" && this.marks(index).includes("to")
  }

  /** Has a tense, itself or by an auxiliary. */
  isFinite(index: number): boolean {
    return [index, ...this.children(index, "aux")].some((at) => /^(?:VB[DPZ]|MD)$/.test(this.at(at).xpos))
  }

  marks(index: number): string[] {
    return this.children(index, "mark").map((child) => this.at(child).text.toLowerCase())
  }

  /** The word before, punctuation included. */
  textBefore(index: number): string {
    return this.tokens[index - 1]?.text ?? ""
  }
}
