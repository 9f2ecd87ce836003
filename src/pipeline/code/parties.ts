// From a place in the tree to the actors there: what a phrase as a whole stands for.
import type { ActorId, Mention, ResolvedArticle, Sentence } from "../../types.js"
import { caseOf, childrenWith, conjuncts, tokenAt } from "../resolve/grammar.js"
import { actorsAt, mentionsIn, type Party } from "../resolve/lookup.js"
import { contentOf } from "./noun-arguments.js"
import { obliques, withConjuncts } from "./phrases.js"
import { relativeAntecedent } from "./verb-arguments.js"

export interface FoundParty {
  actor: ActorId
  certainty: number
  /** Where the mention's head stands. */
  token: number
  /** The town, for a state reached through it. */
  place: string | null
  /** Named as a place, which itself does nothing. */
  isSite?: boolean
}

/** What a name inside the phrase costs in certainty, against a name that is the phrase. */
const INDIRECT = 0.95

const OFFICE =
  /^(?:leader|minister|president|premier|chancellor|king|queen|ruler|emir|sultan|official|representative|envoy|delegation|government|ambassador|diplomat|authorities|administration|parliament|army|forces|military|people)$/

/** Whether a party was found, and is a person. */
export const isPerson = (party: FoundParty | null): boolean => party?.actor.startsWith("person:") ?? false

export class Parties {
  constructor(
    readonly article: ResolvedArticle,
    readonly sentence: Sentence,
  ) {}

  /** The actors that a phrase stands for as a whole. */
  at(token: number): FoundParty[] {
    const party = actorsAt(this.article, this.sentence.index, token) ?? this.#covering(token)
    if (party === undefined) return this.#withoutMention(token)
    const { mention } = party
    if (mention.kind === "adjective" && this.#isNamedGroup(token)) return []
    // "the Palestinian organisation, Hamas" is Hamas.
    const named = mention.kind === "description" ? this.#inApposition(token) : []
    if (named.length > 0) return named
    const isTown = mention.kind === "place" || mention.kind === "metonym"
    const place = isTown ? this.article.text.slice(mention.start, mention.end) : null
    const isSite = mention.kind === "place"
    const itself = party.actors.map((actor) => ({ actor, certainty: party.certainty, token, place, isSite }))
    return mention.kind === "name" ? [...itself, ...this.#joined(mention)] : itself
  }

  /** What the parser coordinates with a word inside a name, not with its head. */
  #joined({ first, last, head }: Mention): FoundParty[] {
    const inside = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((at) => at !== head)
    const others = inside
      .flatMap((at) => childrenWith(this.sentence, at, "conj"))
      .filter((child) => child > last)
    return this.each(others, (at) => this.at(at))
  }

  /** "two Spaniards, Jane Doe and John Roe": the people, whom the parser joins to them. */
  #isNamedGroup(token: number): boolean {
    const { xpos } = tokenAt(this.sentence, token)
    const [next] = childrenWith(this.sentence, token, "conj", "appos")
    if (!/^NNP?S$/.test(xpos) || next === undefined || tokenAt(this.sentence, next - 1).text !== ",")
      return false
    if (childrenWith(this.sentence, token, "nummod").length === 0) return false
    const [first] = actorsAt(this.article, this.sentence.index, next)?.actors ?? []
    return first?.startsWith("person:") === true
  }

  #withoutMention(token: number): FoundParty[] {
    const antecedent = relativeAntecedent(this.sentence, token)
    if (antecedent !== undefined)
      return this.each(withConjuncts(this.sentence, [antecedent]), (at) => this.at(at))
    const content = contentOf(this.sentence, token)
    if (content !== token) return this.at(content)
    const named = this.#inTitle(token) ?? this.#members(token)
    return named.length > 0 ? named : this.#represented(token)
  }

  /** "the foreign ministers of four countries: X and Y": who holds the office acts for the state. */
  #represented(token: number): FoundParty[] {
    if (tokenAt(this.sentence, token).lemma === "capital") return this.#capital(token)
    if (!OFFICE.test(tokenAt(this.sentence, token).lemma)) return []
    const states = this.each(obliques(this.sentence, token).get("of") ?? [], (at) => this.at(at))
    return states.filter(({ actor }) => actor.startsWith("state:"))
  }

  /** "the Serbian capital", "the capital of Serbia": the state, as a place. */
  #capital(token: number): FoundParty[] {
    const owners = childrenWith(this.sentence, token, "amod", "compound", "nmod:poss")
    const named = this.each([...owners, ...(obliques(this.sentence, token).get("of") ?? [])], (at) =>
      this.at(at),
    )
    return named
      .filter(({ actor }) => actor.startsWith("state:"))
      .map((party) => ({ ...party, place: "capital", isSite: true }))
  }

  /** A name whose words the parser hangs side by side, so that it has several heads. */
  #covering(token: number): Party | undefined {
    const { head } = tokenAt(this.sentence, token)
    const mention = mentionsIn(this.article, this.sentence.index).find(
      ({ kind, first, last }) =>
        kind !== "description" && first < token && token <= last && (head < first || head > last),
    )
    return mention && { actors: mention.actors, certainty: mention.certainty, mention }
  }

  /** "Lt. Gen. Jane Doe", "the head of the office of X, Jane Doe": a name that hangs on the noun. */
  #inTitle(token: number, depth = 0): FoundParty[] | undefined {
    for (const child of childrenWith(
      this.sentence,
      token,
      "flat",
      "appos",
      "nmod:desc",
      "compound",
      "nmod",
    )) {
      const { deprel } = tokenAt(this.sentence, child)
      // "Doe's widow" is not Doe.
      if (deprel === "nmod:poss") continue
      if (deprel === "nmod") {
        const deeper = depth < 2 ? this.#inTitle(child, depth + 1) : undefined
        if (deeper?.[0]?.actor.startsWith("person:")) return deeper
        continue
      }
      const party = actorsAt(this.article, this.sentence.index, child)
      const [actor] = party?.actors ?? []
      if (party === undefined || actor === undefined || party.actors.length > 1) continue
      if (deprel === "appos") return this.each(conjuncts(this.sentence, child), (at) => this.#one(at))
      if (actor.startsWith("person:")) return this.#one(child)
    }
    return undefined
  }

  #inApposition(token: number): FoundParty[] {
    const names = childrenWith(this.sentence, token, "appos").filter((child) => {
      return actorsAt(this.article, this.sentence.index, child)?.mention.kind === "name"
    })
    return this.each(withConjuncts(this.sentence, names), (at) => this.#one(at))
  }

  #one(token: number): FoundParty[] {
    const party = actorsAt(this.article, this.sentence.index, token)
    return (party?.actors ?? []).map((actor) => {
      return { actor, certainty: (party?.certainty ?? 0) * INDIRECT, token, place: null }
    })
  }

  /** "allies in the region, including X and Y": X and Y. */
  #members(token: number): FoundParty[] {
    const members = childrenWith(this.sentence, token, "nmod").filter((child) =>
      /^(?:including|such as|like|namely|especially|notably|among them)$/.test(caseOf(this.sentence, child)),
    )
    return this.each(withConjuncts(this.sentence, members), (at) => this.at(at))
  }

  each(tokens: number[], find: (token: number) => FoundParty[]): FoundParty[] {
    return tokens.flatMap(find)
  }

  /** Parties of the first place that has any, with those coordinated with it. */
  first(tokens: number[], find: (token: number) => FoundParty[]): FoundParty[] {
    for (const token of tokens) {
      const found = find(token)
      if (found.length === 0) continue
      const rest = conjuncts(this.sentence, token).slice(1).flatMap(find)
      return [...found, ...rest]
    }
    return []
  }
}
