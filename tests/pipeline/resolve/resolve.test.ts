import { describe, expect, test } from "vitest"
import { check, read } from "./meant.js"

check("people by name", [
  [
    "Kenyan President William Ruto flew to Kampala. Ruto met reporters.",
    { "Ruto#2": "person:william-ruto" },
    "2023-08-01",
  ],
  [
    "Prime Minister Mia Mottley spoke first. Mottley urged action.",
    { "Mottley#2": "person:mia-mottley" },
    "2022-11-08",
  ],
  ["Tokayev arrived in Beijing on Friday.", { Tokayev: "person:kassym-jomart-tokayev" }, "2022-02-04"],
  ["Jiang thanked the hosts after the banquet.", { Jiang: "person:jiang-zemin" }, "1999-09-12"],
  [
    "Alexandre Petion of the Port Guild said no. Petion then left.",
    { "Petion#2": "person:alexandre-petion" },
  ],
  [
    "Retired General Anna Kowalczyk warned of floods. Kowalczyk blamed nobody.",
    { "Kowalczyk#2": "person:ana-kovalczik" },
  ],
  ["George Bush flew to Helsinki.", { "George Bush": "person:george-h-w-bush" }, "1990-09-08"],
  ["George Bush flew to Helsinki.", { "George Bush": "person:george-w-bush" }, "2005-09-08"],
  ["Muammar Qaddafi spoke for an hour.", { "Muammar Qaddafi": "person:muammar-gaddafi" }, "2009-09-23"],
  ["Mohammed Mursi greeted the crowd.", { "Mohammed Mursi": "person:mohamed-morsi" }, "2012-12-04"],
  [
    "Aleksandr Lukashenko signed the decree.",
    { "Aleksandr Lukashenko": "person:alexander-lukashenko" },
    "2020-09-01",
  ],
  [
    "Turkish President Recep Tayyip Erdoğan spoke.",
    { "Recep Tayyip Erdoğan": "person:recep-tayyip-erdogan" },
    "2018-01-20",
  ],
  [
    "Rahul Verma, a farmer, and Anita Verma, a teacher, marched.",
    { "Rahul Verma": "person:rahul-verma", "Anita Verma": "person:anita-verma" },
  ],
  ["Dr. Lucia Ferreira's letter was read out.", { "Lucia Ferreira": "person:lucia-ferira" }],
  [
    "Bush called Gorbachev.",
    { Bush: "person:george-h-w-bush", Gorbachev: "person:mikhail-gorbachev" },
    "1990-06-01",
  ],
  ["Bush called Fox.", { Bush: "person:george-w-bush", Fox: "person:vicente-fox" }, "2004-01-12"],
])

check("states by name, adjective and capital", [
  ["Botswana protested.", { Botswana: "state:BWA" }],
  ["Zambian troops crossed the river.", { Zambian: "state:ZMB", troops: "state:ZMB" }],
  ["Moscow denied the report.", { Moscow: "state:RUS" }],
  ["Kyiv said that Ankara had agreed.", { Kyiv: "state:UKR", Ankara: "state:TUR" }],
  ["The USSR withdrew.", { USSR: "state:SUN" }, "1989-02-15"],
  ["Burmese officials refused.", { officials: "state:MMR" }],
  ["The Peruvian government resigned.", { government: "state:PER" }],
  ["The Malian Government thanked donors.", { Government: "state:MLI" }],
  ["The Biden administration imposed tariffs.", { "Biden administration": "state:USA" }, "2022-05-01"],
  ["The Swiss mediated.", { Swiss: "state:CHE" }],
])

check("seats, ministries, armies and other bodies", [
  ["The Kremlin rejected the offer.", { Kremlin: "org:kremlin" }],
  ["Downing Street declined to comment.", { "Downing Street": "org:10-downing-street" }],
  ["The Pentagon announced a deployment.", { Pentagon: "org:us-department-of-defense" }],
  [
    "The Moroccan foreign ministry summoned the envoy.",
    { "Moroccan foreign ministry": "org:ministry-of-foreign-affairs-of-morocco" },
  ],
  ["Chile's navy seized the trawler.", { navy: "org:navy-of-chile" }],
  ["The supreme court of Colombia ruled against him.", { "supreme court": "org:supreme-court-of-colombia" }],
  ["The Ghanaian parliament approved the loan.", { parliament: "org:parliament-of-ghana" }],
  [
    "The Danish embassy in Jakarta was attacked.",
    { "Danish embassy in Jakarta": "org:embassy-of-denmark-in-indonesia" },
  ],
  ["The Saudi-led coalition bombed the port.", { coalition: "org:saudi-led-coalition" }],
  ["ECOWAS suspended Niger.", { ECOWAS: "org:economic-community-of-west-african-states" }],
  ["Brussels fined the firm.", { Brussels: "org:european-union" }],
  ["The Harbour Workers' Union struck on Monday.", { "Harbour Workers' Union": "org:harbour-workers-union" }],
])

check("acronyms in brackets", [
  [
    "The Northern Farmers' Alliance (NFA) met the minister. The NFA rejected his offer.",
    { "NFA#2": "org:northern-farmers-alliance" },
  ],
  [
    "The Movement for River Justice (MRJ) blocked the road. Police later arrested MRJ members.",
    { "MRJ#2": "org:movement-for-river-justice" },
  ],
])

check("pronouns", [
  [
    "Angela Merkel met Emmanuel Macron. She praised him.",
    { She: "person:angela-merkel", him: "person:emmanuel-macron" },
  ],
  ["Alpha Condé called Macky Sall and thanked him.", { him: "person:macky-sall" }],
  ["Sanna Marin said she would travel to Kyiv.", { she: "person:sanna-marin" }],
  ["Uganda closed the border. It accused Rwanda of spying.", { It: "state:UGA" }],
  ["Iran and Iraq signed the pact. They also agreed to trade.", { They: "state:IRN state:IRQ" }],
  ["Hugo Chávez defended his ally Fidel Castro.", { his: "person:hugo-chavez" }],
  ["It rained in the valley. It was cold.", { It: "", "It#2": "" }],
  ["The two sides met. Ethiopia said its troops had left.", { its: "state:ETH" }],
])

check("descriptions", [
  [
    "Finnish President Sauli Niinistö landed in Oslo. The Finnish president met fishermen.",
    { president: "person:sauli-niinisto" },
  ],
  [
    "President Macron of France flew home. The French president was tired.",
    { president: "person:emmanuel-macron" },
    "2019-03-02",
  ],
  ["The Japanese prime minister arrived in Delhi.", { minister: "person:shinzo-abe" }, "2014-01-25"],
  [
    "Obama and Medvedev met in Prague. The two leaders signed the treaty.",
    { leaders: "person:barack-obama person:dmitry-medvedev" },
    "2010-04-08",
  ],
  ["Armenia and Azerbaijan traded fire. Both sides reported losses.", { sides: "state:ARM state:AZE" }],
  ["Hailemariam Desalegn said his country wanted peace.", { country: "state:ETH" }, "2014-05-05"],
  ["Hezbollah said that it had fired. The group gave no details.", { group: "org:hezbollah" }],
  ["The Taliban entered Kabul. The movement promised an amnesty.", { movement: "org:taliban" }],
  [
    "Indian Foreign Minister Sushma Swaraj met her Chinese counterpart in Beijing.",
    { counterpart: "state:CHN" },
    "2018-04-22",
  ],
  ["Brazilian officials met farmers.", { officials: "state:BRA" }],
  [
    "Turkish Foreign Minister Hakan Fidan left early. The minister gave no reason.",
    { minister: "person:hakan-fidan" },
    "2023-09-01",
  ],
])

check("groups", [
  [
    "Peru quarrelled with Bolivia over the lake. Chile then urged both sides to wait.",
    { sides: "state:PER state:BOL" },
  ],
  [
    "Bamako and Niamey signed the pact in 1998. The two governments opened a bridge.",
    { governments: "state:MLI state:NER" },
  ],
  [
    "Ban Ki-moon saw Salva Kiir and Riek Machar on Friday. He thanked both.",
    { both: "person:salva-kiir person:riek-machar" },
    "2014-05-09",
  ],
  [
    "Norway, Sweden and Denmark sent engineers. All three countries stayed a year.",
    { countries: "state:NOR state:SWE state:DNK" },
  ],
  [
    "Ethiopia and Somalia quarrelled. Djibouti lies north. Kenya urged both sides to talk.",
    { sides: "state:ETH state:SOM" },
  ],
  ["Nepal shut both roads. It closed two bridges.", { roads: "", bridges: "" }],
  ["Both sides lost men. Nobody else came.", { sides: "" }],
  ["Laos has both lakes and hills. The sides of the valley are steep.", { both: "", sides: "" }],
])

check("speakers", [
  ['"We condemn the attack," said Penny Wong.', { We: "person:penny-wong" }, "2023-01-01"],
  ['"We have sent two ships," said Penny Wong.', { We: "state:AUS" }, "2023-01-01"],
  ['"I will go," Nana Akufo-Addo said.', { I: "person:nana-akufo-addo" }, "2019-01-01"],
  [
    "The United States condemns the bombing in Lahore. We urge all sides to show restraint.",
    { We: "state:USA" },
    "2016-03-27",
    "US State Department",
  ],
  ["New Zealand condemns the coup. We call for the release of prisoners.", { We: "state:NZL" }, "2021-02-02"],
])

check("whose team, whose counterpart", [
  [
    "Kenyan President Uhuru Kenyatta said his security team had met villagers.",
    { team: "state:KEN" },
    "2015-04-05",
  ],
  [
    "General Rosa Lindqvist called her Danish counterpart, Colonel Per Madsen. Later she wrote to her Danish counterpart.",
    { "counterpart#2": "state:DNK" },
  ],
  [
    "Prime Minister and Defence Minister Olga Brandt met the king and General Ines Duarte.",
    { "Defence Minister": "person:olga-brandt", king: "" },
  ],
  ['The Gambian government issued a statement saying, "We reject the ruling."', { We: "state:GMB" }],
])

check("two of one name", [
  [
    "Joseph Kabila and Ernest Kabila quarrelled. Joseph Kabila won.",
    { "Joseph Kabila#2": "person:joseph-kabila", "Ernest Kabila": "person:ernest-kabila" },
    "2006-11-20",
  ],
  ["Kabila captured Goma.", { Kabila: "person:laurent-desire-kabila" }, "1998-08-02"],
  ["Kabila sent soldiers to Goma.", { Kabila: "person:joseph-kabila" }, "2008-11-02"],
])

check("leaders and near spellings", [
  [
    "Mitterrand and Kohl spoke by telephone.",
    { Mitterrand: "person:francois-mitterrand", Kohl: "person:helmut-kohl" },
    "1991-08-20",
  ],
  [
    "Milosevic stayed silent. The Yugoslav leader left by car.",
    { leader: "person:slobodan-milosevic" },
    "1999-03-25",
  ],
  ["Observers would judge Gaddafi harshly.", { Gaddafi: "person:muammar-gaddafi", judge: "" }, "2011-03-18"],
  ["Omar Hassan al-Bashir denied it.", { "Omar Hassan al-Bashir": "person:omar-al-bashir" }, "1998-08-22"],
  ["The former Japanese prime minister arrived in Delhi.", { minister: "state:JPN" }, "2014-01-25"],
  ["In 1998 the Japanese prime minister resigned.", { minister: "state:JPN" }, "2014-01-25"],
  [
    "Ruto spoke while Museveni said his country would wait.",
    { his: "person:yoweri-museveni", country: "state:UGA" },
    "2023-02-01",
  ],
  ["Cuba rejected the charge. The minister called it absurd.", { it: "" }],
])

check("names within and beside others", [
  ["The Guardian Council met on Friday.", { "Guardian Council": "org:guardian-council" }],
  ["The Hill Orchard Trust sued Apple.", { "Hill Orchard Trust": "org:hill-orchard-trust" }],
  ["The Supreme Court freed the sailors.", { "Supreme Court": "" }],
  ["Le Drian left early.", { "Le Drian": "person:jean-yves-le-drian" }, "2021-09-16"],
  ["Angela Merkel thanked May for the letter.", { May: "person:theresa-may" }, "2018-03-26"],
  ["Lam refused to resign.", { Lam: "person:carrie-lam" }, "2019-06-18"],
  ["Workers will march on May Day.", { "May Day": "" }, "2018-04-30"],
  ["Elections come in May, he said.", { May: "" }, "2018-03-26"],
])

check("lists and appositions", [
  ["Togo, Benin and Ghana closed their borders.", { their: "state:TGO state:BEN state:GHA" }],
  [
    "The head of the Arab League, Nabil Elaraby, resigned.",
    { "head of the Arab League": "person:nabil-el-araby" },
    "2016-03-01",
  ],
  ["Wang Yi, China's foreign minister, spoke.", { "foreign minister": "person:wang-yi" }, "2019-03-08"],
])

check("towns and embassies", [
  ["A bomb near the town of Samarra killed a Kenyan nurse.", { Samarra: "state:IRQ" }],
  ["A fire near the city of Samara killed a Kenyan nurse.", { Samara: "state:RUS" }],
  ["Crowds gathered at the Kenyan embassy in Tehran.", { embassy: "org:embassy-of-kenya-in-iran" }],
  ["Nepal opened an embassy in Tehran.", { embassy: "" }],
])

check("names of nobody", [
  ["The Serbian Labour Minister resigned.", { Labour: "" }],
  ["They will meet in May.", { May: "" }],
  ["Mrs May resigned.", { May: "person:theresa-may" }, "2019-05-24"],
  ["The cook stuffed a turkey.", { turkey: "" }],
  ["A senior official met reporters.", { official: "" }],
  ["Pilots flew the Boeing 737 home.", { "Boeing 737": "" }],
  ["They broke the fast at the end of Ramadan.", { Ramadan: "" }],
  ["The Geneva Conventions forbid it.", { "Geneva Conventions": "" }],
  ["Brazil lost the World Cup.", { "World Cup": "" }],
  ["Who told us?", { us: "", Who: "" }],
  ["The commander told Reuters that the town had fallen.", { Reuters: "" }],
  ["The envoy wrote on Twitter.", { Twitter: "" }],
  ["Militants fired Grad rockets.", { Grad: "" }],
  ["It was a March on a Sunday.", { March: "", Sunday: "" }],
  ["The Ruritanian chess champion rested.", { champion: "" }],
])

describe("roles and aliases", () => {
  const rows: [text: string, name: string, roles: string[], aliases: string[]][] = [
    [
      "Anna Kowalczyk, the Polish assistant secretary of state, who had flown in, spoke.",
      "Anna Kowalczyk",
      ["assistant secretary of state"],
      ["Anna Kowalczyk", "the Polish assistant secretary of state"],
    ],
    [
      "Police met Rosa Duarte, the Chilean ambassador, and left.",
      "Rosa Duarte",
      ["ambassador"],
      ["Rosa Duarte", "the Chilean ambassador"],
    ],
  ]

  test.each<[text: string, role: string | undefined]>([
    ["The Kenyan agriculture minister Otieno Wafula left.", "agriculture minister"],
    ["Kenyan junior minister Otieno Wafula met Chad's envoy.", "junior minister"],
    ["Kenya's tourism minister Otieno Wafula left.", "tourism minister"],
    ["Chad thanked Kenyan troops and minister Otieno Wafula.", undefined],
    ["Kenyan rebels shot education minister Otieno Wafula.", undefined],
  ])("%s: the words before the title are of it", async (text, role) => {
    const { actors } = await read(text, null, null)
    const person = actors.find((other) => other.name === "Otieno Wafula")
    expect(person?.roles).toEqual(role === undefined ? [] : [{ role, of: "state:KEN" }])
  })

  // Of whom no table knows, in an article that names one state.
  test.each<[text: string, name: string, state: string | null]>([
    ["President Rufus Okelo imposed a curfew in Lusaka.", "Rufus Okelo", "ZMB"],
    ["Strikers in Peru called on Prime Minister Elba Quirós to quit.", "Elba Quirós", "PER"],
    ["President Rufus Okelo criticised arrests in Zambia and Kenya.", "Rufus Okelo", null],
    ["President Rufus Okelo has threatened Zambia.", "Rufus Okelo", null],
    ["Bishop Rufus Okelo criticised arrests in Zambia.", "Rufus Okelo", null],
    ["President Rufus Okelo spoke.", "Rufus Okelo", null],
    ["President Bush thanked Fiji.", "Bush", "USA"],
    ["The Kenyan Millers' Union met donors.", "Kenyan Millers' Union", "KEN"],
  ])("%s: a head of state or government is that state's", async (text, name, state) => {
    const { actors } = await read(text, null, null)
    expect(actors.find((other) => other.name === name)?.state).toBe(state)
  })

  test.each(rows)("%s", async (text, name, roles, aliases) => {
    const { actors } = await read(text, null, null)
    const actor = actors.find((other) => other.name === name)
    expect(actor?.roles.map(({ role }) => role)).toEqual(roles)
    expect(actor?.aliases).toEqual(aliases)
  })
})
