import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { Readable } from "node:stream"
import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import type { AppError } from "../../../src/errors.js"
import { onOneLine } from "../../../src/pipeline/read/article.js"
import { readPaths } from "../../../src/pipeline/read/index.js"
import type { Article } from "../../../src/types.js"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chancery-read-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

interface Read {
  articles: Article[]
  errors: { path: string; error: AppError }[]
}

async function read(paths: string[], options: { published?: string } = {}): Promise<Read> {
  const all: Read = { articles: [], errors: [] }
  for await (const result of readPaths(paths, options)) {
    if ("error" in result) all.errors.push(result)
    else all.articles.push(result.article)
  }
  return all
}

async function readOne(name: string, content: string | Buffer): Promise<Article> {
  const { articles, errors } = await read([write(name, content)])
  expect(errors).toEqual([])
  expect(articles).toHaveLength(1)
  return articles[0] as Article
}

/** The message of the one error, the folder cut off it. */
async function errorOf(name: string, content: string | Buffer): Promise<string> {
  const { articles, errors } = await read([write(name, content)])
  expect(articles).toEqual([])
  expect(errors.map(({ error }) => error.code)).toEqual(["BAD_INPUT"])
  return (errors[0]?.error.message ?? "").replace(`${folder}/`, "")
}

describe("plain text", () => {
  test("is kept as it is", async () => {
    const text = "\nEnvoys met.\n\n  They agreed. \n"
    expect((await readOne("a.txt", text)).text).toBe(text)
  })

  test("has one kind of line end, and no byte order mark", async () => {
    expect((await readOne("a.txt", "\ufeffOne.\r\nTwo.\rThree.")).text).toBe("One.\nTwo.\nThree.")
  })

  test.each([
    ["a first line apart", "Envoys meet in Arlen\n\nThe envoys met.", "Envoys meet in Arlen"],
    ["a question", "Will they meet?\n\nNobody knows.", "Will they meet?"],
    ["a sentence", "The envoys met on Friday.\n\nThey agreed.", null],
    ["a quoted sentence", "He said: “We agree.”\n\nThey left.", null],
    ["a line with its text close behind", "Envoys meet\nThey agreed.", null],
    ["a whole paragraph", `${"Envoys and more envoys ".repeat(10)}\n\nThey agreed.`, null],
    ["nothing else", "Envoys meet", null],
  ])("title from %s", async (_, text, title) => {
    expect((await readOne("a.txt", text)).title).toBe(title)
  })

  test.each([
    ["2021-05-14-envoys.txt", "2021-05-14"],
    ["envoys_2021-05-14.txt", "2021-05-14"],
    ["2021-13-40.txt", null],
    ["envoys.txt", null],
  ])("published, by its name %s, on %s", async (name, day) => {
    expect((await readOne(name, "Envoys met.")).published).toBe(day)
  })

  test("takes --published where nothing else says", async () => {
    const paths = [write("2021-05-14.txt", "One."), write("b.txt", "Two.")]
    const { articles } = await read(paths, { published: "2020-01-02" })
    expect(articles.map(({ published }) => published)).toEqual(["2021-05-14", "2020-01-02"])
  })

  test("a --published that is no day is wrong use", async () => {
    await expect(read([write("a.txt", "One.")], { published: "tomorrow" })).rejects.toMatchObject({
      code: "BAD_USAGE",
      message: expect.stringContaining('"tomorrow"'),
    })
  })

  test.each([
    ["an empty file", "", "a.txt: empty"],
    ["white space alone", " \n\t\n", "a.txt: empty"],
    ["NUL bytes", Buffer.from("Envoys\0met"), "a.txt: has NUL bytes"],
    ["UTF-16", Buffer.from("\ufeffEnvoys met", "utf16le"), "UTF-16"],
    ["broken UTF-8", Buffer.from([0x41, 0xff, 0x41]), "a.txt: not valid UTF-8"],
  ])("%s is an error", async (_, content, message) => {
    expect(await errorOf("a.txt", content)).toContain(message)
  })
})

describe("Markdown", () => {
  test("says in its front matter what it is; the text begins behind", async () => {
    const article = await readOne(
      "a.md",
      '---\ntitle: "Envoys: a meeting"\npublished: 2021-05-14\noutlet: Example Post\nurl: https://example.org/a/?utm_medium=x\nlanguage: en\nother: 1\n---\n\nEnvoys met.\n',
    )
    expect(article).toMatchObject({
      title: "Envoys: a meeting",
      published: "2021-05-14",
      outlet: "Example Post",
      url: "https://example.org/a",
      text: "Envoys met.\n",
    })
  })

  test.each([
    ["date for published", "---\ndate: 14 May 2021\n---\nText.", { published: "2021-05-14" }],
    ["a number for a title", "---\ntitle: 2021\n---\nText.", { title: "2021" }],
    [
      "white space about an outlet",
      '---\noutlet: " Example\\n Post "\n---\nText.',
      { outlet: "Example Post" },
    ],
    ["white space for an outlet", '---\noutlet: " "\n---\nText.', { outlet: null }],
    ["nothing in it", "---\n---\nText.", { title: null, text: "Text." }],
    ["an empty title", "---\ntitle:\n---\nText.", { title: null }],
    ["Windows line ends", "---\r\ntitle: Meeting\r\n---\r\nText.", { title: "Meeting", text: "Text." }],
    [
      "none, but a heading",
      "# Envoys meet\n\nText.",
      { title: "Envoys meet", text: "# Envoys meet\n\nText." },
    ],
    ["none, but a rule in the text", "Text.\n\n---\n\nMore.", { text: "Text.\n\n---\n\nMore." }],
  ])("front matter with %s", async (_, content, expected) => {
    expect(await readOne("a.md", content)).toMatchObject(expected)
  })

  test.each([
    ["broken YAML", "---\noutlet: x\ntitle: [a\n---\nText.", "a.md:4: broken front matter"],
    ["a key given twice", "---\ntitle: a\ntitle: b\n---\nText.", "a.md:3: broken front matter"],
    ["a title that is a list", "---\ntitle: [a]\n---\nText.", "a.md:2: front matter: title"],
    ["no mapping", "---\nwords\n---\nText.", "a.md:2: front matter"],
    ["no end", "---\ntitle: a\nText.", "a.md:1: front matter without an end"],
    ["no text behind it", "---\ntitle: a\n---\n", "a.md: front matter without a text"],
  ])("front matter with %s is an error with file and line", async (_, content, message) => {
    expect(await errorOf("a.md", content)).toContain(message)
  })
})

const paragraph =
  "The envoys of Ruritania and Tarnia met in Arlen on Monday after weeks of talks about the border. "

function page(head: string, body = `<p>${paragraph.repeat(3)}</p><p>They agreed &amp; signed.</p>`): string {
  return `<!doctype html><html lang="en-GB"><head>${head}</head><body><nav><a href="/">Home page</a></nav><article>${body}</article></body></html>`
}

describe("HTML", () => {
  test("gives the article, a paragraph a block, without navigation or markup", async () => {
    const { text } = await readOne(
      "a.html",
      page("", `<p>${paragraph.repeat(3)}</p><ul><li>One &amp; <b>two</b></li><li>Three</li></ul>`),
    )
    expect(text.split("\n\n")).toEqual([paragraph.repeat(3).trim(), "One & two", "Three"])
  })

  const linked = (json: string): string => `<script type="application/ld+json">${json}</script>`
  test.each([
    [
      "title from Open Graph",
      '<title>T | Site</title><meta property="og:title" content="Envoys meet">',
      { title: "Envoys meet" },
    ],
    [
      "title of the page",
      "<title>Envoys meet in the border town</title>",
      { title: "Envoys meet in the border town" },
    ],
    ["outlet", '<meta property="og:site_name" content="Example Post">', { outlet: "Example Post" }],
    [
      "date in metadata",
      '<meta property="article:published_time" content="2021-05-14T23:00:00-04:00">',
      { published: "2021-05-14" },
    ],
    [
      "date in JSON-LD",
      linked('{"@type":"NewsArticle","datePublished":"2021-05-14"}'),
      { published: "2021-05-14" },
    ],
    [
      "date, headline and outlet in a JSON-LD graph",
      linked(
        '{"@graph":[{"@type":"WebSite"},{"datePublished":"2021-05-14","headline":"Envoys meet","publisher":{"name":"Example Post"}}]}',
      ),
      { published: "2021-05-14", title: "Envoys meet", outlet: "Example Post" },
    ],
    ["broken JSON-LD", linked("{nothing"), { published: null }],
    ["JSON-LD that is null", linked("null"), { published: null }],
    [
      "canonical address",
      '<link rel="canonical" href="https://example.org/a/?utm_source=x">',
      { url: "https://example.org/a" },
    ],
    [
      "a relative canonical address, and Open Graph's",
      '<link rel="canonical" href="/a"><meta property="og:url" content="https://example.org/a">',
      { url: "https://example.org/a" },
    ],
    ["language", "", { language: "en" }],
  ])("%s", async (_, head, expected) => {
    expect(await readOne("a.html", page(head))).toMatchObject(expected)
  })

  test.each([
    ["an empty page", "<html><body></body></html>", "no article found"],
    ["no page", "only words", "a.html: not a web page"],
  ])("%s is an error", async (_, content, message) => {
    expect(await errorOf("a.html", content)).toContain(message)
  })
})

describe("JSON lines", () => {
  test("give an article a line, named by its id or its line", async () => {
    const path = write(
      "a.jsonl",
      '{"id":"x","text":"One.","title":"T","published":"2021-05-14","outlet":"O","url":"https://example.org/1","more":1}\n\n{"text":"Two.","title":null}\n{"id":7,"text":"Three."}\n',
    )
    const { articles, errors } = await read([path])
    expect(errors).toEqual([])
    expect(articles.map((article) => article.path)).toEqual([`${path}#x`, `${path}#L3`, `${path}#7`])
    expect(articles.map(({ source }) => source)).toEqual(articles.map((article) => article.path))
    expect(articles[0]).toMatchObject({
      title: "T",
      published: "2021-05-14",
      outlet: "O",
      url: "https://example.org/1",
    })
  })

  test("a bad line is an error with file and line, and the others go on", async () => {
    const lines = [
      '{"text":"One."}',
      "{broken",
      '{"title":"no text"}',
      '{"text":" "}',
      '["list"]',
      '{"text":"Six.","id":"a"}',
      '{"text":"Seven.","id":"a"}',
      '{"text":3}',
    ]
    const { articles, errors } = await read([write("a.jsonl", lines.join("\n"))])
    expect(articles.map(({ text }) => text)).toEqual(["One.", "Six."])
    expect(errors.map(({ error }) => error.message.slice(folder.length + 1))).toEqual([
      expect.stringMatching(/^a\.jsonl:2: not JSON/),
      expect.stringMatching(/^a\.jsonl:3: not an article: text/),
      expect.stringMatching(/^a\.jsonl:4: not an article: text: is empty/),
      expect.stringMatching(/^a\.jsonl:5: not an article/),
      expect.stringMatching(/^a\.jsonl:7: its id "a" is that of line 6/),
      expect.stringMatching(/^a\.jsonl:8: not an article: text/),
    ])
  })

  test("an empty file is an error", async () => {
    expect(await errorOf("a.jsonl", "\n")).toContain("a.jsonl: empty")
  })
})

describe("paths", () => {
  test("a folder gives its files of a known format, with subfolders, in order", async () => {
    for (const name of ["b.txt", "a.md", "sub/c.jsonl", "d.png", ".hidden.txt", "sub/.git/e.txt"]) {
      write(name, name.endsWith("jsonl") ? '{"text":"C."}' : "Words.")
    }
    const { articles, errors } = await read([folder])
    expect(errors).toEqual([])
    expect(articles.map(({ path }) => path.slice(folder.length + 1))).toEqual([
      "a.md",
      "b.txt",
      "sub/c.jsonl#L1",
    ])
  })

  test.each([
    ["*.txt", ["a.txt", "b.txt"]],
    ["**/*.md", ["c.md", "sub/d.md"]],
    ["sub/../{a,c}.*", ["a.txt", "c.md"]],
    ["[ab].txt", ["a.txt", "b.txt"]],
  ])("glob %s", async (pattern, names) => {
    for (const name of ["a.txt", "b.txt", "c.md", "sub/d.md"]) write(name, "Words.")
    const { articles } = await read([`${folder}/${pattern}`])
    expect(articles.map(({ path }) => path.slice(folder.length + 1))).toEqual(names)
  })

  test("a file whose name looks like a glob is that file", async () => {
    expect((await readOne("a[1].txt", "Words.")).text).toBe("Words.")
  })

  test.each([
    ["nowhere.txt", "no such file or folder"],
    ["*.txt", "no file matches"],
  ])("%s that names nothing is an error, and the next path is read", async (name, message) => {
    const other = write("a.md", "Words.")
    const { articles, errors } = await read([join(folder, name), other])
    expect(errors[0]?.error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining(message) })
    expect(articles).toHaveLength(1)
  })

  test("a file of another format, named outright, is an error that names ours", async () => {
    expect(await errorOf("a.rtf", "Words.")).toMatch(/a\.rtf: not a format we read.*\.jsonl/)
  })

  test("a broken link is an error of its own", async () => {
    symlinkSync(join(folder, "gone"), join(folder, "a.txt"))
    const { errors } = await read([join(folder, "a.txt")])
    expect(errors[0]?.error.code).toBe("BAD_INPUT")
  })

  test("- is standard input, each text for itself", async () => {
    const sources = []
    for (const text of ["Envoys met.", "They agreed."]) {
      const stdin = vi.spyOn(process, "stdin", "get")
      stdin.mockReturnValue(Readable.from([Buffer.from(text)]) as typeof process.stdin)
      const { articles } = await read(["-"])
      stdin.mockRestore()
      expect(articles).toMatchObject([{ path: "-", text }])
      sources.push(articles[0]?.source)
    }
    expect(new Set(sources).size).toBe(2)
  })
})

describe("halves of surrogate pairs", () => {
  const half = (name: "high" | "low"): string => (name === "high" ? "\\ud83d" : "\\ude00")
  test.each([
    ["a high half", `A ${half("high")} b`, "A \ufffd b"],
    ["a low half", `A ${half("low")} b`, "A \ufffd b"],
    ["a high half at the end", `A b${half("high")}`, "A b\ufffd"],
    ["halves in the wrong order", `A ${half("low")}${half("high")} b`, "A \ufffd\ufffd b"],
    ["a half beside a whole", `A ${half("high")}${half("high")}${half("low")} b`, "A \ufffd\u{1f600} b"],
    ["a whole", `A ${half("high")}${half("low")} b`, "A \u{1f600} b"],
  ])("of a JSON record become U+FFFD wherever they stand: %s", async (_, written, read) => {
    const fields = ["id", "text", "title", "outlet", "language"].map((name) => `"${name}":"${written}"`)
    const article = await readOne("a.jsonl", `{${fields.join(",")}}`)
    expect(article).toMatchObject({ text: read, title: read, outlet: read, language: read })
    expect(article.source).toBe(`${folder}/a.jsonl#${read}`)
  })

  test("tell no two records apart", async () => {
    const lines = ["high", "low"].map((name) => `{"id":"${half(name as "high")}","text":"Envoys met."}`)
    const { errors } = await read([write("a.jsonl", lines.join("\n"))])
    expect(errors[0]?.error.message).toMatch(/a\.jsonl:2: its id "\ufffd" is that of line 1/)
  })

  test("of front matter become U+FFFD", async () => {
    const article = await readOne("a.md", `---\ntitle: "A ${half("high")} b"\n---\nEnvoys met.`)
    expect(article.title).toBe("A \ufffd b")
  })

  test("do not move what stands behind them", async () => {
    const { text, boilerplate } = await readOne(
      "a.jsonl",
      `{"text":"Envoys ${half("high")} met.\\nBy Jane Roe\\nThey agreed."}`,
    )
    expect(boilerplate.map(({ start, end }) => text.slice(start, end))).toEqual(["By Jane Roe"])
  })
})

describe("white space", () => {
  test("folds to single spaces, wherever it stands and of whatever kind", () => {
    const piece = fc.constantFrom("word", " ", "  ", "\n", "\t ", " \n", "\u00a0", " \u2003")
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("")
        expect(onOneLine(text)).toBe(text.split(/\s+/).filter(Boolean).join(" "))
      }),
    )
  })
})

describe("identity", () => {
  test("an address is the article, whatever its text; without one the text is, white space aside", async () => {
    const md = (url: string, text: string): string => `---\nurl: ${url}\n---\n${text}`
    const first = await readOne("a.md", md("https://example.org/a", "One."))
    const changed = await readOne("b.md", md("https://example.org/a#top", "One, changed."))
    expect(changed.id).toBe(first.id)
    expect(changed.contentHash).not.toBe(first.contentHash)
    const bare = await readOne("c.txt", "One  and\ntwo.")
    expect((await readOne("d.txt", "One and two.")).id).toBe(bare.id)
    expect((await readOne("e.txt", "One and three.")).id).not.toBe(bare.id)
  })

  test("a new date or title is a change", async () => {
    const one = await readOne("2021-05-14.txt", "Envoys met.")
    const two = await readOne("2021-05-15.txt", "Envoys met.")
    expect(two.id).toBe(one.id)
    expect(two.contentHash).not.toBe(one.contentHash)
  })
})

test("boilerplate spans are slices of the text", async () => {
  const { text, boilerplate } = await readOne("a.txt", "Envoys met.\r\nBy Jane Roe\r\nThey agreed.")
  expect(boilerplate.map(({ start, end }) => text.slice(start, end))).toEqual(["By Jane Roe"])
})
