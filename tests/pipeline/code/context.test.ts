import { checks } from "./checks.js"

checks("who is condemned for an act is who did it, as told nearby", [
  ["Chad bombed Sudan. Anna Lind deplored the raids.", "Chad ATTACKED Sudan", "Anna Lind CONDEMNED Chad"],
  [
    "Peru and Chile expelled two Bolivian diplomats. Evo Morales denounced the expulsions.",
    "Chile SANCTIONED Bolivia",
    "Peru SANCTIONED Bolivia",
    "Evo Morales CONDEMNED Chile",
    "Evo Morales CONDEMNED Peru",
  ],
  [
    "Hezbollah shelled Israel. Israel bombed Lebanon. Fuad Siniora condemned the attack.",
    "Hezbollah ATTACKED Israel",
    "Israel ATTACKED Lebanon",
    "Fouad Siniora CONDEMNED Israel",
  ],
  [
    "India blamed Lashkar-e-Taiba for the attack. Sweden condemned the attack.",
    "India ACCUSED Lashkar-e-Taiba",
    "Sweden CONDEMNED Lashkar-e-Taiba",
  ],
  [
    "Boko Haram bombed Maiduguri. Goodluck Jonathan condemned the bombing.",
    "Boko Haram ATTACKED Nigeria",
    "Goodluck Jonathan CONDEMNED Boko Haram",
  ],
  ["Libya denounced Niger. Kenya condemned the raid.", "Libya CONDEMNED Niger"],
  ["Chad bombed Sudan. Kenya condemned the regime's raids.", "Chad ATTACKED Sudan"],
  ["Chad might bomb Sudan. Kenya condemned the raids."],
  ["Chad bombed Sudan. Kenya condemned the budget.", "Chad ATTACKED Sudan"],
])

checks("other answers have a target too", [
  ["Chad bombed Sudan. Kenya praised the raid.", "Chad ATTACKED Sudan", "Kenya SUPPORTED Chad"],
  ["Chad bombed Sudan. Chad defended the raid.", "Chad ATTACKED Sudan"],
  ["Chad bombed Sudan. Sudan vowed revenge.", "Chad ATTACKED Sudan", "Sudan THREATENED Chad"],
  ["Chad bombed Sudan. Sudan warned that time was short.", "Chad ATTACKED Sudan"],
  [
    "Chad accused Sudan of lying. Sudan rejected the accusation.",
    "Chad ACCUSED Sudan",
    "Sudan REJECTED Chad",
  ],
  ["Chad accused Sudan of lying. Sudan denied the accusation.", "Chad ACCUSED Sudan"],
  ["Chad asked Sudan for help. Kenya rejected the request.", "Chad URGED Sudan"],
])

checks("an appeal to end an act goes to who does it", [
  ["Chad bombed Sudan. Kenya demanded an end to the raids.", "Chad ATTACKED Sudan", "Kenya URGED Chad"],
  [
    "Chad arrested two Danes. Kenya called for the release of the sailors.",
    "Chad COERCED Denmark",
    "Kenya URGED Chad",
  ],
  ["Chad bombed Sudan. Kenya called for an end to pension cuts.", "Chad ATTACKED Sudan"],
])

checks("who says that he did an act struck whom it befell", [
  ["A bomber attacked Kenya. Boko Haram said it had carried out the attack.", "Boko Haram ATTACKED Kenya"],
  ["A bomber attacked Kenya. Boko Haram carried out an attack."],
])
