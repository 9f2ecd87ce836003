import { checks } from "./checks.js"

checks("a word of two senses tells the one that the learned reader is sure of", [
  ["Iran shot down an American drone.", "Iran ATTACKED United States"],
  ["Bill Clinton embraced Tony Blair at the airport.", "Bill Clinton MET Tony Blair"],
  ["Angela Merkel got a call from Barack Obama on Monday.", "Barack Obama CALLED Angela Merkel"],
  ["Hugo Chávez called George W. Bush a donkey.", "Hugo Chávez CONDEMNED George W. Bush"],
  ["Jacques Chirac held two days of talks with Gerhard Schröder.", "Jacques Chirac MET Gerhard Schröder"],
])

checks("talks with a state are a contact", [
  ["Lakhdar Brahimi is to hold talks with Syria.", "Lakhdar Brahimi CONSULTED Syria"],
])
