// From a place in the tree to the actors there: the phrase itself, the doer of an act, or who an act befalls.
import type { ActorId, ResolvedArticle, Sentence } from "../../types.js"
import { caseOf, childrenWith, conjuncts, tokenAt } from "../resolve/grammar.js"
import { actorsAt, mentionsIn, type Party } from "../resolve/lookup.js"
import { contentOf, nounArguments } from "./noun-arguments.js"
import { obliques, withConjuncts } from "./phrases.js"
import { verbArguments } from "./verb-arguments.js"

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

export class Parties {
  constructor(
    readonly article: ResolvedArticle,
    readonly sentence: Sentence,
  ) {}

  /** The actors that a phrase stands for as a whole. */
  at(token: number): FoundParty[] {
    const party = actorsAt(this.article, this.sentence.index, token) ?? this.#covering(token)
    if (party === undefined) {
      const content = contentOf(this.sentence, token)
      return content === token ? (this.#inTitle(token) ?? this.#members(token)) : this.at(content)
    }
    const { mention } = party
    // "the Palestinian organisation, Hamas" is Hamas.
    const named = mention.kind === "description" ? this.#inApposition(token) : []
    if (named.length > 0) return named
    const isTown = mention.kind === "place" || mention.kind === "metonym"
    const place = isTown ? this.article.text.slice(mention.start, mention.end) : null
    const isSite = mention.kind === "place"
    return party.actors.map((actor) => ({ actor, certainty: party.certainty, token, place, isSite }))
  }

  /** A name whose words the parser hangs side by side, so that it has several heads. */
  #covering(token: number): Party | undefined {
    const mention = mentionsIn(this.article, this.sentence.index).find(
      ({ kind, first, last, head }) =>
        kind !== "description" &&
        first < token &&
        token <= last &&
        tokenAt(this.sentence, token).head === tokenAt(this.sentence, head).head,
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
      if (deprel === "nmod") {
        const deeper = depth < 2 ? this.#inTitle(child, depth + 1) : undefined
        if (deeper?.[0]?.actor.startsWith("person:")) return deeper
        continue
      }
      const party = actorsAt(this.article, this.sentence.index, child)
      const [actor] = party?.actors ?? []
      if (party === undefined || actor === undefined || party.actors.length > 1) continue
      if (deprel === "appos") return this.#each(conjuncts(this.sentence, child), (at) => this.#one(at))
      if (actor.startsWith("person:")) return this.#one(child)
    }
    return undefined
  }

  #inApposition(token: number): FoundParty[] {
    const names = childrenWith(this.sentence, token, "appos").filter((child) => {
      return actorsAt(this.article, this.sentence.index, child)?.mention.kind === "name"
    })
    return this.#each(withConjuncts(this.sentence, names), (at) => this.#one(at))
  }

  #one(token: number): FoundParty[] {
    const party = actorsAt(this.article, this.sentence.index, token)
    return (party?.actors ?? []).map((actor) => {
      return { actor, certainty: (party?.certainty ?? 0) * 0.95, token, place: null }
    })
  }

  /** "allies in the region, including X and Y": X and Y. */
  #members(token: number): FoundParty[] {
    const members = childrenWith(this.sentence, token, "nmod").filter((child) =>
      /^(?:including|such as|like|namely|especially|notably|among them)$/.test(caseOf(this.sentence, child)),
    )
    return this.#each(withConjuncts(this.sentence, members), (at) => this.at(at))
  }

  /** Who did the act that a phrase names: "the raids by X", "X's raids", "X-ian raids", "fire from X". */
  doer(token: number, depth = 0): FoundParty[] {
    const itself = this.at(token)
    if (itself.length > 0 || depth > 3) return itself
    const { sentence } = this
    const { upos } = tokenAt(sentence, token)
    if (upos === "PRON") return this.#first(this.#described(token), (at) => this.doer(at, depth + 1))
    if (upos === "VERB") return this.#each(verbArguments(sentence, token).subject, (at) => this.at(at))
    const noun = nounArguments(sentence, token)
    const isOwn = tokenAt(sentence, token).deprel !== "conj"
    const places = [
      ...(noun.oblique.get("by") ?? []),
      ...this.#clauseSubjects(token),
      ...noun.poss,
      ...(isOwn && noun.support?.passive === false ? noun.support.subject : []),
      ...noun.adj,
      ...noun.adj.flatMap((child) => [
        ...leader(sentence, child),
        ...childrenWith(sentence, child, "compound"),
      ]),
    ]
    const direct = this.#first(places, (at) => this.at(at).filter(({ isSite }) => !isSite))
    if (direct.length > 0) return direct
    const origin = this.#first(noun.oblique.get("from") ?? [], (at) => this.at(at))
    if (origin.length > 0) return origin
    const of = noun.oblique.get("of") ?? []
    if (OWN_ACT.test(tokenAt(sentence, token).lemma)) {
      const owners = this.#first(of, (at) => this.at(at))
      if (owners.length > 0) return owners
    }
    // "the deal between X and Y".
    const sides = this.#first(noun.oblique.get("between") ?? [], (at) => this.at(at))
    if (sides.length > 0) return sides
    // "the launching of rockets by X", "the policy of demolitions": look further in.
    return this.#first(of, (at) => (this.at(at).length > 0 ? [] : this.doer(at, depth + 1)))
  }

  /** "students throughout X", "prisoners at a jail in X", but not "the attacks in X". */
  residents(token: number): FoundParty[] {
    const { xpos, lemma } = tokenAt(this.sentence, token)
    if (xpos !== "NNS" || ACT.test(lemma)) return []
    const oblique = obliques(this.sentence, token)
    const seats = ["in", "at", "throughout", "across"].flatMap((word) => oblique.get(word) ?? [])
    return this.#first(seats, (at) => this.affected(at))
  }

  /** "what she called the raids by X": the raids. */
  #described(token: number): number[] {
    return childrenWith(this.sentence, token, "acl", "ccomp").flatMap((clause) => {
      const { oblique, complement, object } = verbArguments(this.sentence, clause)
      return [...(oblique.get("as") ?? []), ...complement, ...object].filter((at) => at !== token)
    })
  }

  /** Subjects of "that X carried out" and "carried out by X", places of "launched from X". */
  #clauseSubjects(noun: number): number[] {
    return childrenWith(this.sentence, noun, "acl").flatMap((clause) => {
      const { subject, oblique } = verbArguments(this.sentence, clause)
      return [...subject, ...(oblique.get("from") ?? [])].filter((token) => token !== noun)
    })
  }

  /** Whom an act befalls: "positions of X", "X-ian civilians", "targets in X". */
  affected(token: number, depth = 0): FoundParty[] {
    const itself = this.at(token)
    if (itself.length > 0 || depth > 2) return itself
    const { sentence } = this
    const noun = nounArguments(sentence, token)
    // "troops on its border with X": X, also where the phrase hangs on the verb.
    const isEdge = /^(?:border|frontier|line|fence|boundary)$/.test(tokenAt(sentence, token).lemma)
    const across = isEdge ? [noun.oblique, obliques(sentence, tokenAt(sentence, token).head)] : []
    const places = [
      ...across.flatMap((phrases) => phrases.get("with") ?? []),
      ...noun.poss,
      ...noun.adj,
      ...noun.adj.flatMap((child) => holder(sentence, child)),
      ...LOCATING.flatMap((preposition) => noun.oblique.get(preposition) ?? []),
    ]
    const direct = this.#first(places, (at) => this.at(at))
    if (direct.length > 0) return direct
    const deeper = [...(noun.oblique.get("of") ?? []), ...(noun.oblique.get("in") ?? [])]
    return this.#first(deeper, (at) => this.affected(at, depth + 1))
  }

  #each(tokens: number[], find: (token: number) => FoundParty[]): FoundParty[] {
    return tokens.flatMap(find)
  }

  /** Parties of the first place that has any, with those coordinated with it. */
  #first(tokens: number[], find: (token: number) => FoundParty[]): FoundParty[] {
    for (const token of tokens) {
      const found = find(token)
      if (found.length === 0) continue
      const rest = conjuncts(this.sentence, token).slice(1).flatMap(find)
      return [...found, ...rest]
    }
    return []
  }
}

/** Where the party that a noun concerns stands beside it, nearest first. */
const LOCATING = ["of", "in", "from", "near", "on", "to", "for", "at"]

/** Acts and things: their place is not who does them. */
const ACT =
  /(?:tion|ment|ing|ity|ence|ance|ism)s?$|^(?:attack|strike|airstrike|raid|war|event|clash|talk|protest|riot|crime|act|murder|massacre|atrocity|rocket|missile|bomb|weapon|plan|change|law|sanction|right|interest|election|problem|issue|report|effort|abuse|conflict|threat|move|need|base|fear|price|market|photo|image|death|effect|threat)$/

/** Nouns whose `of` is the doer: "the actions of X", but not "the killing of X". */
const OWN_ACT =
  /^(?:action|act|policy|stance|decision|behaviou?r|conduct|silence|position|refusal|failure|role|aggression|crime|campaign|occupation|practice|violation|move|statement|remark|comment|attempt|effort|plan|regime|rule|part|side|leadership|rhetoric|intervention|involvement|hand)$/

/** "US-led strikes": who leads. */
const leader = (sentence: Sentence, participle: number): number[] =>
  agentOf(sentence, participle, /^(?:lead|run|command|control|order|perpetrate|inspire|make)$/)

/** "a rebel-held town", "a Greek-owned ship": whom it hurts to lose it. */
const holder = (sentence: Sentence, participle: number): number[] =>
  agentOf(sentence, participle, /^(?:hold|occupy|run|control|own|govern|back|flag|operate|administer|rule)$/)

const agentOf = (sentence: Sentence, participle: number, lemmas: RegExp): number[] =>
  lemmas.test(tokenAt(sentence, participle).lemma) ? verbArguments(sentence, participle).subject : []
