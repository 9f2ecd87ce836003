// Whether an event happened, lies ahead, was denied or is only thought of.
import { describe, expect, test } from "vitest"
import type { Status } from "../../../src/types.js"
import { readEvents } from "./extract.js"

type Row = [sentence: string, type: string, status: Status]

function checks(title: string, rows: Row[]): void {
  describe(title, () => {
    test.each(rows)("%s %s: %s", async (sentence, type, status) => {
      const { reports } = await readEvents(sentence)
      const statuses = reports
        .filter((report) => report.type === type && report.target)
        .map((report) => report.status)
      expect(new Set(statuses)).toEqual(new Set([status]))
    })
  })
}

checks("auxiliaries and infinitives", [
  ["Kofi Annan met Paul Kagame.", "MET", "actual"],
  ["Kofi Annan will meet Paul Kagame.", "MET", "planned"],
  ["Kofi Annan is to visit Rwanda.", "VISITED", "planned"],
  ["Kofi Annan phoned Paul Kagame and is to visit Rwanda.", "VISITED", "planned"],
  ["Kofi Annan is due to meet Paul Kagame.", "MET", "planned"],
  ["Eritrea is determined to invade Ethiopia.", "ATTACKED", "planned"],
  ["Kofi Annan was to have met Paul Kagame.", "MET", "negated"],
  ["Kofi Annan may meet Paul Kagame.", "MET", "hypothetical"],
  ["Kofi Annan may not meet Paul Kagame.", "MET", "hypothetical"],
  ["Kofi Annan would have visited Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan said he'd met Paul Kagame.", "MET", "actual"],
  ["Kofi Annan flies to Rwanda on Monday.", "VISITED", "planned"],
  ["Kofi Annan is visiting Rwanda next week.", "VISITED", "planned"],
])

checks("negators in every place", [
  ["Kofi Annan never met Paul Kagame.", "MET", "negated"],
  ["Kofi Annan has yet to visit Rwanda.", "VISITED", "negated"],
  ["Neither Kofi Annan nor Ban Ki-moon met Paul Kagame.", "MET", "negated"],
  ["Nobody from Chad has met Paul Kagame.", "MET", "negated"],
  ["Chad has neither condemned Sudan nor accused Libya.", "ACCUSED", "negated"],
  ["Chad will neither condemn Sudan nor accuse Libya.", "ACCUSED", "negated"],
  ["Kofi Annan visited Rwanda without meeting Paul Kagame.", "MET", "negated"],
  ["Chad nearly attacked Sudan.", "ATTACKED", "negated"],
  ["Not only did Chad condemn Sudan, it also accused Libya.", "CONDEMNED", "actual"],
])

checks("implicative verbs and what denies them", [
  ["Kofi Annan failed to meet Paul Kagame.", "MET", "negated"],
  ["Ana Lima stopped short of condemning Rwanda.", "CONDEMNED", "negated"],
  ["Kofi Annan refrained from condemning Rwanda.", "CONDEMNED", "negated"],
  ["Kofi Annan managed to meet Paul Kagame.", "MET", "actual"],
  ["Kofi Annan was able to meet Paul Kagame.", "MET", "actual"],
  ["Kofi Annan was not able to meet Paul Kagame.", "MET", "negated"],
  ["Kofi Annan was the first outsider to visit Rwanda.", "VISITED", "actual"],
  ["Kofi Annan will be the first outsider to visit Rwanda.", "VISITED", "planned"],
  ["Chad tried to poison Kofi Annan.", "ATTACKED", "actual"],
  ["France is in Mali to defeat Boko Haram.", "ATTACKED", "actual"],
  ["Kofi Annan spoke with Paul Kagame to congratulate him.", "SUPPORTED", "actual"],
  ["Kofi Annan called Paul Kagame to congratulate him.", "SUPPORTED", "actual"],
  ["Kofi Annan declined the request that he visit Rwanda.", "VISITED", "negated"],
  ["Kofi Annan called off his visit to Rwanda.", "VISITED", "negated"],
  ["Kofi Annan's visit to Rwanda was postponed.", "VISITED", "negated"],
  ["Chad denied that it had attacked Sudan.", "ATTACKED", "negated"],
  ["Chad denied having attacked Sudan.", "ATTACKED", "negated"],
  ["Chad has not ruled out attacking Sudan.", "ATTACKED", "hypothetical"],
  ["Kofi Annan could not but condemn Chad.", "CONDEMNED", "actual"],
  ["Chad had no choice but to expel Sudan's ambassador.", "SANCTIONED", "actual"],
  ["Chad saw fit to expel Sudan's ambassador.", "SANCTIONED", "actual"],
  ["Chad went on to attack Sudan.", "ATTACKED", "actual"],
  ["Kofi Annan went on to Rwanda to meet Paul Kagame.", "MET", "planned"],
  ["Far from condemning Sudan, Chad praised it.", "CONDEMNED", "negated"],
  ["It is not true that Chad attacked Sudan.", "ATTACKED", "negated"],
])

checks("plans, wishes, offers and what is asked", [
  ["Kofi Annan is due to hold talks with Paul Kagame, the UN announced.", "MET", "planned"],
  ["Kofi Annan agreed to visit Rwanda.", "VISITED", "planned"],
  ["Kofi Annan was sent to Africa to speak with Rwandan officials.", "CONSULTED", "planned"],
  ["Kofi Annan did not agree to visit Rwanda.", "VISITED", "negated"],
  ["Kofi Annan hopes to visit Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan offered to visit Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan is considering visiting Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan is unlikely to visit Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan convened a meeting with Paul Kagame for Monday.", "MET", "planned"],
  ["Kofi Annan is thinking of visiting Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan decided against visiting Rwanda.", "VISITED", "negated"],
  ["Ban Ki-moon doubts whether Kofi Annan would agree to visit Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan may decide to visit Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan phoned Paul Kagame to congratulate Rwanda.", "SUPPORTED", "actual"],
  ["Kofi Annan telephoned Paul Kagame to urge restraint.", "URGED", "actual"],
  ["Kofi Annan is trying to mediate between Chad and Sudan.", "MEDIATED", "actual"],
  ["Kofi Annan deplored Chad's decision to expel the Sudanese ambassador.", "SANCTIONED", "actual"],
  ["Chad will boycott the talks unless Sudan leaves.", "THREATENED", "actual"],
  ["France reaffirmed its commitment to support Chad.", "SUPPORTED", "actual"],
  ["Libya's efforts to help Chad have borne fruit.", "AIDED", "actual"],
])

checks("conditions and questions", [
  ["Kofi Annan will visit Rwanda only if it rains.", "VISITED", "hypothetical"],
  ["Kofi Annan will meet Paul Kagame only under a new flag.", "MET", "hypothetical"],
  ["Unless it rains, Kofi Annan will visit Rwanda.", "VISITED", "hypothetical"],
  ["Kofi Annan will visit Rwanda even if it rains.", "VISITED", "planned"],
  ["Had Chad attacked Sudan, the rains would have stopped it.", "ATTACKED", "hypothetical"],
  ["Did Chad attack Sudan?", "ATTACKED", "hypothetical"],
  ["Why did Chad attack Sudan?", "ATTACKED", "actual"],
  ["It is unclear whether Kofi Annan met Paul Kagame.", "MET", "hypothetical"],
])

checks("reports and contents", [
  ["Kofi Annan dismissed reports that Chad had attacked Sudan.", "ATTACKED", "negated"],
  ["There is no evidence that Chad attacked Sudan.", "ATTACKED", "hypothetical"],
  ["Kofi Annan will announce that Chad has attacked Sudan.", "ATTACKED", "actual"],
  ["Kofi Annan did not say that Chad had attacked Sudan.", "ATTACKED", "hypothetical"],
])
