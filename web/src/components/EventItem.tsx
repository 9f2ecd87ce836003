// One event with the sentences that report it; a sentence opens in its article.
import { ExternalLink } from "lucide-react"
import type { ActorId, EventDetail, EvidenceItem } from "../../../src/types.js"
import type { Detail } from "../core/selection/index.js"
import { count, formatDate, formatShare, webAddress } from "../format.js"
import { ActorLink } from "./ActorLink.js"
import { EventTypeBadge } from "./EventTypeBadge.js"

interface Props {
  event: EventDetail
  onOpen: (detail: Detail) => void
  /** The parties and type too: not needed under a heading that has them. */
  withParties?: boolean
  isMarked?: boolean
}

export function EventItem({ event, onOpen, withParties = false, isMarked = false }: Props) {
  return (
    <li className="event" data-marked={isMarked || undefined} ref={isMarked ? scrollIntoView : undefined}>
      {withParties && <Parties event={event} onActor={(id) => onOpen({ kind: "actor", id })} />}
      <p className="event-facts">
        <b>{formatDate(event.date, event.datePrecision)}</b>
        <span className="status" data-status={event.status}>
          {event.status}
        </span>
        {event.place !== null && <span>in {event.place}</span>}
        <span title="How sure the extraction is">{formatShare(event.confidence)} sure</span>
        <span title="Independent reports, and outlets that carry them">
          {count(event.reports, "report")} · {count(event.outlets, "outlet")}
        </span>
        <span title="PLOVER and CAMEO codes">
          {event.plover} {event.cameo}
        </span>
      </p>
      <ul className="evidence">
        {event.evidence.map((item) => (
          <EvidenceSentence key={`${item.article.id}:${item.start}`} item={item} onOpen={onOpen} />
        ))}
      </ul>
      {event.evidence.length === 0 && <p className="muted">No sentence is kept for this event.</p>}
    </li>
  )
}

export function Parties({ event, onActor }: { event: EventDetail; onActor: (id: ActorId) => void }) {
  return (
    <p className="parties">
      <ActorLink actor={event.source} onOpen={onActor} />
      <EventTypeBadge type={event.type} />
      <ActorLink actor={event.target} onOpen={onActor} />
    </p>
  )
}

function EvidenceSentence({ item, onOpen }: { item: EvidenceItem; onOpen: (detail: Detail) => void }) {
  const { article, quote, start, end } = item
  const address = webAddress(article.url)
  return (
    <li>
      <button
        type="button"
        className="quote"
        onClick={() => onOpen({ kind: "article", id: article.id, quote: { start, end } })}
        title="Read it in its article"
      >
        {quote}
      </button>
      <p className="source">
        <span>{article.outlet ?? article.title ?? "unnamed outlet"}</span>
        <span>{formatDate(article.published)}</span>
        {item.status !== "actual" && <span>{item.status}</span>}
        {address !== undefined && (
          <a href={address} target="_blank" rel="noreferrer">
            original <ExternalLink aria-hidden />
          </a>
        )}
      </p>
    </li>
  )
}

const scrollIntoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "nearest" })
