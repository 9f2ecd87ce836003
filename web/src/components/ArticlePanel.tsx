// An article with one sentence lit and in view, and the events it reports.
import { ExternalLink } from "lucide-react"
import { useEffect, useRef } from "react"
import type { ArticleDetail, Span } from "../../../src/types.js"
import type { Detail } from "../core/selection/index.js"
import { count, formatDate, webAddress } from "../format.js"
import { wantsLessMotion } from "../theme.js"
import { Parties } from "./EventItem.js"

interface Props {
  article: ArticleDetail
  quote: Span | undefined
  onOpen: (detail: Detail) => void
}

export function ArticlePanel({ article, quote, onOpen }: Props) {
  const address = webAddress(article.url)
  return (
    <>
      <p className="source">
        {article.outlet !== null && <span>{article.outlet}</span>}
        <span>{formatDate(article.published)}</span>
        {address !== undefined && (
          <a href={address} target="_blank" rel="noreferrer">
            original <ExternalLink aria-hidden />
          </a>
        )}
      </p>
      <ArticleText text={article.text} quote={quote} />
      <section>
        <h3>{count(article.events.length, "event")} read from it</h3>
        <ol className="events">
          {article.events.map((event) => (
            <li key={event.id} className="event">
              <Parties event={event} onActor={(id) => onOpen({ kind: "actor", id })} />
              {event.evidence
                .filter((item) => item.article.id === article.id)
                .map(({ start, end, quote: sentence }) => (
                  <button
                    key={start}
                    type="button"
                    className="quote"
                    onClick={() => onOpen({ kind: "article", id: article.id, quote: { start, end } })}
                  >
                    {sentence}
                  </button>
                ))}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function ArticleText({ text, quote }: { text: string; quote: Span | undefined }) {
  const mark = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another quote is another mark to scroll to
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "center", behavior: wantsLessMotion() ? "instant" : "smooth" })
  }, [quote?.start, quote?.end])
  if (quote === undefined) return <div className="article-text">{text}</div>
  return (
    <div className="article-text">
      {text.slice(0, quote.start)}
      <mark ref={mark}>{text.slice(quote.start, quote.end)}</mark>
      {text.slice(quote.end)}
    </div>
  )
}
