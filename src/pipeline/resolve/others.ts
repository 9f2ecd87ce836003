// Who is somebody else than whose he is: "its allies", "her lawyer", "his opponents".

/** Relatives, friends, foes, and those who serve a person in his own affairs: what they do is not his act. */
const APART =
  /^(?:mother|father|parent|brother|sister|sibling|son|daughter|wife|husband|widow|widower|spouse|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|grandfather|grandmother|grandchild|relative|fianc[ée]e?|girlfriend|boyfriend|friend|lawyer|attorney|barrister|doctor|physician|biographer|heir|successor|predecessor|neighbou?r|rival|opponent|critic|detractor|enemy|foe|adversary|challenger|killer|murderer|assassin|assailant|attacker|captor|jailer|kidnapper|victim|accuser)$/

const BESIDE = /^(?:ally|partner|counterpart|interlocutor|mediator|captive|hostage|prisoner|detainee)$/

/** "X's widow", "X's rivals". */
export const isApart = (lemma: string): boolean => APART.test(lemma)

/** As those, and "its allies", "his counterpart". */
export const isOther = (lemma: string): boolean => APART.test(lemma) || BESIDE.test(lemma)
