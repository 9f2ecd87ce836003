import { checks } from "./checks.js"

checks("who stands beside the subject is a subject too", [
  ["Chad, together with Niger, condemned Sudan.", "Chad CONDEMNED Sudan", "Niger CONDEMNED Sudan"],
  ["Chad, along with Niger, condemned Sudan.", "Chad CONDEMNED Sudan", "Niger CONDEMNED Sudan"],
  ["Not only Kenya but also Uganda condemned Sudan.", "Kenya CONDEMNED Sudan", "Uganda CONDEMNED Sudan"],
  ["Norway has signed a treaty with and opened an embassy in Vietnam.", "Norway AGREED Vietnam"],
  ["The raids by Kenyan herders were condemned by Uganda.", "Uganda CONDEMNED Kenya"],
  [
    "Eritrea has released two Yemeni boats that it seized near an island last month.",
    "Eritrea CONCEDED Yemen",
    "Eritrea COERCED Yemen",
  ],
  ["Israeli commandos boarded a Turkish aid ship.", "Israel COERCED Turkey"],
  ["Turkish police raided an office in Ankara."],
  ["ETA bombed a hotel in Madrid.", "ETA ATTACKED Spain"],
  [
    "Togolese youths burned U.S. flags and chanted slogans against Faure Gnassingbé.",
    "Togo PROTESTED United States",
    "Togo PROTESTED Faure Gnassingbé",
  ],
  ["Angola's UNITA rebels freed two Danes.", "UNITA CONCEDED Denmark"],
  ["Peru met with Chile.", "Peru MET Chile"],
  ["France is in Mali to defeat Boko Haram.", "France ATTACKED Boko Haram"],
])

checks("lists with repeated prepositions, dates between and a heading noun", [
  [
    "Kofi Annan spoke to Chad, to Niger and to Mali.",
    "Kofi Annan CONSULTED Chad",
    "Kofi Annan CONSULTED Niger",
    "Kofi Annan CONSULTED Mali",
  ],
  [
    "Shinzo Abe met Xi Jinping in Lima on Monday, and Vladimir Putin on Sunday.",
    "Shinzo Abe MET Xi Jinping",
    "Shinzo Abe MET Vladimir Putin",
  ],
  [
    "The leaders of Peru and Chile — Ollanta Humala and Michelle Bachelet — urged Evo Morales to talk.",
    "Ollanta Humala URGED Evo Morales",
    "Michelle Bachelet URGED Evo Morales",
  ],
])

checks("acts are joined to the verb whose subject does them", [
  [
    "Obama urges Kenya to free rebels, rebukes Sudan.",
    "Barack Obama URGED Kenya",
    "Barack Obama CONDEMNED Sudan",
  ],
  ["Sudan asked Egypt to free a spy, accusing Chad of lying.", "Sudan URGED Egypt", "Sudan ACCUSED Chad"],
  [
    "Sudan, said Omar al-Bashir, would respond by expelling British diplomats.",
    "Sudan SANCTIONED United Kingdom",
  ],
  [
    "Angela Merkel, to whom the news had been given first, called on Russia to act.",
    "Angela Merkel URGED Russia",
  ],
  ["Peru, having invaded Ecuador, accused Chile of spying.", "Peru ATTACKED Ecuador", "Peru ACCUSED Chile"],
])

checks("relative pronouns are what they refer to", [
  ["Turkish guns shelled Syria, whose army had bombed Iraq.", "Turkey ATTACKED Syria", "Syria ATTACKED Iraq"],
  ["Shinzo Abe, with whom Barack Obama had spoken, flew home.", "Barack Obama CONSULTED Shinzo Abe"],
  ["It was Eritrea that attacked Ethiopia.", "Eritrea ATTACKED Ethiopia"],
])

checks("an act summed up by a noun has the doer of the clause before", [
  [
    "Israeli tanks shelled Jordan, an act denounced by Egypt.",
    "Israel ATTACKED Jordan",
    "Egypt CONDEMNED Israel",
  ],
  ["The raid, condemned by Egypt, was over."],
])

checks("whose people or holdings they are", [
  ["The forces of Khalifa Haftar attacked Turkey.", "Khalifa Haftar ATTACKED Turkey"],
  ["The jihadists of Ansar Dine attacked Chad.", "Ansar Dine ATTACKED Chad"],
  ["Gunmen of Boko Haram kidnapped Kofi Annan.", "Boko Haram COERCED Kofi Annan"],
  ["The Hamas commander known as Yahya Sinwar met Kofi Annan.", "Yahya Sinwar MET Kofi Annan"],
  ["Fighters loyal to Khalifa Haftar attacked Turkey.", "Khalifa Haftar ATTACKED Turkey"],
  ["Chad attacked posts held by Boko Haram.", "Chad ATTACKED Boko Haram"],
  ["Chad attacked targets inside Sudan.", "Chad ATTACKED Sudan"],
  ["Rebels backed by Iran attacked Oman."],
  ["The expulsion of Russian diplomats by Chad followed.", "Chad SANCTIONED Russia"],
  ["The destruction of a mosque by China prompted condemnation from Turkey.", "Turkey CONDEMNED China"],
])

checks("each does it to the other", [
  ["Peru and Chile accused each other of spying.", "Peru ACCUSED Chile", "Chile ACCUSED Peru"],
  ["Peru and Chile expelled one another's ambassadors.", "Peru SANCTIONED Chile", "Chile SANCTIONED Peru"],
])

checks("a verb without an act of its own repeats the one before", [
  ["Peru condemned Bolivia, and so did Chile.", "Peru CONDEMNED Bolivia", "Chile CONDEMNED Bolivia"],
  ["Neither Peru nor Chile condemned Bolivia, but Brazil did.", "Brazil CONDEMNED Bolivia"],
  ["Peru cut ties with Bolivia. Chile did the same.", "Peru SANCTIONED Bolivia", "Chile SANCTIONED Bolivia"],
  ["Peru condemned Bolivia, but Chile did not.", "Peru CONDEMNED Bolivia"],
  ["Peru condemned Bolivia. Chile did its homework.", "Peru CONDEMNED Bolivia"],
])

checks("subjects and names that the parser hangs elsewhere", [
  [
    "Rebuffed by Berlin, the French president, Jacques Chirac, condemned Britain.",
    "Germany REJECTED Jacques Chirac",
    "Jacques Chirac CONDEMNED United Kingdom",
  ],
  ["Kenya laughed after Donald Trump, in a letter, accused Chad of theft.", "Donald Trump ACCUSED Chad"],
  [
    "Thabo Mbeki was asked by Salva Kiir, the president, to help, his spokesman said.",
    "Salva Kiir URGED Thabo Mbeki",
  ],
  ["Fighters of Ansar Dine attacked Chad.", "Ansar Dine ATTACKED Chad"],
  [
    "The Chadian government and the rebel movement MNLA signed a truce.",
    "Chad AGREED National Movement for the Liberation of Azawad",
  ],
  [
    "President Idriss Déby, who had expelled Sudan's ambassador, called Omar al-Bashir a liar.",
    "Idriss Déby SANCTIONED Sudan",
    "Idriss Déby CONDEMNED Omar al-Bashir",
  ],
  ["Abiy Ahmed has rejected calls by the African Union for a truce.", "Abiy Ahmed REJECTED African Union"],
  ["Salva Kiir and Riek Machar met face to face in 2014.", "Salva Kiir MET Riek Machar"],
  [
    "Rex Tillerson met the leaders of the two countries that cut ties with Qatar: Bahrain and Egypt.",
    "Rex Tillerson MET Bahrain",
    "Rex Tillerson MET Egypt",
    "Bahrain SANCTIONED Qatar",
    "Egypt SANCTIONED Qatar",
  ],
  ["The UN Security Council adopted a resolution condemning Chad.", "UN Security Council CONDEMNED Chad"],
  [
    "Peru and Chile fought. Each country blamed the other for it.",
    "Peru ACCUSED Chile",
    "Chile ACCUSED Peru",
    "Peru ATTACKED Chile",
    "Chile ATTACKED Peru",
  ],
])

checks("a minister without a name acts for the state", [
  ["Chile's foreign minister, who fell ill, telephoned Evo Morales.", "Chile CALLED Evo Morales"],
  ["The Danish defence minister denounced Iraq.", "Denmark CONDEMNED Iraq"],
])

checks("who stands behind an office or an 'and'", [
  ["The head of the World Bank, Jane Doe, thanked Ghana.", "Jane Doe SUPPORTED Ghana"],
  [
    "Angela Merkel phoned Jens Stoltenberg, and Canada's Jane Doe denounced Moscow.",
    "Angela Merkel CALLED Jens Stoltenberg",
    "Jane Doe CONDEMNED Russia",
  ],
])

checks("who undergoes an act is not who does it", [
  ["Norway denounced Aung San Suu Kyi's arrest."],
  ["Sudan condemned the Hariri assassination."],
  [
    "France condemned Israel's arrest of Marwan Barghouti.",
    "France CONDEMNED Israel",
    "Israel COERCED Marwan Barghouti",
  ],
  ["Chad called for Moussa Faki's release."],
  ["Chad called for Libya's release of two Chadian pilots.", "Chad URGED Libya"],
  ["Peru demanded the return of Alberto Fujimori from Japan.", "Peru URGED Japan"],
  ["Kenya called for the resignation of Omar al-Bashir.", "Kenya URGED Omar al-Bashir"],
  [
    "Ghana arrested Laurent Gbagbo on Sunday. France demanded his release.",
    "Ghana COERCED Laurent Gbagbo",
    "France URGED Ghana",
  ],
  [
    "Angela Merkel declined Vladimir Putin's request that he be heard.",
    "Angela Merkel REJECTED Vladimir Putin",
  ],
])

checks("relatives, lawyers and foes are not whose they are", [
  ["Angela Merkel met Nelson Mandela's widow."],
  ["Alexei Navalny's lawyer accused Dmitry Medvedev of theft."],
  ["Nicolas Maduro's opponents met Emmanuel Macron."],
  ["Chadian police arrested Idriss Deby's rivals."],
  ["Hugo Chavez's brother, Adan Chavez, met Raul Castro.", "Adan Chavez MET Raúl Castro"],
  ["Paul Biya's soldiers fired on Nigerian troops.", "Paul Biya ATTACKED Nigeria"],
])

checks("those whom a state backs are not the state", [
  ["Sudanese-backed rebels attacked Chad."],
  ["Chad bombed Libyan-backed rebels."],
  ["Saudi-led forces attacked Yemen.", "Saudi Arabia ATTACKED Yemen"],
])

checks("a state's press, students and exiles do not speak for it", [
  ["The Kenyan opposition accused Uhuru Kenyatta of fraud."],
  ["A Ugandan newspaper accused Yoweri Museveni of theft."],
  ["Iranian exiles met Jacinda Ardern in Wellington."],
  ["Imran Khan praised Turkish students."],
  ["Kenyan officials accused Somalia of spying.", "Kenya ACCUSED Somalia"],
  ["Chad sanctioned three Libyan companies.", "Chad SANCTIONED Libya"],
])

checks("two names joined are two parties, wherever the parser joins them", [
  [
    "The Council of Europe and Human Rights Watch criticised Azerbaijan.",
    "Council of Europe CONDEMNED Azerbaijan",
    "Human Rights Watch CONDEMNED Azerbaijan",
  ],
  [
    "Médecins Sans Frontières and the Red Cross accused Yemen of bombing clinics.",
    "Médecins Sans Frontières ACCUSED Yemen",
    "International Committee of the Red Cross ACCUSED Yemen",
  ],
  [
    "The Ministry of Trade and Industry of Ghana urged Nigeria to talk.",
    "Ministry of Trade and Industry of Ghana URGED Nigeria",
  ],
])

checks("who joins or follows another does what he does", [
  [
    "Egypt joined Saudi Arabia in cutting ties with Qatar.",
    "Egypt SANCTIONED Qatar",
    "Saudi Arabia SANCTIONED Qatar",
  ],
  ["Denmark joined Norway in condemning Libya.", "Denmark CONDEMNED Libya", "Norway CONDEMNED Libya"],
  ["Denmark helped Norway in bombing Libya.", "Denmark AIDED Norway", "Norway ATTACKED Libya"],
])

checks("a group that is named is those named", [
  [
    "Cuba freed two Spaniards, Angel Carromero and Jaime Ortega.",
    "Cuba CONCEDED Angel Carromero",
    "Cuba CONCEDED Jaime Ortega",
  ],
  [
    "Cuba freed two Spaniards, and Peru freed Jaime Ortega.",
    "Cuba CONCEDED Spain",
    "Peru CONCEDED Jaime Ortega",
  ],
])

checks("a town that is taken is its holder's loss, not its state's or an ally's", [
  ["Libya snatched Aouzou from Chad.", "Libya ATTACKED Chad", "Libya COERCED Chad"],
  ["Malian and French troops captured Timbuktu."],
  ["Rwandan troops attacked Goma.", "Rwanda ATTACKED Democratic Republic of the Congo"],
])

checks("machines are their owner's", [
  ["Royal Air Force Typhoons bombed Hamas.", "Royal Air Force ATTACKED Hamas"],
  ["Two Typhoons bombed Hamas."],
  ["RAF Typhoons bombed Islamic State.", "Royal Air Force ATTACKED Islamic State"],
  ["Royal Air Force Tornado GR4s attacked the Taliban.", "Royal Air Force ATTACKED Taliban"],
])

checks("'he' in a quotation is not who is quoted", [
  [
    'Tony Blair met Robert Mugabe. "He has attacked Zambia," Tony Blair said.',
    "Tony Blair MET Robert Mugabe",
    "Robert Mugabe ATTACKED Zambia",
  ],
  [
    '"Chad must act," Idriss Deby said. He accused Sudan of murder.',
    "Idriss Déby URGED Chad",
    "Idriss Déby ACCUSED Sudan",
  ],
])
