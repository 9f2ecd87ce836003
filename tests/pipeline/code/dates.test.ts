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
  ["Kofi Annan met Paul Kagame on Christmas Day.", "MET", "2020-12-25"],
  ["Kofi Annan has mediated between Chad and Sudan since the middle of May.", "MEDIATED", "2021-05"],
  ["Kofi Annan will visit Rwanda at the end of the month.", "VISITED", "2021-05"],
  ["Chad's troops landed at Moroni on Thursday to help Togo.", "AIDED", "2021-05-13"],
])

checks("a duration, a part of the day or of a week, and a procession are no dates", [
  ["Kofi Annan met Paul Kagame for five days.", "MET", null],
  ["Kofi Annan met Paul Kagame in the evening.", "MET", null],
  ["Earlier in the week Kofi Annan met Paul Kagame.", "MET", null],
  ["Chad condemned Sudan for a march.", "CONDEMNED", null],
  ["Kofi Annan telephoned Paul Kagame after nine days of silence.", "CALLED", null],
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
  ["Kofi Annan, who fell ill in March, condemned Sudan.", "CONDEMNED", null],
  [
    "Paul Kagame, who conferred with Idriss Déby in Paris on May 3, again asked Kofi Annan on Wednesday to help him.",
    "URGED",
    "2021-05-12",
  ],
])

checks("a time belongs to what it is told of", [
  ["Kofi Annan came to Rwanda and met Paul Kagame there on Tuesday.", "VISITED", "2021-05-11"],
  ["Kofi Annan accused Chad on Tuesday of arming Sudan.", "AIDED", null],
  ["Kofi Annan, speaking on Tuesday, accused Chad of arming Sudan.", "AIDED", null],
  ["On the anniversary of the coup of 1973 Chad condemned Sudan.", "CONDEMNED", null],
  ["Under the 1994 treaty Chad condemned Sudan.", "CONDEMNED", null],
  ["A statement issued on Saturday by Chad denounced Sudan.", "CONDEMNED", "2021-05-08"],
  ["In a letter dated May 1 Chad urged Sudan to free the general.", "URGED", "2021-05-01"],
  ["Kofi Annan has cancelled a visit to Rwanda that was planned for Sunday.", "VISITED", "2021-05-16"],
  ["Chad condemned Friday's raid on Sudan by Libya.", "CONDEMNED", null],
  ["Chad has denounced Sudan, and Kofi Annan is due in Rwanda on July 24.", "CONDEMNED", null],
  ["On Friday Kofi Annan called off a visit to Rwanda scheduled for 20 May.", "VISITED", "2021-05-20"],
])

checks("a year and its day or month are one time", [
  ["A year ago today Chad attacked Sudan.", "ATTACKED", "2020-05-14"],
  ["On 15 November last year Chad attacked Sudan.", "ATTACKED", "2020-11-15"],
  ["Ten years ago, on 3 June 2011, Chad attacked Sudan.", "ATTACKED", "2011-06-03"],
  ["On the night of 20 August 1968 Chad attacked Sudan.", "ATTACKED", "1968-08-20"],
  ["On Tuesday last week Kofi Annan met Paul Kagame.", "MET", "2021-05-04"],
  ["Chad attacked Sudan overnight, and Kofi Annan is due in Rwanda on Sunday.", "ATTACKED", "2021-05-14"],
])

checks("what leans on another day of the story", [
  ["Kofi Annan visited Rwanda in 1994. Two years later Chad attacked Sudan.", "ATTACKED", "1996"],
  ["Kofi Annan went home in 1994; he had met Paul Kagame that May.", "MET", "1994-05"],
  ["On 29 October 1956 Chad attacked Sudan. Libya condemned Chad the next day.", "CONDEMNED", "1956-10-30"],
  ["Ban Ki-moon had visited Rwanda on May 6. Kofi Annan met Paul Kagame the day after.", "MET", "2021-05-07"],
  [
    "Kofi Annan visited Rwanda on Tuesday. A day earlier Ban Ki-moon had met Paul Kagame.",
    "MET",
    "2021-05-10",
  ],
  ["Chad attacked Sudan a day later.", "ATTACKED", null],
  ["Kofi Annan visited Rwanda on Tuesday and met Paul Kagame the next day.", "MET", "2021-05-12"],
  ["Kofi Annan visited Rwanda on Tuesday. That evening he met Paul Kagame.", "MET", "2021-05-11"],
  ["Kofi Annan will fly to Togo on Sunday and see Paul Kagame the day after.", "MET", "2021-05-17"],
  ["Kofi Annan visited Rwanda on 28 April. A week later Chad attacked Sudan.", "ATTACKED", "2021-05"],
  ["Chad signed the truce on Tuesday, two months after Sudan had attacked Libya.", "ATTACKED", "2021-03"],
  [
    "Kofi Annan left on Tuesday for a summit first held in 1962. The next day he met Paul Kagame.",
    "MET",
    "2021-05-12",
  ],
  ["Kofi Annan left on Tuesday. In March 2008 it rained. A day later he met Paul Kagame.", "MET", null],
  ["Kofi Annan arrived in Rwanda on Tuesday, a day after meeting Ban Ki-moon.", "MET", "2021-05-10"],
  ["Chad attacked Sudan on Tuesday, hours after Kofi Annan had met Paul Kagame.", "MET", "2021-05-11"],
])

checks("the story keeps its day, for what is told in its course", [
  ["Kofi Annan visited Rwanda on Tuesday. He met Paul Kagame.", "MET", "2021-05-11"],
  ["Kofi Annan visited Rwanda on Tuesday. He had met Paul Kagame.", "MET", null],
  ["Kofi Annan visited Rwanda on Tuesday. He will meet Paul Kagame.", "MET", null],
  [
    "Kofi Annan visited Rwanda on Tuesday. Togo had voted the day before. He met Paul Kagame.",
    "MET",
    "2021-05-11",
  ],
  ["Kofi Annan left on Tuesday. He flew to Paris, where he met Paul Kagame.", "MET", "2021-05-11"],
  ["Kofi Annan left on Tuesday. He had come to Paris and met Paul Kagame.", "MET", null],
  ["Kofi Annan visited Rwanda on Tuesday. Chad has long condemned Sudan.", "CONDEMNED", null],
  ["Kofi Annan left on Tuesday. War broke out in 1994. Chad condemned Sudan.", "CONDEMNED", null],
  ["Kofi Annan left on Tuesday. It rained. It rained. It rained. Chad condemned Sudan.", "CONDEMNED", null],
  ["Chad condemned Sudan.", "CONDEMNED", null],
  ["We condemn Sudan. Chad strongly condemns Libya.", "CONDEMNED", "2021-05-14"],
  ["Kofi Annan left on Tuesday. The UN said that he met Paul Kagame.", "MET", "2021-05-11"],
  ["Kofi Annan left on Tuesday. He stayed calm though Chad attacked Sudan.", "ATTACKED", "2021-05-11"],
  ["09.40 It rains.\n\n10.15 Chad says that it has condemned Sudan.", "CONDEMNED", "2021-05-14"],
  ["09.40 Kofi Annan has met Paul Kagame.\n\n10.15 Chad has condemned Sudan.", "MET", "2021-05-14"],
])

test("each of a list has its own time", async () => {
  const { reports } = await readEvents(
    "Kofi Annan met Paul Kagame on Tuesday and Omar al-Bashir on Wednesday.",
  )
  expect(reports.map(({ date }) => date)).toEqual(["2021-05-11", "2021-05-12"])
})

test("history is background, and never takes the day of publication", async () => {
  const { reports } = await readEvents("Chad has long condemned Sudan. Libya condemned Egypt.")
  expect(reports.map(({ background }) => background)).toEqual([true, false])
})
