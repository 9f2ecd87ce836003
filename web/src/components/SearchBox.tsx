// Search as you type: a combobox over actors, events and articles.
import { Search } from "lucide-react"
import { type KeyboardEvent, useCallback, useId, useRef, useState } from "react"
import { isDrawn } from "../../../src/status.js"
import type { SearchHit } from "../../../src/types.js"
import { getEvents } from "../api.js"
import { type SearchState, useSearch } from "../core/search/index.js"
import type { Detail } from "../core/selection/index.js"
import { useKeys } from "../use-keys.js"

interface Props {
  onHit: ((detail: Detail) => void) | undefined
}

export function SearchBox({ onHit }: Props) {
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState("")
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = useSearch(onHit === undefined ? "" : text)
  const hits = "groups" in found ? found.groups.flatMap((group) => group.hits) : []
  const activeHit = hits[Math.min(active, hits.length - 1)]
  const isShown = isOpen && found.state !== "idle"
  useKeys({ "/": useCallback(() => input.current?.focus(), []) })

  const close = (): void => setOpen(false)
  const choose = async (hit: SearchHit): Promise<void> => {
    close()
    setText("")
    input.current?.blur()
    const detail = await toDetail(hit)
    if (detail !== undefined) onHit?.(detail)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key]
    if (move !== undefined && hits.length > 0) {
      setActive(move(Math.min(active, hits.length - 1), hits.length))
      setOpen(true)
    } else if (event.key === "Enter" && activeHit !== undefined && isShown) void choose(activeHit)
    else if (event.key === "Escape" && isShown) close()
    else if (event.key === "Escape") input.current?.blur()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="search">
      <Search aria-hidden className="search-icon" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search actors, events and articles"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && activeHit !== undefined ? optionId(listId, activeHit) : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder="Search actors, events, sentences"
        disabled={onHit === undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <kbd className="search-key">/</kbd>
      <SearchList
        {...{ listId, found, isShown, activeHit }}
        onChoose={(hit) => void choose(hit)}
        wanted={text.trim()}
      />
    </search>
  )
}

const MOVES: Record<string, (index: number, length: number) => number> = {
  ArrowDown: (index, length) => (index + 1) % length,
  ArrowUp: (index, length) => (index - 1 + length) % length,
}

const optionId = (listId: string, hit: SearchHit): string => `${listId}-${hit.kind}-${hit.id}`

/** An event opens its edge where it has one, else itself; its hit names the parties but not the type. */
async function toDetail(hit: SearchHit): Promise<Detail | undefined> {
  const [actor, other] = hit.actors
  if (hit.kind === "actor") return { kind: "actor", id: hit.id }
  if (hit.kind === "article" || actor === undefined) return { kind: "article", id: hit.id }
  const filter = other === undefined ? { actor } : { source: actor, target: other }
  const event = (await getEvents(filter).catch(() => [])).find((candidate) => candidate.id === hit.id)
  if (event === undefined) return { kind: "actor", id: actor }
  return isDrawn(event.status) && event.source !== null && event.target !== null
    ? { kind: "edge", source: event.source.id, target: event.target.id, type: event.type, event: event.id }
    : { kind: "event", id: event.id, actor }
}

interface ListProps {
  listId: string
  found: SearchState
  isShown: boolean
  wanted: string
  activeHit: SearchHit | undefined
  onChoose: (hit: SearchHit) => void
}

function SearchList({ listId, found, isShown, wanted, activeHit, onChoose }: ListProps) {
  const groups = "groups" in found ? found.groups : []
  const message =
    found.state === "failed"
      ? `Search failed: ${found.error.message}`
      : found.state === "found" && groups.length === 0
        ? `Nothing matches “${wanted}”. Try a surname, a country or an event type.`
        : undefined
  return (
    <div className="search-list" hidden={!isShown}>
      <div id={listId} role="listbox" aria-label="Matches">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
          <div key={group.kind} role="group" aria-label={group.name}>
            <div className="search-group" aria-hidden>
              {group.name}
            </div>
            {group.hits.map((hit) => (
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, as a combobox has it
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input
              <div
                key={hit.id}
                id={optionId(listId, hit)}
                role="option"
                aria-selected={hit === activeHit}
                ref={hit === activeHit ? scrollIntoView : undefined}
                // Before the input loses focus and closes the list.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(hit)}
              >
                <span className="search-title">{hit.title}</span>
                <span className="search-detail">{hit.detail}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <output className="search-message">{message}</output>
    </div>
  )
}

const scrollIntoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "nearest" })
