import { describe, expect, test } from "vitest"
import { check, read } from "./meant.js"

check("organisations that no table knows", [
  [
    "The mayor accused Marsh Drainage United of greed.",
    { "Marsh Drainage United": "org:marsh-drainage-united" },
  ],
  [
    "Rebels of the Tigre Front for Justice fled.",
    { "Tigre Front for Justice": "org:tigre-front-for-justice" },
  ],
  ["Voters left Respublika party posters alone.", { Respublika: "org:respublika" }],
  ["The 4th Infantry Division fired.", { "4th Infantry Division": "org:4th-infantry-division" }],
  ["The Zuwara Light Infantry shelled the port.", { "Zuwara Light Infantry": "org:zuwara-light-infantry" }],
  ["The Haddad-2 Brigade shelled the port.", { "Haddad-2 Brigade": "org:haddad-2-brigade" }],
  ["Police detained Nina Okafor of the Party of Salt Farmers.", { Okafor: "person:nina-okafor" }],
  [
    "The Lakeside Front for the Liberation of Bor attacked the town.",
    { "Lakeside Front": "org:lakeside-front-for-the-liberation-of-bor" },
  ],
  ["Ministers signed the Zermatt Convention.", { "Zermatt Convention": "" }],
  ["The army began the Silver Fern operation.", { "Silver Fern": "" }],
  ["The Government of Kenya thanked donors.", { Government: "state:KEN" }],
  ["The Federal Government of Brazil thanked donors.", { Government: "state:BRA" }],
  ["Ethnic Albanians in Kumanovo protested.", { Albanians: "" }],
  ["The Minister for Interior Otieno Wafula left.", { Wafula: "person:otino-vafula" }],
  ["Hutu militiamen fled.", { Hutu: "" }],
  ["Nato and Unesco protested.", { Nato: "org:nato", Unesco: "org:unesco" }],
])

check("short forms of the article's own organisations", [
  [
    "The Movement for River Justice blocked the road. The MRJ said it would stay.",
    { MRJ: "org:movement-for-river-justice" },
  ],
  [
    "The MRJ blocked the road. The Movement for River Justice said it would stay.",
    { MRJ: "org:movement-for-river-justice" },
  ],
  [
    "The League of Tuzla Millers (CRZ) met the minister. The CRZ rejected his offer.",
    { "CRZ#2": "org:league-of-tuzla-millers" },
  ],
  [
    "The League of Tuzla Millers, or CRZ, met the minister. The CRZ rejected his offer.",
    { "CRZ#2": "org:league-of-tuzla-millers" },
  ],
  [
    "The Namib Delta Front attacked the depot. The Front later blamed the army.",
    { "Front#2": "org:namib-delta-front" },
  ],
  [
    "The Namib Eagle Force raided the store. The Solomons police met the Force.",
    { "Force#2": "org:namib-eagle-force" },
  ],
  [
    "Red Heron First Nation sued the company. Red Heron wants the pipeline moved.",
    { "Red Heron#2": "org:red-heron-first-nation" },
  ],
])

check("bodies of a state", [
  ["The Ghanaian Navy seized the trawler.", { "Ghanaian Navy": "org:navy-of-ghana" }],
  [
    "South Africa's National Defence Force lost two men.",
    { "National Defence Force": "org:national-defence-force" },
  ],
  ["Bolivia's Federal Police arrested him.", { "Federal Police": "org:federal-police-of-bolivia" }],
])

check("single names", [
  ["General Suwarto accused the mission of bias.", { Suwarto: "person:suvarto" }],
  ["Prince Ludovic met the nurses.", { Ludovic: "person:prince-ludovic" }],
  ["She spoke by phone from Prince Rupert.", { Rupert: "" }],
  [
    "Officials told Ama Darko that her brother Kwesi had been arrested.",
    { Kwesi: "person:kvesi", "Ama Darko": "person:ama-darko" },
  ],
  ["Jan Ekholm of Sweden spoke.", { "Jan Ekholm": "person:jan-ekolm" }],
  ['General Geraldo "Boxer" Vidal left.', { Vidal: "person:geraldo-vidal" }],
  ["Datuk Seri Halim Osman spoke.", { Halim: "person:halim-osman" }],
  ["Hugo Silva, aide to President Juan Robles, spoke.", { "President Juan Robles": "person:juan-robles" }],
  ["Zimra's Akram Yuldashev left.", { Akram: "person:akram-iuldashev" }],
  [
    "President Joseph Kabila spoke of his sister Jaynet.",
    { Jaynet: "person:jainet", Kabila: "person:joseph-kabila" },
    "2005-06-01",
  ],
  ["Saleh's deputy met Riek Machar Teny.", { Riek: "person:riek-machar" }, "2012-06-01"],
  ["Ratu Semi Tikoinaceva met Alhaji Bello Kano.", { Semi: "person:semi-tikoinaceva" }],
])

describe("names printed for an actor", () => {
  test.each([
    ["Honduran troops withdrew. Honduras's navy stayed.", "org:navy-of-honduras", "Honduran navy"],
    ["The FSB arrested him.", "org:fsb", "Federal Security Service"],
  ])("%s", async (text, id, name) => {
    const { actors } = await read(text, null, null)
    expect(actors.find((actor) => actor.id === id)?.aliases).toContain(name)
  })
})
