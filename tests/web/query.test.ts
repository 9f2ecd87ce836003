import { describe, expect, it } from "vitest"
import type { QueryValue } from "../../src/types.js"
import { parametersOf, parseParameter, printParameter } from "../../web/src/core/query.js"

describe("parameters of a query", () => {
  it.each([
    ["MATCH (a {name: $name})-[r]->(b) WHERE r.date > $from AND a.name <> $name RETURN b", ["name", "from"]],
    ["RETURN '$text', \"$text\", `$text` // $comment", []],
    ["/* $old */ RETURN $new", ["new"]],
    ["RETURN 'it\\'s $not one', $one", ["one"]],
  ])("%s", (cypher, expected) => {
    expect(parametersOf(cypher)).toEqual(expected)
  })

  it.each<[string, QueryValue]>([
    ["5", 5],
    ["true", true],
    ['["a", "b"]', ["a", "b"]],
    ["2023-03-01", "2023-03-01"],
    ["Ada Brandt", "Ada Brandt"],
    ['"5"', "5"],
  ])("the field %s means %j and prints back", (text, value) => {
    expect(parseParameter(text)).toEqual(value)
    expect(parseParameter(printParameter(value))).toEqual(value)
  })
})
