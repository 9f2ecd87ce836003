// "Ruritanian students", "a Ruritanian newspaper": of a state, but not the state when they speak or act.
import type { EventType, Sentence } from "../../types.js"
import { tokenAt } from "../resolve/grammar.js"
import type { FoundParty } from "./parties.js"

const PRIVATE =
  /^(?:opposition|oppositionist|dissident|exile|emigrant|expatriate|migrant|newspaper|daily|tabloid|magazine|broadcaster|medium|media|press|website|company|firm|corporation|manufacturer|producer|exporter|importer|retailer|trader|charity|ngo|union|student|pupil|teacher|worker|miner|farmer|fisherman|businessman|businesswoman|tycoon|oligarch|billionaire|investor|academic|professor|scientist|historian|intellectual|writer|author|novelist|poet|artist|singer|musician|actor|actress|filmmaker|film-maker|economist|analyst|commentator|columnist|expert|observer|scholar|researcher|gang|gangster|mafia|smuggler|trafficker|voter|elector|islamist|nationalist|separatist|secessionist|reformist|campaigner|protester|demonstrator|marcher|crowd|mob|rioter|blogger|tourist|journalist|reporter|editor|bishop|priest|cleric|imam|church|muslim|christian|jew|teenager|youth|fan|footballer|athlete|family|parent)$/

/** What they say, and with whom they speak, is theirs; what they do to others, or suffer, is told of their state. */
const SPEECH = new Set<EventType>([
  "CALLED",
  "MET",
  "CONSULTED",
  "CONDEMNED",
  "ACCUSED",
  "URGED",
  "SUPPORTED",
  "AGREED",
  "REJECTED",
  "THREATENED",
])

/** Whether a party to an event of some type is a state only through people or bodies of it that do not act for it. */
export function isPrivate(sentence: Sentence, { actor, token }: FoundParty, type: EventType): boolean {
  if (!actor.startsWith("state:") || !SPEECH.has(type)) return false
  const { lemma, deprel, head } = tokenAt(sentence, token)
  const noun = /^(?:amod|compound|nmod:poss)$/.test(deprel) ? tokenAt(sentence, head).lemma : lemma
  return PRIVATE.test(noun.toLowerCase())
}
