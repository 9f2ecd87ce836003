import { checks } from "./checks.js"

checks("towns stand for the state that is struck or travelled to", [
  ["Russian jets bombed Poti while Georgia slept.", "Russia ATTACKED Georgia"],
  ["Lebanon wept: Israel was pounding Tyre and Sidon.", "Israel ATTACKED Lebanon"],
  ["Mali was shaken. Al-Qaeda shelled Gossi and Menaka.", "Al-Qaeda ATTACKED Mali"],
  ["Israel shelled Beit Lahiya. Beit Lahiya was in ruins.", "Israel ATTACKED Palestine"],
  ["Angela Merkel will travel to Gdynia.", "Angela Merkel VISITED Poland"],
  ["Israeli rockets hit Syria. Syria shelled Nahariya.", "Israel ATTACKED Syria", "Syria ATTACKED Israel"],
  ["French and Malian troops captured Gao."],
  ["Bombers from Libya struck the station in Brussels.", "Libya ATTACKED Belgium"],
])

checks("of towns of one name, the one in a state of the article, else the largest by far", [
  ["Pakistan mourned. Iran had shelled Hyderabad.", "Iran ATTACKED Pakistan"],
  ["Tony Blair flew to Hyderabad.", "Tony Blair VISITED India"],
  ["Tony Blair flew to San Fernando."],
])

checks("a town does nothing", [["Pakistan condemned the Mumbai attacks."], ["Aleppo condemned Israel."]])

checks("what is somebody's name is no town's", [
  ["Lebanon met Anna Sidon. Israel attacked Sidon.", "Lebanon MET Anna Sidon"],
])
