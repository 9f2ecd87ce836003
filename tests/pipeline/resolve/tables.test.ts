import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { dataPath } from "../../../src/paths.js"
import { loadActorIndex } from "../../../src/pipeline/resolve/actor-index.js"
import { nameKey, slug, townKey } from "../../../src/pipeline/resolve/spelling.js"
import { openOfficials, openTowns, readActorTables } from "../../../src/pipeline/resolve/tables.js"

const { states, organisations, people, places, nouns, coalitions } = readActorTables()
const folder = mkdtempSync(join(tmpdir(), "chancery-actors-"))
afterAll(() => rmSync(folder, { recursive: true }))

const repeated = (values: string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at)
const actorIds = new Set([
  ...states.map((row) => `state:${row.iso}`),
  ...organisations.map((row) => `org:${slug(row.name)}`),
])

describe("the actor tables", () => {
  test("hold all states, and people and organisations of the whole world", () => {
    expect(states.length).toBeGreaterThanOrEqual(200)
    expect(organisations.length).toBeGreaterThanOrEqual(1400)
    expect(new Set(people.map((row) => row.name)).size).toBeGreaterThan(2000)
    const withPeople = new Set(people.map((row) => row.of))
    expect(
      states.filter((row) => row.from === "" && withPeople.has(`state:${row.iso}`)).length,
    ).toBeGreaterThan(160)
  })

  test("give each state and organisation one row, and each place and noun", () => {
    expect(repeated(states.map((row) => row.iso))).toEqual([])
    expect(repeated(organisations.map((row) => slug(row.name)))).toEqual([])
    expect(repeated(places.map((row) => row.place))).toEqual([])
    expect(repeated(nouns.map((row) => `${row.noun} ${row.class}`))).toEqual([])
  })

  test("refer to states and organisations that exist", () => {
    const referred = [
      ...people.map((row) => row.of),
      ...coalitions.flatMap((row) => [row.organisation, row.leader, row.opponent]),
      ...organisations.map((row) => row.partOf).filter((id) => id !== ""),
      ...places.map((row) => `state:${row.iso}`),
    ]
    expect(referred.filter((id) => !actorIds.has(id))).toEqual([])
  })

  test("use no name for two organisations, and no full name for two people in office at once", () => {
    const names = organisations.flatMap((row) => [...new Set([row.name, ...row.aliases])])
    expect(repeated(names)).toEqual([])
    const bearers = new Map<string, Set<string>>()
    for (const { name, aliases } of people) {
      for (const full of [name, ...aliases]) {
        const key = nameKey(full)
        bearers.set(key, new Set([...(bearers.get(key) ?? []), name]))
      }
    }
    const termsOf = (name: string) => people.filter((row) => row.name === name)
    const clashes = [...bearers.values()].filter((names) => {
      const [one = "", ...others] = names
      return others.some((other) =>
        termsOf(one).some((a) =>
          termsOf(other).some((b) => a.from <= (b.to || "9") && b.from <= (a.to || "9")),
        ),
      )
    })
    expect(clashes).toEqual([])
  })

  test("end no office before it began", () => {
    const backward = people.filter(
      (row) => row.from !== "" && row.to !== "" && row.to < row.from.slice(0, row.to.length),
    )
    expect(backward).toEqual([])
  })

  test("find officials by the key of their name, at states and organisations that exist", () => {
    const find = openOfficials().find
    const [, ...lines] = readFileSync(dataPath("actors", "officials.tsv"), "utf8").trimEnd().split("\n")
    const keys = new Set(lines.map((line) => line.slice(0, line.indexOf("\t"))))
    const known = new Set(people.flatMap((row) => [row.name, ...row.aliases].map(nameKey)))
    for (const key of keys) {
      const [row, ...others] = find(key)
      expect(actorIds, row?.of).toContain(row?.of)
      expect(known.has(key), `${key} is in people.tsv too`).toBe(false)
      expect(
        others.every((other) => other.name === row?.name),
        key,
      ).toBe(true)
    }
    const names = new Set([...keys].map((key) => find(key)[0]?.name as string))
    expect([...names].filter((name) => !keys.has(nameKey(name)))).toEqual([])
    expect(names.size).toBeGreaterThan(6000)
  })

  test("find towns by the key of their name, in states that exist, the largest first", () => {
    const find = openTowns()
    const [, ...lines] = readFileSync(dataPath("actors", "towns.tsv"), "utf8").trimEnd().split("\n")
    expect(lines.length).toBeGreaterThan(40_000)
    for (const line of lines) {
      const [row, ...others] = find(line.slice(0, line.indexOf("\t")))
      expect(others, line).toEqual([])
      const cells = row?.states.map((cell) => cell.split(" ")) ?? []
      expect(cells.length, line).toBeGreaterThan(0)
      expect(
        cells.every(([iso]) => actorIds.has(`state:${iso}`)),
        line,
      ).toBe(true)
      const people = cells.map(([, thousands]) => Number(thousands))
      expect(people, line).toEqual([...people].sort((a, b) => b - a))
    }
    expect(find(townKey("Deir al-Balah"))).toEqual([{ key: "dir balah", states: ["PSE 60"] }])
    for (const other of ["no town is called so", "gulf", "obama", "brazil"])
      expect(find(other), other).toEqual([])
  })
})

test("an official has one id in every spelling", () => {
  const index = loadActorIndex()
  expect(index.person("Vladimir Meciar")?.id).toBe("person:vladimir-meciar")
  expect(index.person("Vladimír Mečiar")?.id).toBe("person:vladimir-meciar")
  expect(index.person("Nobody Inparticular")).toBeUndefined()
})

const BROKEN: [file: string, row: string, message: RegExp][] = [
  ["states.tsv", "RU\tRuritania\t\tRuritanian\tStrelsau\t\t", /states\.tsv:\d+: iso "RU" is no ISO/],
  ["states.tsv", "RUR\tRuritania\t\tRuritanian", /states\.tsv:\d+: 4 cells for 7 columns/],
  [
    "people.tsv",
    "Rudolf Elphberg\t\tm\tKing\tRuritania\t\t",
    /people\.tsv:\d+: of "Ruritania" is no state:ISO3/,
  ],
  ["people.tsv", "Rudolf Elphberg\t\tx\tKing\tstate:AUT\t\t", /people\.tsv:\d+: gender "x" is none of/],
  [
    "people.tsv",
    "Rudolf Elphberg\t\tm\tKing\tstate:AUT\t94-01\t",
    /people\.tsv:\d+: from "94-01" is no YYYY-MM-DD/,
  ],
  ["people.tsv", "\t\tm\tKing\tstate:AUT\t\t", /people\.tsv:\d+: name "" is empty/],
  ["organisations.tsv", "Blue Guard\tBG;; B.G.\t\tarmy", /organisations\.tsv:\d+: aliases .* is no list/],
  ["organisations.tsv", "Blue Guard\t\t\tregiment", /organisations\.tsv:\d+: kind "regiment" is none of/],
]

test.each(BROKEN)("a broken row of %s is named by line and reason: %j", (file, row, message) => {
  cpSync(dataPath("actors"), folder, { recursive: true })
  writeFileSync(join(folder, file), `${readFileSync(join(folder, file), "utf8")}${row}\n`)
  expect(() => readActorTables(folder)).toThrow(message)
})
