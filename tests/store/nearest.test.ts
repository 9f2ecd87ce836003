import { describe, expect, test } from "vitest"
import { nearestActors } from "../../src/store/nearest.js"
import type { ActorSummary } from "../../src/types.js"

const actor = (id: string, name: string, aliases: string[] = []): ActorSummary => ({
  ...{ id, kind: "Person", name, aliases, state: null, events: 1, mentions: 1 },
})
const ACTORS = [
  actor("person:anna-berg", "Anna Berg", ["Anneliese Berg"]),
  actor("person:boris-kral", "Boris Kral"),
  actor("person:kadi-holm", "Hadi Holm"),
  actor("state:RUR", "Ruritania", ["Republic of Ruritania"]),
  actor("org:ruritanian-navy", "Ruritanian Navy"),
]
const near = (given: string): string[] => nearestActors(ACTORS, given, 3)

describe("an actor that is not in the graph was perhaps meant to be", () => {
  test.each([
    ["with a letter too many", "person:anna-bergg", "person:anna-berg"],
    ["with a letter wrong at its beginning", "person:poris-kral", "person:boris-kral"],
    ["with two letters the wrong way round", "person:borsi-kral", "person:boris-kral"],
    ["with its words in another order", "kral boris", "person:boris-kral"],
    ["by another name of it", "person:anneliese-berg", "person:anna-berg"],
    ["in another transliteration", "person:hady-holm", "person:kadi-holm"],
    ["as a state by its name", "state:ruritanja", "state:RUR"],
    ["without its surname's end", "person:boris-kr", "person:boris-kral"],
  ])("%s", (_, given, expected) => {
    expect(near(given)[0]).toBe(expected)
  })

  test("and is nobody where nothing is alike", () => {
    expect([near("person:nobody"), near("")]).toEqual([[], []])
  })
})
