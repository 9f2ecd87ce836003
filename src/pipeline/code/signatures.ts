// What a word says of the event below it: signatures after Karttunen 1971, Implicative verbs, and FactBank
// (Saurí and Pustejovsky 2009), as lists of lemmas; a particle is joined by "_".
import type { Status } from "../../types.js"

export interface Signature {
  /** What the event is below the word, and below the same word denied; "own" where it stands by itself. */
  plain: Status | "own"
  denied: Status | "own"
}

const table = (
  rows: [words: string, plain: Status | "own", denied: Status | "own"][],
): Map<string, Signature> =>
  new Map(
    rows.flatMap(([words, plain, denied]) => words.split(/\s+/).map((word) => [word, { plain, denied }])),
  )

/** Of verbs and adjectives with a clause without a subject or a noun: "failed to meet", "cancelled a visit". */
export const COMPLEMENT = table([
  // The complement did not happen; denied, it did.
  ["fail forget neglect omit prevent avoid escape miss skip hesitate", "negated", "actual"],
  // It did not; denied, it is open.
  [
    "refuse decline deny rule_out refrain abstain desist bar ban prohibit forbid block stop_short fall_short short " +
      "abandon scrap shelve drop abort foil thwart avert forgo withhold unwilling reluctant loath unable " +
      "powerless back_out pull_out dissuade deter discourage restrain resist disavow disclaim",
    "negated",
    "hypothetical",
  ],
  // It was to happen and now is not; denied, it is still to come.
  ["cancel call_off postpone put_off delay defer suspend", "negated", "planned"],
  ["reject oppose turn_down", "hypothetical", "hypothetical"],
  // It lies ahead.
  [
    "plan intend expect schedule set promise vow pledge prepare aim seek agree commit due slate decide undertake " +
      "arrange mean determine determined poise poised brace await anticipate ahead try attempt work resolve opt elect choose swear " +
      "guarantee bind certain sure bound about announce tip earmark volunteer line_up gear_up",
    "planned",
    "negated",
  ],
  // It is only thought, wished, offered or asked for.
  [
    "urge call ask demand appeal request press encourage consider ponder think talk speak dream wonder suggest want doubt question recommend " +
      "advise implore beg invite tell order require insist discuss debate weigh contemplate mull study possible unclear " +
      "unlikely able threaten allow permit enable need wish hope offer propose desire long yearn aspire fear dread " +
      "ready willing prepared likely keen eager anxious free entitled welcome liable impossible hard " +
      "difficult easy necessary important essential vital crucial speculate imagine pretend " +
      "pressure push lobby petition challenge warn authorise authorize empower entitle float moot rumour rumor explore " +
      "favour favor prefer advocate",
    "hypothetical",
    "negated",
  ],
])

/** Of verbs and adjectives with a clause that has its own subject and tense: "denied that", "unclear whether". */
export const CLAUSE = table([
  ["deny dispute refute dismiss disclaim false untrue", "negated", "own"],
  ["true", "own", "negated"],
  ["expect hope promise pledge vow agree guarantee arrange decide", "planned", "negated"],
  [
    "doubt question wonder ask demand urge request recommend propose require imagine pretend speculate unclear " +
      "unlikely possible likely fear rumour rumor wish want hint depend see",
    "hypothetical",
    "hypothetical",
  ],
  [
    "say claim believe think suggest report confirm allege prove certain clear state assert",
    "own",
    "hypothetical",
  ],
])

/** Of nouns: "a plan to visit", "the threat of a strike", "the possibility that". */
export const NOUN = table([
  [
    "plan intention promise vow pledge decision preparation readiness willingness schedule bid effort attempt " +
      "commitment arrangement determination resolve ambition mission",
    "planned",
    "negated",
  ],
  [
    "call demand appeal request need possibility proposal suggestion idea threat fear risk prospect likelihood chance " +
      "question right freedom ability doubt initiative allegation offer hope desire wish invitation rumour rumor " +
      "speculation talk principle option scenario danger pressure push opportunity condition order permission authority " +
      "mandate invite recommendation temptation capacity duty obligation advice warning",
    "hypothetical",
    "negated",
  ],
  [
    "refusal failure reluctance inability unwillingness denial cancellation postponement",
    "negated",
    "actual",
  ],
])

/** Nouns whose clause is asserted with them: "the message that". Denied, nothing is known. */
export const CONTENT = new Set(
  (
    "message fact news report claim accusation charge statement announcement view belief conviction argument " +
    "evidence proof sign indication confirmation information complaint assertion conclusion"
  ).split(" "),
)

/** What stops, goes on or is judged has happened, whoever may wish it to stop. */
export const PRESUPPOSING = new Set(
  (
    "stop end halt cease cessation pause continue resume condemn denounce deplore criticise criticize welcome praise " +
    "regret mourn apologise apologize forgive investigate punish avenge discuss review raise renew repeat extend " +
    "escalate step_up intensify reiterate reaffirm discussion condemnation criticism denunciation"
  ).split(" "),
)

/** Verbs that say of their subject or object that it takes place. */
export const OCCURRING = new Set(
  (
    "take happen occur begin start resume materialise materialize go hold make reach sign conduct carry launch pay " +
    "place be come impose give provide send offer agree continue follow stage deliver lift proceed ensue open"
  ).split(" "),
)

/** What is offered in these is given with the word: "offered her condolences". */
export const EXPRESSIVE = new Set(
  (
    "condolence sympathy congratulation thanks gratitude apology support solidarity prayer praise greeting backing " +
    "appreciation encouragement regret"
  ).split(" "),
)

/** Told in the present with a time ahead, these are planned: "flies to Rome on Friday". */
export const SCHEDULED = new Set(
  (
    "go travel visit fly head arrive leave depart meet see host receive hold begin start send sign talk address attend " +
    "open launch resume return come join deploy convene gather go_on"
  ).split(" "),
)
