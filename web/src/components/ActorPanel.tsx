// The card of one actor.
import type { ActorCard } from "../../../src/types.js"
import type { Detail } from "../core/selection/index.js"
import { count, formatDate, formatNumber } from "../format.js"
import { ActorLink } from "./ActorLink.js"
import { EventItem } from "./EventItem.js"
import { EventTypeBadge } from "./EventTypeBadge.js"
import { KindMark } from "./KindMark.js"

interface Props {
  card: ActorCard
  onOpen: (detail: Detail) => void
}

export function ActorPanel({ card, onOpen }: Props) {
  const openActor = (id: string): void => onOpen({ kind: "actor", id })
  return (
    <>
      <p className="actor-facts">
        <span>
          <KindMark kind={card.kind} /> {card.kind}
        </span>
        {card.state !== null && <span title="ISO 3166-1 code of the state">{card.state}</span>}
        <span>{count(card.events, "event")}</span>
        <span>{count(card.mentions, "mention")}</span>
      </p>
      <Roles card={card} onActor={openActor} />
      <dl className="facts">
        <div>
          <dt>First seen</dt>
          <dd>{formatDate(card.firstSeen)}</dd>
        </div>
        <div>
          <dt>Last seen</dt>
          <dd>{formatDate(card.lastSeen)}</dd>
        </div>
      </dl>
      <Aliases card={card} />
      {card.byType.length > 0 && (
        <section>
          <h3>What it did, what was done to it</h3>
          <TypeCounts byType={card.byType} />
        </section>
      )}
      {card.partners.length > 0 && (
        <section>
          <h3>Most often with</h3>
          <ul className="partners">
            {card.partners.map(({ actor, events }) => (
              <li key={actor.id}>
                <ActorLink actor={actor} onOpen={openActor} />
                <span className="number">{formatNumber(events)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>Latest events</h3>
        {card.recent.length === 0 && <p className="muted">Named in the news, party to no event.</p>}
        <ol className="events">
          {card.recent.map((event) => (
            <EventItem key={event.id} event={event} onOpen={onOpen} withParties />
          ))}
        </ol>
      </section>
    </>
  )
}

function Roles({ card, onActor }: { card: ActorCard; onActor: (id: string) => void }) {
  if (card.roles.length + card.partOf.length === 0) return null
  return (
    <ul className="roles">
      {card.roles.map(({ role, of, ofName }) => (
        <li key={`${role}|${of}`}>
          {role},{" "}
          <button type="button" className="text-button" onClick={() => onActor(of)}>
            {ofName}
          </button>
        </li>
      ))}
      {card.partOf.map(({ id, name }) => (
        <li key={id}>
          part of{" "}
          <button type="button" className="text-button" onClick={() => onActor(id)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Names first; descriptions ("officials", "troops") only on demand. */
function Aliases({ card }: { card: ActorCard }) {
  const others = card.aliases.filter((alias) => alias !== card.name)
  const names = others.filter((alias) => /^\p{Lu}/u.test(alias))
  const descriptions = others.filter((alias) => !names.includes(alias))
  if (others.length === 0) return null
  return (
    <section>
      <h3>Also named</h3>
      {names.length > 0 && <p className="aliases">{names.join(" · ")}</p>}
      {descriptions.length > 0 && (
        <details>
          <summary>{count(descriptions.length, "description")}</summary>
          <p className="aliases">{descriptions.join(" · ")}</p>
        </details>
      )}
    </section>
  )
}

function TypeCounts({ byType }: { byType: ActorCard["byType"] }) {
  return (
    <table className="type-counts">
      <thead>
        <tr>
          <th scope="col">Type</th>
          <th scope="col">Out</th>
          <th scope="col">In</th>
        </tr>
      </thead>
      <tbody>
        {byType.map((row) => (
          <tr key={row.type}>
            <th scope="row">
              <EventTypeBadge type={row.type} />
            </th>
            <td>{row.out || "–"}</td>
            <td>{row.in || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
