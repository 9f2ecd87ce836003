// The articles that the graph is made from.
import { z } from "zod"
import { AppError } from "../../errors.js"
import { defineRoute } from "../route.js"
import { articleDetail, articleSummary } from "../schemas.js"

export const articles = defineRoute({
  method: "get",
  path: "/api/articles",
  summary: "All articles, newest first",
  input: z.strictObject({}),
  answer: z.array(articleSummary),
  failures: [],
  handle: (store) => store.articles(),
})

export const article = defineRoute({
  method: "get",
  path: "/api/articles/:id",
  summary: "An article's text and the events that it reports",
  input: z.strictObject({ id: z.string() }),
  answer: articleDetail,
  failures: ["NOT_FOUND"],
  async handle(store, { id }) {
    const article = await store.article(id)
    if (article === undefined)
      throw new AppError("NOT_FOUND", `article "${id}": not in the graph; /api/articles lists them.`)
    return article
  },
})
