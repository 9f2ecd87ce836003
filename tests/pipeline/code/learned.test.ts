// What the learned reader tells beside the frames, and what it may not tell.
import { checks } from "./checks.js"

checks("wordings that no frame has", [
  ["Ethiopian bombs fell on Eritrea.", "Ethiopia ATTACKED Eritrea"],
  [
    "Angela Merkel had Emmanuel Macron on the line for an hour last night.",
    "Angela Merkel CALLED Emmanuel Macron",
  ],
  ["Peru's president sat down with Evo Morales in La Paz.", "Peru MET Evo Morales"],
])

checks("a name counts as a whole, whichever of its words the reader takes for the party", [
  ["Ngozi Okonjo-Iweala sat Thabo Mbeki down in Lusaka.", "Ngozi Okonjo-Iweala MET Thabo Mbeki"],
  [
    "Human Rights Watch holds General Luis Alberto Paz Zamora responsible for the deaths.",
    "Human Rights Watch ACCUSED Luis Alberto Paz Zamora",
  ],
])

checks("words that a frame knows and rules out here stay ruled out", [
  ["Norway lifted its sanctions on Sudan.", "Norway CONCEDED Sudan"],
  ["Angela Merkel saw Tony Blair as an ally."],
])

checks("one word tells one event, one way round", [
  ["Iraq was sanctioned by the United Nations.", "United Nations SANCTIONED Iraq"],
  ["Qatar won backing from Turkey.", "Turkey SUPPORTED Qatar"],
])
