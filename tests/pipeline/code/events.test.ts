import { describe, expect, test } from "vitest"
import { checks } from "./checks.js"
import { readEvents } from "./extract.js"

checks("passives take the by-phrase as source, and share it", [
  ["Sudan was condemned by Kenya in 1996.", "Kenya CONDEMNED Sudan"],
  [
    "Two Danish sailors were arrested and assaulted by Eritrea.",
    "Eritrea COERCED Denmark",
    "Eritrea ATTACKED Denmark",
  ],
  ["Backed by Libya, Chad attacked Sudan.", "Libya SUPPORTED Chad", "Chad ATTACKED Sudan"],
  ["A Peruvian judge was killed in a raid by Boko Haram.", "Boko Haram ATTACKED Peru"],
])

checks("an act of speech joined to what is said is the speaker's, unless what is said is one too", [
  [
    "Milan Kucan told reporters that Serbia had lost, and appealed to Austria for help.",
    "Milan Kucan URGED Austria",
  ],
  ["Kofi Annan said Chad was at fault and blamed Sudan.", "Kofi Annan ACCUSED Sudan"],
  [
    "Kofi Annan said Chad condemned Sudan and urged Libya to act.",
    "Chad CONDEMNED Sudan",
    "Chad URGED Libya",
  ],
  [
    "Kofi Annan said Chad had attacked Sudan and seized Libyan ships.",
    "Chad ATTACKED Sudan",
    "Chad COERCED Libya",
  ],
])

checks("an attack in words is criticism", [
  ["Chile attacked Bolivia in a speech.", "Chile CONDEMNED Bolivia"],
  ["Winnie Byanyima attacked Uganda over its handling of the drought.", "Winnie Byanyima CONDEMNED Uganda"],
  ["Kofi Annan attacked Denmark in an interview in 1999.", "Kofi Annan CONDEMNED Denmark"],
  ["Chad attacked Sudan in the desert.", "Chad ATTACKED Sudan"],
  ["Eritrea attacked Ethiopia in May over a border town.", "Eritrea ATTACKED Ethiopia"],
])

checks("backing, rescue and a shared table are no other kind of help, journey or call", [
  ["France gave its backing to Chad.", "France SUPPORTED Chad"],
  ["Carlos Menem threw his weight behind Alberto Fujimori.", "Carlos Menem SUPPORTED Alberto Fujimori"],
  ["Turkey came to the aid of Qatar.", "Turkey AIDED Qatar"],
  ["India rushed to the help of Nepal in 2015.", "India AIDED Nepal"],
  ["Kim Dae-jung shared a meal with Kim Jong-il.", "Kim Dae-jung MET Kim Jong-il"],
  ["Jacques Chirac had dinner with Tony Blair.", "Jacques Chirac MET Tony Blair"],
  ["Sam Nujoma made a phone call to Robert Mugabe.", "Sam Nujoma CALLED Robert Mugabe"],
  ["Sam Nujoma threw a stone behind the house of Robert Mugabe."],
])

checks("a relative pronoun is the subject of a clause that has no other", [
  [
    "The United States, which a month ago warned Ljubljana against leaving, left Chad.",
    "United States URGED Slovenia",
  ],
  ["Peru, which Chile condemned, kept silent.", "Chile CONDEMNED Peru"],
  [
    "Chad praised Hezbollah, which Peru says bombed Bolivia.",
    "Chad SUPPORTED Hezbollah",
    "Hezbollah ATTACKED Bolivia",
  ],
])

checks("a name before the clause of a warning is who is warned, and no part of the clause", [
  ["Togo warned Benin that Chad had condemned Niger.", "Togo THREATENED Benin", "Chad CONDEMNED Niger"],
])

checks("a past is joined to the past above it, not to the infinitive beside it", [
  [
    "Malta deplored the Libyan decision to leave and thanked Italy.",
    "Malta CONDEMNED Libya",
    "Malta SUPPORTED Italy",
  ],
])

checks("who is scolded for a deed did it", [
  ["Hun Sen lashed out at Fiji for bombing Tonga.", "Hun Sen CONDEMNED Fiji", "Fiji ATTACKED Tonga"],
])

checks("pressure from somebody is on who stands under it", [
  ["Under pressure from Ghana, Togo praised Benin.", "Ghana URGED Togo", "Togo SUPPORTED Benin"],
  ["Despite the storm, Togo got praise from Benin.", "Benin SUPPORTED Togo"],
])

checks("lists distribute, and verbs side by side share subject and object", [
  ["Pakistan and Malaysia condemned Myanmar.", "Pakistan CONDEMNED Myanmar", "Malaysia CONDEMNED Myanmar"],
  ["Ghana recognised and praised Gambia.", "Ghana SUPPORTED Gambia"],
  ["Angola bombed Zambia and expelled Zambian envoys.", "Angola ATTACKED Zambia", "Angola SANCTIONED Zambia"],
  [
    "Kenya had talks with neighbours in the region, including Uganda and Rwanda.",
    "Kenya CONSULTED Uganda",
    "Kenya CONSULTED Rwanda",
  ],
])

checks("relative clauses, participles and infinitives find their subjects", [
  [
    "Iraq, which invaded Kuwait in 1990, was sanctioned by the United Nations.",
    "Iraq ATTACKED Kuwait",
    "United Nations SANCTIONED Iraq",
  ],
  [
    "Honduras urged Nicaragua to stop attacking El Salvador.",
    "Honduras URGED Nicaragua",
    "Nicaragua ATTACKED El Salvador",
  ],
  ["Norway accused Syria of attacking Turkey.", "Norway ACCUSED Syria", "Syria ATTACKED Turkey"],
  [
    "Boris Johnson travelled to Kyiv to meet Volodymyr Zelensky.",
    "Boris Johnson VISITED Ukraine",
    "Boris Johnson MET Volodymyr Zelensky",
  ],
  [
    "The Saudi-led raids on Yemen were condemned by Iran.",
    "Saudi Arabia ATTACKED Yemen",
    "Iran CONDEMNED Saudi Arabia",
  ],
  ["A rocket launched from Lebanon hit an Israeli bus.", "Lebanon ATTACKED Israel"],
])

checks("an act that is judged or demanded has a doer", [
  [
    "Japan deplored the shelling of Cambodia that Vietnam carried out.",
    "Japan CONDEMNED Vietnam",
    "Vietnam ATTACKED Cambodia",
  ],
  ["Gambia called for an end to Senegal's raids.", "Gambia URGED Senegal"],
  ["Sweden said that Eritrea's conduct was unacceptable.", "Sweden CONDEMNED Eritrea"],
  ["Latvia said that Russia must return the ship.", "Latvia URGED Russia"],
  [
    "Ghana condemned the attack in Mali, for which Boko Haram claimed responsibility.",
    "Ghana CONDEMNED Boko Haram",
    "Boko Haram ATTACKED Mali",
  ],
])

checks("neighbouring sentences tell who is meant", [
  [
    "Jacinda Ardern called Scott Morrison and expressed her condolences.",
    "Jacinda Ardern CALLED Scott Morrison",
    "Jacinda Ardern SUPPORTED Scott Morrison",
  ],
  [
    "Al-Shabaab attacked Kenya. Norway condemned the attack.",
    "Al-Shabaab ATTACKED Kenya",
    "Norway CONDEMNED Al-Shabaab",
  ],
])

checks("nouns are events", [
  ["Iran's support for Armenia angered Azerbaijan.", "Iran SUPPORTED Armenia", "Azerbaijan CONDEMNED Iran"],
  ["It was the second call between Felipe Calderón and Barack Obama.", "Felipe Calderón CALLED Barack Obama"],
  [
    "Qatar launched a mediation effort between Chad and Sudan.",
    "Qatar MEDIATED Chad",
    "Qatar MEDIATED Sudan",
  ],
  ["Nepal repeated its demand that India lift the blockade.", "Nepal URGED India"],
])

checks("what only sounds like an event is none", [
  ["Norway called for calm."],
  ["Chile called off the visit."],
  ["Brazil defeated Germany in the final."],
  ["Canada said that the talks went well."],
  ["Zambia struck a deal."],
  ["Share prices rallied in Japan."],
  ["Kenya's president suffered a heart attack."],
  ["Narendra Modi called Imran Khan a friend."],
  ["Finland met its target."],
  ["The board fired its Swedish director."],
  ["Spain released a statement."],
  ["Peru fought inflation."],
])

describe("status", () => {
  test.each([
    ["Iran attacked Iraq.", "ATTACKED", "actual"],
    ["Iran did not attack Iraq.", "ATTACKED", "negated"],
    ["Iran denied attacking Iraq.", "ATTACKED", "negated"],
    ["Iran may attack Iraq.", "ATTACKED", "hypothetical"],
    ["If Iran attacks Iraq, Kuwait will react.", "ATTACKED", "hypothetical"],
    ["Will Iran attack Iraq?", "ATTACKED", "hypothetical"],
    ["Tony Blair will visit China.", "VISITED", "planned"],
    ["Tony Blair is expected to visit China on Sunday.", "VISITED", "planned"],
    ["Tony Blair refused to visit China.", "VISITED", "negated"],
    ["Tony Blair's visit to China was cancelled.", "VISITED", "negated"],
    ["Tony Blair managed to visit China.", "VISITED", "actual"],
    ["Tony Blair announced plans to visit China.", "VISITED", "planned"],
    ["Kenya urged Sudan to stop its raids on Chad.", "ATTACKED", "actual"],
    ["Kenya urged Sudan to attack Chad.", "ATTACKED", "hypothetical"],
    ["Sudan's raids on Chad could not change the vote.", "ATTACKED", "actual"],
    ["It is unclear if Tony Blair will meet Hu Jintao.", "MET", "hypothetical"],
    ["Syria will not accept the Turkish plan.", "REJECTED", "actual"],
  ])("%s", async (sentence, type, status) => {
    const { reports } = await readEvents(sentence)
    expect(reports.filter((report) => report.type === type).map((report) => report.status)).toEqual([status])
  })
})

describe("dates, in a report of Friday 14 May 2021", () => {
  test.each([
    ["Angela Merkel called Mark Rutte on Tuesday.", "2021-05-11", "day"],
    ["Angela Merkel will call Mark Rutte on Tuesday.", "2021-05-18", "day"],
    ["Angela Merkel called Mark Rutte yesterday.", "2021-05-13", "day"],
    ["Angela Merkel called Mark Rutte in November.", "2020-11", "month"],
    ["Angela Merkel called Mark Rutte in 2017.", "2017", "year"],
    ["Angela Merkel called Mark Rutte on 3 March 2020.", "2020-03-03", "day"],
    ["Angela Merkel called Mark Rutte.", null, "unknown"],
  ])("%s", async (sentence, date, precision) => {
    const { reports } = await readEvents(sentence)
    expect(reports.map((report) => [report.date, report.datePrecision])).toEqual([[date, precision]])
  })

  test("a year long past is background", async () => {
    const { reports } = await readEvents("Angela Merkel called Mark Rutte in 2017.")
    expect(reports[0]?.background).toBe(true)
  })
})

test("an event told twice is one, with both sentences as evidence", async () => {
  const { reports } = await readEvents("Iran condemned Israel. Iran again condemned Israel at length.")
  expect(reports.map((report) => report.evidence.length)).toEqual([2])
})

test("a mediation has one group for its parties", async () => {
  const { reports } = await readEvents("Norway mediated between Colombia and Venezuela.")
  expect(new Set(reports.map((report) => report.groupId)).size).toBe(1)
  expect(reports[0]?.groupId).not.toBeNull()
})

test("every event's quote is its slice of the text, and its confidence lies in 0..1", async () => {
  const text = "Iran condemned Israel. Tony Blair will visit China."
  const { reports } = await readEvents(text)
  expect(reports.length).toBeGreaterThan(1)
  for (const { confidence, evidence } of reports) {
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThanOrEqual(1)
    for (const { quote, start, end } of evidence) expect(text.slice(start, end)).toBe(quote)
  }
})

test.each([
  [
    "glued to words",
    "Tony Blair\u{1f600}condemned\u{1f44d}\u{1f3fd}Israel.\u{1f389} Iran condemned Israel.\u{1f1eb}\u{1f1f7}",
  ],
  ["and halves of them", "Tony Blair \ud83d condemned Israel\ude00. \ude00\ud83d Iran condemned Israel."],
])("quotes are slices of whole characters: rare planes %s", async (_, written) => {
  const { reports } = await readEvents(written)
  expect(reports.length).toBe(2)
  for (const { quote, start, end } of reports.flatMap(({ evidence }) => evidence)) {
    expect(quote.isWellFormed()).toBe(true)
    expect(written.toWellFormed().slice(start, end)).toBe(quote)
  }
})
