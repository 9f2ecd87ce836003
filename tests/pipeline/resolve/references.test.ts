import { check } from "./meant.js"

check("states and bodies without a name", [
  ["Kuwait freed the sailors. Iran thanked the emirate for it.", { emirate: "state:KWT" }],
  ["Cuba freed six poets. Spain praised the island for it.", { island: "state:CUB" }],
  ["Rwanda shelled Uganda. It bombed its neighbour again on Friday.", { neighbour: "state:UGA" }],
  ["North Korea tested a rocket. Japan condemned the North.", { North: "state:PRK" }],
  ["Gazprom cut off the gas. Lithuania accused the company of blackmail.", { company: "org:gazprom" }],
  ["LUSAKA - The army arrested Kalaki Mumba on Sunday.", { army: "org:army-of-zambia" }, "1997-10-28"],
  ["Mali's junta met on Friday. The government then freed its hostages.", { government: "state:MLI" }],
  ["Chad and Sudan traded fire. Police arrested Jean Dupont.", { Police: "" }],

  [
    "The Yugoslav People's Army left Ljubljana. Slovenia accused the army of looting.",
    {
      army: "org:yugoslav-peoples-army",
    },
  ],
])

check("somebody of a state, where its adjective alone would name the state", [
  [
    "Emmanuel Macron rang Vladimir Putin. The Frenchman urged the Russian to wait.",
    { Frenchman: "person:emmanuel-macron", Russian: "person:vladimir-putin" },
  ],
  [
    "Moon Jae-in met Kim Jong Un. He thanked his North Korean counterpart.",
    { counterpart: "person:kim-jong-un" },
    "2018-05-28",
  ],
  ["Hezbollah has a new chief. The Lebanese group then accused Oman of lying.", { group: "org:hezbollah" }],
  ["Hezbollah has a new chief. Other Lebanese groups accused Oman of lying.", { groups: "state:LBN" }],
])

check("what was called so before", [
  ["Indonesian troops burnt Dili. The troops then left.", { "troops#2": "state:IDN" }],
  [
    "The Malaita Eagle Force held the airport. Fiji asked the Force to leave it.",
    { "Force#2": "org:malaita-eagle-force" },
  ],
  [
    "The smuggling networks of Burma grew. ETA denied it. Spain blamed smuggling networks.",
    { "networks#2": "" },
  ],
  ["Peru bombed a post. Ecuador massed troops.", { troops: "" }],
  ["The Government of Kenya protests to Togo.", { Government: "state:KEN" }],
])

check("people without a name", [
  [
    "Mohamed ElBaradei flew home. The 62-year-old thanked Iran.",
    { old: "person:mohamed-elbaradei" },
    "2005-10-08",
  ],
  [
    "The Secretary spoke with Viktor Yanukovych.",
    { Secretary: "person:john-kerry" },
    "2013-12-10",
    "U.S. Department of State",
  ],
  [
    "Stephane Dujarric, spokesman for the Secretary-General, spoke. The general left.",
    { general: "" },
    "2016-12-10",
  ],
  [
    '"I object to the plan," Mariam al-Mahdi, the foreign minister of Sudan, said.',
    { I: "person:mariam-mahdi" },
  ],
  [
    "Narendra Modi flew to Kathmandu with Ajit Doval. The Indian prime minister thanked the king.",
    { minister: "person:narendra-modi" },
    "2014-08-03",
  ],
  [
    "Jimmy Carter came to Pyongyang. The former president met officials.",
    { president: "person:jimmy-carter" },
    "1994-06-16",
  ],
  [
    "Lech Walesa left the shipyard. The Nobel laureate praised nobody.",
    { laureate: "person:lech-walesa" },
    "2004-06-16",
  ],
  ["Bishop Samuel Ruiz preached. Mexico accused the bishop of lying.", { bishop: "person:samuel-ruiz" }],
  ["Seyni Oumarou and Ali Bongo spoke. The cleric thanked Mali.", { cleric: "" }],
  [
    "PARIS - The foreign minister met Colin Powell.",
    { minister: "person:dominique-de-villepin" },
    "2003-01-20",
  ],
])

check("what is somebody's own", [
  ["Turkey said Greece had shot down one of its jets.", { its: "state:TUR" }],
  ["Lebanon was quiet. Hezbollah captured two of its soldiers.", { its: "state:LBN", soldiers: "state:LBN" }],
  ["Theresa May spoke. Her government expelled the envoys.", { government: "state:GBR" }, "2018-03-14"],
  [
    "Chad withdrew. Its foreign ministry accused Sudan of spying.",
    { ministry: "org:ministry-of-foreign-affairs-of-chad" },
  ],
])

check("whom an infinitive or participle is about", [
  ["Ehud Olmert asked Mahmoud Abbas to send his police.", { his: "person:mahmoud-abbas" }],
  ["Peru urged Chile to withdraw its tanks.", { its: "state:CHL" }],
  ["Togo called on Ghana to free its hostages.", { its: "state:GHA" }],
  ["Vladimir Putin flew home. Viktor Orban signed a treaty with him.", { him: "person:vladimir-putin" }],
  ["Laurent Gbagbo met Thabo Mbeki, thanking him for the talks.", { him: "person:thabo-mbeki" }],
  ['Tony Blair flew to Accra. "Robert Mugabe must go," he said.', { he: "person:tony-blair" }],
  ["We stand with Kenya and we mourn its dead. Italy has condemned the raid.", { its: "state:KEN" }],
])

check("what it is not", [
  ["Uganda closed the border. It was Rwanda that had asked for it.", { It: "" }],
  ["Iran condemned the raid. Iraq called it a mistake.", { it: "" }],
  ["Uganda closed the border. Rwanda accused it of spying.", { it: "state:UGA" }],
  ["Togo sent soldiers. The villagers said they would stay.", { they: "" }],
  ["Nurses met Sudanese soldiers at the border. They went home on Monday.", { They: "" }],
  ["The letter reached Georgia on Monday. It angered Russia.", { It: "" }],
  ["The letter reached Georgia on Monday. It condemned Russia.", { It: "state:GEO" }],
  [
    "Bill Clinton saw Boris Yeltsin in Vancouver. They agreed on aid.",
    { They: "person:bill-clinton person:boris-yeltsin" },
  ],
])

check("pairs", [
  [
    "Irfaan Ali met Luis Arce. Ralph Gonsalves mediated between the presidents.",
    { presidents: "person:irfaan-ali person:luis-arce" },
  ],
  [
    "The two rivals, Mwai Kibaki and Raila Odinga, signed. Jakaya Kikwete sat with both.",
    { rivals: "person:mwai-kibaki person:raila-odinga", both: "person:mwai-kibaki person:raila-odinga" },
  ],
  [
    "Hu Jintao met Manmohan Singh. Mr Hu praised George Bush. The two leaders agreed to meet.",
    { leaders: "person:hu-jintao person:manmohan-singh" },
    "2007-02-02",
  ],
  ["Chad and Niger urged both sides to stop.", { sides: "" }],
  [
    "Susan Rice of the United States mediated. Ethiopia bombed Eritrea. She flew to the two countries.",
    { countries: "state:ETH state:ERI" },
  ],
  ["Peru and Chile met. The latter refused to sign.", { latter: "state:CHL" }],
  [
    "Peru fought Ecuador. Each accused the other of lying.",
    { Each: "state:PER state:ECU", other: "state:PER state:ECU" },
  ],
])

check("who we are", [
  [
    "We condemn the raid on Sudan. Kenya stands with its neighbour.",
    { We: "state:KEN" },
    "2021-05-05",
    "Ministry of Foreign Affairs of Kenya",
  ],
  ["Iran wants a bomb. We have seen this before.", { We: "" }, "2009-05-05", "The Detroit Mail"],
  ['Angela Merkel left. She said: "I spoke to Chad."', { I: "person:angela-merkel" }, "2010-02-02"],
  [
    "I spoke with Angela Merkel. We stand with Mali, Prime Minister Justin Trudeau said.",
    { I: "person:justin-trudeau" },
    "2017-02-02",
  ],
  [
    'Chad fell. "I met Angela Merkel. We talked about Mali," said Justin Trudeau.',
    { I: "person:justin-trudeau" },
    "2017-02-02",
  ],
  [
    "Statement by the Foreign Ministers of Togo and Benin on Mali. We condemn the coup.",
    { We: "state:TGO state:BEN" },
  ],
  [
    "We, the Foreign Ministers of Togo, Ghana and Benin, condemn the coup in Mali.",
    { We: "state:TGO state:GHA state:BEN" },
  ],
  [
    "Syria fell. We condemn the raid.",
    { We: "org:association-of-southeast-asian-nations" },
    "2011-02-02",
    "ASEAN",
  ],
  [
    "Syria and Iraq are at war. The Government will close the embassy there.",
    { Government: "state:CAN" },
    "2014-02-02",
    "Prime Minister of Canada",
  ],
  [
    '"We asked Israel for help," said Kofi Annan, Secretary-General of the United Nations.',
    { We: "org:united-nations" },
    "2004-02-02",
  ],
])

check("who goes on speaking", [
  [
    'Angela Merkel left. "It was wrong," she said. "I blame Chad."',
    { "I#2": "person:angela-merkel" },
    "2010-02-02",
  ],
  [
    "Kim Jong Un met Donald Trump, and Xi Jinping urged both leaders to talk.",
    { leaders: "person:kim-jong-un person:donald-trump" },
    "2018-07-01",
  ],
])

check("an envoy is of who has sent him", [
  ["Our ambassador in Freetown met Idriss Deby, Tony Blair said.", { ambassador: "state:GBR" }, "2000-05-05"],
])

check("a regime is not who publishes", [
  [
    "The EU is shocked by what happens in Syria and condemns the use of force by the regime.",
    { regime: "state:SYR" },
    "2012-02-02",
    "European Union",
  ],
])

check("bodies by what they are called", [
  [
    "Turkey shelled the Kurdish militia, the YPG. Japan armed Kurdish-led forces. The Kurds thanked Japan.",
    { forces: "org:peoples-protection-units", Kurds: "org:peoples-protection-units" },
  ],
  ["Turkey shelled the YPG. Iran armed the Kurdish rebels.", { rebels: "org:peoples-protection-units" }],
  ["ETA bombed Madrid. Japan condemned the Tamil rebels.", { rebels: "" }],
  [
    "The Kurdish PKK bombed Ankara. The YPG fled. Japan armed the Syrian Kurdish forces.",
    { forces: "org:peoples-protection-units" },
  ],
  [
    "The Kurdish People's Protection Units (YPG) fled.",
    { "People's Protection Units": "org:peoples-protection-units", YPG: "org:peoples-protection-units" },
  ],
  [
    "The Vostok-2 Battalion seized two monitors. Austria thanked the battalion for food.",
    { battalion: "org:vostok-2-battalion" },
  ],
  [
    "The Zenda Makers' Association met Justin Trudeau. The association then left.",
    { association: "org:zenda-makers-association" },
  ],
])

check("allies that have been named", [
  ["Turkey and Italy quarrel. The two NATO allies made peace at last.", { allies: "state:TUR state:ITA" }],
])

check("family names and given names", [
  [
    "Sameh Shoukry met Abiy Ahmed. Shoukry and Ahmed are to travel to Kinshasa.",
    { "Shoukry#2": "person:sameh-shoukry" },
  ],
  ["Pedro Ruiz met Maria Lopez in Lima. Jorge Diaz asked her to leave.", { her: "person:maria-lopez" }],
])

check("an object of the clause joined before", [
  ["Ali Bongo wrote to Idriss Deby; Macky Sall called him.", { him: "person:idriss-deby" }],
  ["Yoweri Museveni charged Kizza Besigye, and the army arrested him.", { him: "person:kizza-besigye" }],
  ["The police had come for Ali Bongo and had arrested him.", { him: "person:ali-bongo-ondimba" }],
  ["Paul Kagame vowed to do everything to free him.", { him: "" }],
])

check("a subject is somebody else than its verb's object", [
  ["Peru warned Chile. It condemned Peru on Friday.", { It: "state:CHL" }],
  ["Ali Bongo flew home. Idriss Deby, whom he met, left.", { he: "person:ali-bongo-ondimba" }],
])

check("whose", [
  ["Tony Blair, whose government expelled him, left.", { government: "state:GBR" }, "2003-03-14"],
])

check("each of them", [
  [
    "Peru and Chile signed a treaty. Togo thanked each of them.",
    { each: "state:PER state:CHL", them: "state:PER state:CHL" },
  ],
])

check("what a deed is", [["Ecuador and Peru signed a truce. It was mediated by Brazil.", { It: "" }]])

check("of two that had the office, the one who has it", [
  [
    "Police arrested Dieter Haas, the former president of Togo. Maria Lopez, the president of Togo, was away. Peru asked the president to talk.",
    { "president#3": "person:maria-lopez" },
  ],
])

check("a short name before the whole one", [
  [
    "Peru accused the Commission of fraud. Jane Doe of the Zenda Whaling Commission denied it.",
    { Commission: "org:zenda-whaling-commission" },
  ],
])

check("two rivals that are named beside it", [
  [
    "Kofi Annan left; on Thursday the two rivals, Mwai Kibaki and Raila Odinga, signed a treaty. Jakaya Kikwete sat with both.",
    { rivals: "person:mwai-kibaki person:raila-odinga", both: "person:mwai-kibaki person:raila-odinga" },
  ],
])

check("both, whom a clause beside tells of", [
  [
    "Ali Bongo praised Idriss Deby, and Macky Sall thanked both men.",
    { men: "person:ali-bongo-ondimba person:idriss-deby" },
  ],
])

check("a subject that is described and named", [
  ["Paul Kagame flew to Lusaka. His host, Levy Mwanawasa, thanked him.", { him: "person:paul-kagame" }],
])

check("the secretary general", [
  [
    "Kofi Annan, the Secretary-General of the United Nations, met Colin Powell, the US Secretary of State. Iraq thanked the secretary general.",
    { general: "person:kofi-annan" },
    "2002-03-05",
  ],
])
