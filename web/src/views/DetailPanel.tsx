// What the reader opened: fetched, and shown in the panel for its kind.

import type { ReactNode } from "react"
import { isDrawn } from "../../../src/status.js"
import type { EventDetail } from "../../../src/types.js"
import { getActor, getArticle, getEvents } from "../api.js"
import { ActorPanel } from "../components/ActorPanel.js"
import { ArticlePanel } from "../components/ArticlePanel.js"
import { ErrorState } from "../components/ErrorState.js"
import { EventItem, Parties } from "../components/EventItem.js"
import { Loading } from "../components/Loading.js"
import { Panel } from "../components/Panel.js"
import type { Detail } from "../core/selection/index.js"
import { count } from "../format.js"
import { type Resource, useResource } from "../use-resource.js"

interface Props {
  detail: Detail
  onOpen: (detail: Detail) => void
  onBack: (() => void) | undefined
  onClose: () => void
}

export function DetailPanel(props: Props) {
  switch (props.detail.kind) {
    case "actor":
      return <Actor {...props} detail={props.detail} />
    case "article":
      return <Article {...props} detail={props.detail} />
    case "edge":
    case "event":
      return <Evidence {...props} detail={props.detail} />
  }
}

type Of<Kind extends Detail["kind"]> = Omit<Props, "detail"> & { detail: Extract<Detail, { kind: Kind }> }

function Actor({ detail, onOpen, ...frame }: Of<"actor">) {
  const card = useResource(detail.id, (signal) => getActor(detail.id, signal))
  return (
    <Panel {...frame} eyebrow="Actor" heading={headingOf(card, ({ name }) => name)}>
      <Loaded resource={card} what="the card">
        {(data) => <ActorPanel card={data} onOpen={onOpen} />}
      </Loaded>
    </Panel>
  )
}

function Article({ detail, onOpen, ...frame }: Of<"article">) {
  const article = useResource(detail.id, (signal) => getArticle(detail.id, signal))
  const heading = headingOf(article, ({ title }) => title ?? "Untitled article")
  return (
    <Panel {...frame} eyebrow="Article" heading={heading}>
      <Loaded resource={article} what="the article">
        {(data) => <ArticlePanel article={data} quote={detail.quote} onOpen={onOpen} />}
      </Loaded>
    </Panel>
  )
}

function Evidence({ detail, onOpen, ...frame }: Of<"edge" | "event">) {
  const marked = detail.kind === "edge" ? detail.event : detail.id
  const events = useResource(JSON.stringify(detail), (signal) => loadEvents(detail, signal))
  const heading = headingOf(events, ([first]) =>
    first === undefined ? (
      "No event left"
    ) : (
      <Parties event={first} onActor={(id) => onOpen({ kind: "actor", id })} />
    ),
  )
  return (
    <Panel {...frame} eyebrow="Evidence" heading={heading}>
      <Loaded resource={events} what="the evidence">
        {(data) => (
          <>
            <p className="muted">
              {data.length === 0
                ? "The store holds no event here any more. Reload the page to see the graph as it is now."
                : `${count(data.length, "event")}, newest first. Click a sentence to read it in its article.`}
            </p>
            <ol className="events">
              {data.map((event) => (
                <EventItem
                  key={event.id}
                  event={event}
                  onOpen={onOpen}
                  isMarked={event.id === marked && data.length > 1}
                />
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </Panel>
  )
}

/** An edge stands for its actual and planned events alone. */
async function loadEvents(
  detail: Extract<Detail, { kind: "edge" | "event" }>,
  signal: AbortSignal,
): Promise<EventDetail[]> {
  if (detail.kind === "event")
    return (await getEvents({ actor: detail.actor }, signal)).filter((event) => event.id === detail.id)
  const { source, target, type } = detail
  const events = await getEvents({ source, target, type }, signal)
  return events.filter((event) => isDrawn(event.status))
}

function headingOf<Data>(resource: Resource<Data>, name: (data: Data) => ReactNode): ReactNode {
  if (resource.state === "ready") return name(resource.data)
  return resource.state === "loading" ? "…" : "Not loaded"
}

interface LoadedProps<Data> {
  resource: Resource<Data>
  what: string
  children: (data: Data) => ReactNode
}

function Loaded<Data>({ resource, what, children }: LoadedProps<Data>) {
  if (resource.state === "loading") return <Loading what={what} />
  if (resource.state === "failed") return <ErrorState error={resource.error} onRetry={resource.retry} />
  return children(resource.data)
}
