// What acts are called when they are spoken of again: "the raid", "the expulsions", "the accusation".
import type { EventType } from "../../types.js"

const NOUNS: [nouns: string, types: EventType[]][] = [
  [
    "aggression airstrike assassination assault atrocity attack barrage beating beheading blast blitz bloodbath " +
      "bloodshed bombardment bombing butchery carnage clash cruelty downing explosion fighting firing fire gunfire hit " +
      "incursion invasion killing launch lynching massacre murder offensive onslaught pogrom poisoning provocation " +
      "rampage rocket salvo shelling shooting slaughter slaying stabbing strike test torpedoing torture violence",
    ["ATTACKED"],
  ],
  [
    "abduction annexation arrest blockade capture confiscation crackdown curfew demolition deportation detention " +
      "eviction execution expropriation imprisonment internment jailing kidnapping occupation prosecution raid " +
      "seizure sentence sentencing siege takeover trial",
    ["COERCED", "ATTACKED"],
  ],
  ["ban boycott closure embargo expulsion penalty restriction sanction tariff", ["SANCTIONED", "COERCED"]],
  ["buildup build-up deployment drill exercise manoeuvre maneuver mobilisation mobilization", ["MOBILIZED"]],
  ["threat ultimatum warning", ["THREATENED", "URGED"]],
  ["accusation allegation charge complaint slander", ["ACCUSED"]],
  ["appeal call demand offer petition plea proposal request summons", ["URGED"]],
  ["trip visit", ["VISITED"]],
  ["refusal rejection veto", ["REJECTED"]],
  ["criticism remark comment", ["CONDEMNED", "ACCUSED"]],
  ["pardon pullout release retreat withdrawal", ["CONCEDED"]],
  [
    "act action crime decision deed incident move step measure outrage",
    ["ATTACKED", "COERCED", "SANCTIONED", "MOBILIZED", "THREATENED", "REJECTED"],
  ],
]

const TYPES = new Map(NOUNS.flatMap(([nouns, types]) => nouns.split(" ").map((noun) => [noun, types])))

/** The events that a noun may point back to. */
export const actTypes = (lemma: string): readonly EventType[] => TYPES.get(lemma) ?? []
