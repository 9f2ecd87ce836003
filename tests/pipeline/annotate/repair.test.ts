import { describe, expect, test } from "vitest"
import { repairTree } from "../../../src/pipeline/annotate/repair.js"
import type { Token } from "../../../src/types.js"

type Word = [text: string, upos: string, xpos: string, head: number, deprel: string]

const treeOf = (words: Word[]): Token[] =>
  words.map(([text, upos, xpos, head, deprel], at) => {
    return { start: at, end: at, text, lemma: LEMMAS[text] ?? text, upos, xpos, head, deprel, certainty: 1 }
  })
const LEMMAS: Record<string, string> = {
  said: "say",
  told: "tell",
  threatened: "threaten",
  accusing: "accuse",
  called: "call",
  terms: "term",
}

/** `<relation> of <head>` of a word after repair. */
function repaired(words: Word[], word: string): string {
  const tokens = treeOf(words)
  repairTree(tokens)
  const token = tokens.find(({ text }) => text === word) as Token
  return token.head < 0 ? "root" : `${token.deprel} of ${tokens[token.head]?.text}`
}

describe("what the parser gets wrong by rule", () => {
  const cases: [title: string, word: string, expected: string, words: Word[]][] = [
    [
      "what is condemned in some terms is no second name for the terms",
      "raid",
      "obj of deplores",
      [
        ["Togo", "PROPN", "NNP", 1, "nsubj"],
        ["deplores", "VERB", "VBZ", -1, "root"],
        ["in", "ADP", "IN", 4, "case"],
        ["firm", "ADJ", "JJ", 4, "amod"],
        ["terms", "NOUN", "NNS", 1, "obl"],
        ["the", "DET", "DT", 6, "det"],
        ["raid", "NOUN", "NN", 4, "appos"],
      ],
    ],
    [
      "who invited is no subject beside who came",
      "Roe",
      "appos of king",
      [
        ["At", "ADP", "IN", 2, "case"],
        ["the", "DET", "DT", 2, "det"],
        ["invitation", "NOUN", "NN", 15, "obl"],
        ["of", "ADP", "IN", 5, "case"],
        ["the", "DET", "DT", 5, "det"],
        ["king", "NOUN", "NN", 2, "nmod"],
        [",", "PUNCT", ",", 2, "punct"],
        ["Roe", "PROPN", "NNP", 15, "nsubj"],
        [",", "PUNCT", ",", 10, "punct"],
        ["the", "DET", "DT", 10, "det"],
        ["premier", "NOUN", "NN", 7, "appos"],
        [",", "PUNCT", ",", 12, "punct"],
        ["Doe", "PROPN", "NNP", 10, "appos"],
        [",", "PUNCT", ",", 7, "punct"],
        ["thus", "ADV", "RB", 15, "advmod"],
        ["came", "VERB", "VBD", -1, "root"],
      ],
    ],
    [
      "a verb has the subject that is set before it",
      "We",
      "nsubj of condemn",
      [
        ["We", "PRON", "PRP", 5, "dislocated"],
        [",", "PUNCT", ",", 3, "punct"],
        ["the", "DET", "DT", 3, "det"],
        ["ministers", "NOUN", "NNS", 0, "appos"],
        [",", "PUNCT", ",", 0, "punct"],
        ["condemn", "VERB", "VBP", -1, "root"],
        ["Chad", "PROPN", "NNP", 5, "obj"],
      ],
    ],
    [
      "who says it stands behind a relative clause and is not of it",
      "Roe",
      "nsubj of told",
      [
        ["I", "PRON", "PRP", 1, "nsubj"],
        ["saw", "VERB", "VBD", 8, "ccomp"],
        ["Doe", "PROPN", "NNP", 1, "obj"],
        [",", "PUNCT", ",", 5, "punct"],
        ["who", "PRON", "WP", 5, "nsubj"],
        ["wept", "VERB", "VBD", 2, "acl:relcl"],
        [",", "PUNCT", ",", 5, "punct"],
        ["Roe", "PROPN", "NNP", 5, "nsubj"],
        ["told", "VERB", "VBD", -1, "root"],
        ["them", "PRON", "PRP", 8, "iobj"],
      ],
    ],
    [
      "the preposition of a name's first word is the name's",
      "of",
      "case of Haram",
      [
        ["fighters", "NOUN", "NNS", -1, "root"],
        ["of", "ADP", "IN", 2, "case"],
        ["Boko", "PROPN", "NNP", 3, "compound"],
        ["Haram", "PROPN", "NNP", 0, "nmod"],
      ],
    ],
    [
      "of a quoted clause's two subjects the one behind is who says it",
      "elders",
      "nsubj of said",
      [
        ["Trucks", "NOUN", "NNS", 1, "nsubj"],
        ["left", "VERB", "VBD", 5, "ccomp"],
        ["Friday", "PROPN", "NNP", 1, "obl"],
        [",", "PUNCT", ",", 1, "punct"],
        ["elders", "NOUN", "NNS", 1, "nsubj"],
        ["said", "VERB", "VBD", -1, "root"],
      ],
    ],
    [
      "of the two subjects of a saying behind its clause the first is the clause's",
      "Doe",
      "nsubj of left",
      [
        ["Doe", "PROPN", "NNP", 5, "nsubj"],
        ["has", "AUX", "VBZ", 2, "aux"],
        ["left", "VERB", "VBN", 5, "ccomp"],
        [",", "PUNCT", ",", 5, "punct"],
        ["elders", "NOUN", "NNS", 5, "nsubj"],
        ["said", "VERB", "VBD", -1, "root"],
      ],
    ],
    [
      "a participle with an agent tells of the subject of the verb behind it",
      "envoys",
      "nsubj of left",
      [
        ["envoys", "NOUN", "NNS", 1, "nsubj"],
        ["led", "VERB", "VBD", 4, "advcl"],
        ["by", "ADP", "IN", 3, "case"],
        ["Doe", "PROPN", "NNP", 1, "obl"],
        ["left", "VERB", "VBD", -1, "root"],
      ],
    ],
    [
      "a visiting guest is told, not visited",
      "Doe",
      "obj of told",
      [
        ["Roe", "PROPN", "NNP", 1, "nsubj"],
        ["told", "VERB", "VBD", -1, "root"],
        ["visiting", "VERB", "VBG", 1, "advcl"],
        ["Doe", "PROPN", "NNP", 2, "obj"],
      ],
    ],
    [
      "what stands before a verb that has an object is its subject",
      "army",
      "nsubj of signed",
      [
        ["army", "NOUN", "NN", 1, "obj"],
        ["signed", "VERB", "VBD", -1, "root"],
        ["truce", "NOUN", "NN", 1, "obj"],
      ],
    ],
    [
      "what is threatened is no purpose, though a day stands before it",
      "leave",
      "xcomp of threatened",
      [
        ["Doe", "PROPN", "NNP", 1, "nsubj"],
        ["threatened", "VERB", "VBD", -1, "root"],
        ["Monday", "PROPN", "NNP", 1, "obl"],
        ["to", "PART", "TO", 4, "mark"],
        ["leave", "VERB", "VB", 1, "advcl"],
      ],
    ],
    [
      "a passive without auxiliary is a past",
      "Doe",
      "nsubj of called",
      [
        ["Doe", "PROPN", "NNP", 1, "nsubj:pass"],
        ["called", "VERB", "VBN", -1, "root"],
        ["on", "ADP", "IN", 3, "case"],
        ["Roe", "PROPN", "NNP", 1, "obl"],
        [".", "PUNCT", ".", 1, "punct"],
      ],
    ],
    [
      "what stands between 'and' and a finite verb is its subject",
      "Poe",
      "nsubj of denounced",
      [
        ["Doe", "PROPN", "NNP", 1, "nsubj"],
        ["phoned", "VERB", "VBD", -1, "root"],
        ["Roe", "PROPN", "NNP", 1, "obj"],
        [",", "PUNCT", ",", 5, "punct"],
        ["and", "CCONJ", "CC", 5, "cc"],
        ["Poe", "PROPN", "NNP", 2, "conj"],
        ["denounced", "VERB", "VBD", 1, "conj"],
        ["Moe", "PROPN", "NNP", 6, "obj"],
        [".", "PUNCT", ".", 1, "punct"],
      ],
    ],
    [
      "two objects stay two where the verb has an 'and' of its own behind them",
      "Poe",
      "conj of Roe",
      [
        ["Doe", "PROPN", "NNP", 1, "nsubj"],
        ["phoned", "VERB", "VBD", -1, "root"],
        ["Roe", "PROPN", "NNP", 1, "obj"],
        ["and", "CCONJ", "CC", 4, "cc"],
        ["Poe", "PROPN", "NNP", 2, "conj"],
        ["and", "CCONJ", "CC", 6, "cc"],
        ["denounced", "VERB", "VBD", 1, "conj"],
        ["Moe", "PROPN", "NNP", 6, "obj"],
        [".", "PUNCT", ".", 1, "punct"],
      ],
    ],
    [
      "a name behind an office and its body is who holds the office",
      "Doe",
      "appos of president",
      [
        ["The", "DET", "DT", 1, "det"],
        ["president", "NOUN", "NN", 7, "nsubj"],
        ["of", "ADP", "IN", 3, "case"],
        ["Unasur", "PROPN", "NNP", 1, "nmod"],
        [",", "PUNCT", ",", 5, "punct"],
        ["Doe", "PROPN", "NNP", 3, "appos"],
        [",", "PUNCT", ",", 5, "punct"],
        ["resigned", "VERB", "VBD", -1, "root"],
        [".", "PUNCT", ".", 7, "punct"],
      ],
    ],
    [
      "the short name behind a body is the body's",
      "UNS",
      "appos of Union",
      [
        ["The", "DET", "DT", 1, "det"],
        ["president", "NOUN", "NN", 7, "nsubj"],
        ["of", "ADP", "IN", 3, "case"],
        ["Union", "PROPN", "NNP", 1, "nmod"],
        ["(", "PUNCT", "-LRB-", 5, "punct"],
        ["UNS", "PROPN", "NNP", 3, "appos"],
        [")", "PUNCT", "-RRB-", 5, "punct"],
        ["resigned", "VERB", "VBD", -1, "root"],
        [".", "PUNCT", ".", 7, "punct"],
      ],
    ],
    [
      "whoever is told is no subject",
      "council",
      "iobj of told",
      [
        ["Doe", "PROPN", "NNP", 1, "nsubj"],
        ["told", "VERB", "VBD", -1, "root"],
        ["council", "NOUN", "NN", 1, "nsubj"],
        ["so", "ADV", "RB", 1, "advmod"],
      ],
    ],
    [
      "a name between what is said and the saying says it",
      "Doe",
      "nsubj of said",
      [
        ["Ruritania", "PROPN", "NNP", 2, "nsubj"],
        ["must", "AUX", "MD", 2, "aux"],
        ["withdraw", "VERB", "VB", 5, "ccomp"],
        [",", "PUNCT", ",", 2, "punct"],
        ["Doe", "PROPN", "NNP", 2, "vocative"],
        ["said", "VERB", "VBD", -1, "root"],
      ],
    ],
    [
      "a list of phrases is no nest",
      "Poe",
      "conj of Roe",
      [
        ["spoke", "VERB", "VBD", -1, "root"],
        ["to", "ADP", "IN", 2, "case"],
        ["Roe", "PROPN", "NNP", 0, "obl"],
        [",", "PUNCT", ",", 5, "punct"],
        ["to", "ADP", "IN", 5, "case"],
        ["Poe", "PROPN", "NNP", 2, "nmod"],
      ],
    ],
    [
      "an absolute phrase has its own subject",
      "Poe",
      "nsubj of join",
      [
        ["meet", "VERB", "VB", -1, "root"],
        [",", "PUNCT", ",", 3, "punct"],
        ["with", "ADP", "IN", 3, "case"],
        ["Poe", "PROPN", "NNP", 0, "obl"],
        ["to", "PART", "TO", 5, "mark"],
        ["join", "VERB", "VB", 0, "advcl"],
      ],
    ],
    [
      "a possessor is no second subject",
      "Jane",
      "nmod:poss of trip",
      [
        ["Jane", "PROPN", "NNP", 4, "nsubj"],
        ["Doe", "PROPN", "NNP", 0, "flat"],
        ["'s", "PART", "POS", 1, "case"],
        ["trip", "NOUN", "NN", 4, "nsubj"],
        ["ended", "VERB", "VBD", -1, "root"],
      ],
    ],
    [
      "a phrase that is well attached stays",
      "Poe",
      "obl of met",
      [
        ["met", "VERB", "VBD", -1, "root"],
        ["with", "ADP", "IN", 2, "case"],
        ["Poe", "PROPN", "NNP", 0, "obl"],
        [".", "PUNCT", ".", 0, "punct"],
      ],
    ],
  ]
  test.each(cases)("%s: %s is %s", (_, word, expected, words) => {
    expect(repaired(words, word)).toBe(expected)
  })

  test("no repair closes a circle or leaves a word behind", () => {
    const tokens = treeOf([
      ["to", "PART", "TO", 1, "mark"],
      ["leave", "VERB", "VB", 2, "xcomp"],
      ["urges", "NOUN", "NNS", -1, "root"],
    ])
    repairTree(tokens)
    expect(tokens.filter(({ head }) => head < 0)).toHaveLength(1)
  })
})
