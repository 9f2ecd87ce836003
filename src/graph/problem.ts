// What `check` says is wrong, and what helps.

/** What helps -> how, for people. */
export const REMEDIES = {
  derive: "chancery check --repair derives these again from what is stored of their articles",
  tidy: "chancery check --repair stores these as they should be",
  adopt: "chancery check --repair keeps these under a source of their own, until they are retracted",
  reload: "chancery check --repair takes out what is left of these; then load their files again",
  redecide: "chancery check --repair takes out what is left of these; then decide them again",
  undecide: "these wait for what they are about to be loaded; chancery undecide ID takes one back",
  declare: "load an article with the frames that declare these (chancery load --frames), then check again",
} as const

export interface Problem {
  /** Id of the node, relationship or decision, name of the source, or event type. */
  id: string
  what: string
  remedy: keyof typeof REMEDIES
}
