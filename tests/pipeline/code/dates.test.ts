// The day of an event: its own clause's, else its sentence's, else that of the story. Published on Friday, 14 May.
import { describe, expect, test } from "vitest"
import { readEvents } from "./extract.js"

type Row = [text: string, type: string, date: string | null]

function checks(title: string, rows: Row[]): void {
  describe(title, () => {
    test.each(rows)("%s %s: %s", async (text, type, date) => {
      const { reports } = await readEvents(text)
      const dates = reports.filter((report) => report.type === type && report.target).map(({ date }) => date)
      expect(new Set(dates)).toEqual(new Set([date]))
    })
  })
}

checks("tense decides between the day before and the day ahead", [
  ["Kofi Annan met Paul Kagame on Wednesday.", "MET", "2021-05-12"],
  ["Kofi Annan met Paul Kagame on Friday afternoon.", "MET", "2021-05-14"],
  ["Kofi Annan met Paul Kagame late on Saturday.", "MET", "2021-05-08"],
  ["Kofi Annan will meet Paul Kagame on Wednesday.", "MET", "2021-05-19"],
  ["Kofi Annan will meet Paul Kagame next Monday.", "MET", "2021-05-17"],
  ["Kofi Annan had been due to meet Paul Kagame on Wednesday.", "MET", "2021-05-12"],
  ["Kofi Annan tried to meet Paul Kagame on Wednesday.", "MET", "2021-05-12"],
  ["Kofi Annan visited Rwanda in June.", "VISITED", "2020-06"],
  ["Kofi Annan will visit Rwanda in June.", "VISITED", "2021-06"],
  ["Kofi Annan visited Rwanda on May 3.", "VISITED", "2021-05-03"],
  ["Kofi Annan visited Rwanda on November 3.", "VISITED", "2020-11-03"],
  ["Chad attacked Sudan overnight.", "ATTACKED", "2021-05-14"],
  ["Kofi Annan visits Rwanda on May 20.", "VISITED", "2021-05-20"],
  ["Chad's troops landed at Moroni on Thursday to help Togo.", "AIDED", "2021-05-13"],
])

checks("a duration, a part of the day or of a week, and a procession are no dates", [
  ["Kofi Annan met Paul Kagame for five days.", "MET", null],
  ["Kofi Annan met Paul Kagame in the evening.", "MET", null],
  ["Earlier in the week Kofi Annan met Paul Kagame.", "MET", null],
  ["Chad condemned Sudan for a march.", "CONDEMNED", null],
  ["Three years later Chad condemned Sudan.", "CONDEMNED", null],
])

checks("each clause has its own time", [
  ["Kofi Annan said on Tuesday that Chad had attacked Sudan.", "ATTACKED", null],
  ["Kofi Annan said on Tuesday that he would visit Rwanda.", "VISITED", null],
  ["Kofi Annan agreed on Tuesday to visit Rwanda.", "VISITED", null],
  ["On Monday Chad condemned Sudan; on Tuesday Kofi Annan met Paul Kagame.", "MET", "2021-05-11"],
  ["Kofi Annan, who had visited Rwanda on Monday, condemned Sudan.", "CONDEMNED", null],
  ["Kofi Annan, who visited Rwanda on Monday, condemned Sudan.", "CONDEMNED", "2021-05-10"],
  ["It was in 1994 that Chad attacked Sudan.", "ATTACKED", "1994"],
])

checks("what leans on another day of the story", [
  [
    "Kofi Annan visited Rwanda on Tuesday. A day earlier Ban Ki-moon had met Paul Kagame.",
    "MET",
    "2021-05-10",
  ],
  ["Kofi Annan visited Rwanda on Tuesday and met Paul Kagame the next day.", "MET", "2021-05-12"],
  ["Kofi Annan visited Rwanda on Tuesday. That evening he met Paul Kagame.", "MET", "2021-05-11"],
  ["Kofi Annan arrived in Rwanda on Tuesday, a day after meeting Ban Ki-moon.", "MET", "2021-05-10"],
  ["Chad attacked Sudan on Tuesday, hours after Kofi Annan had met Paul Kagame.", "MET", "2021-05-11"],
])

checks("the story keeps its day, for what is told in its course", [
  ["Kofi Annan visited Rwanda on Tuesday. He met Paul Kagame.", "MET", "2021-05-11"],
  ["Kofi Annan visited Rwanda on Tuesday. He had met Paul Kagame.", "MET", null],
  ["Kofi Annan visited Rwanda on Tuesday. He will meet Paul Kagame.", "MET", null],
  ["Kofi Annan visited Rwanda on Tuesday. Chad has long condemned Sudan.", "CONDEMNED", null],
  ["Kofi Annan left on Tuesday. War broke out in 1994. Chad condemned Sudan.", "CONDEMNED", null],
  ["Kofi Annan left on Tuesday. It rained. It rained. It rained. Chad condemned Sudan.", "CONDEMNED", null],
  ["Chad condemned Sudan.", "CONDEMNED", null],
  ["We condemn Sudan. Chad strongly condemns Libya.", "CONDEMNED", "2021-05-14"],
  ["09.40 Kofi Annan has met Paul Kagame.\n\n10.15 Chad has condemned Sudan.", "MET", "2021-05-14"],
])

test("history is background, and never takes the day of publication", async () => {
  const { reports } = await readEvents("Chad has long condemned Sudan. Libya condemned Egypt.")
  expect(reports.map(({ background }) => background)).toEqual([true, false])
})
