// Name, doors, search, download, theme and help.
import { CircleHelp, Download, Moon, Sun } from "lucide-react"
import type { Detail } from "../core/selection/index.js"
import type { Theme } from "../theme.js"
import { SearchBox } from "./SearchBox.js"

export type Door = "explore" | "query"

interface Props {
  /** Absent where Explore is all there is. */
  door?: Door
  theme: Theme
  onTheme: (theme: Theme) => void
  onKeys: () => void
  /** Absent until there is a graph to search. */
  onHit: ((detail: Detail) => void) | undefined
  /** Absent until there is a graph, and where no server writes it as a file. */
  onExport?: (() => void) | undefined
}

export function TopBar({ door, theme, onTheme, onKeys, onHit, onExport }: Props) {
  const other = theme === "dark" ? "light" : "dark"
  return (
    <header className="top-bar">
      <h1 className="brand">
        <img src="/favicon.svg" alt="" width="24" height="24" />
        <span>Chancery</span>
      </h1>
      {door !== undefined && (
        <nav className="doors" aria-label="Views">
          <a href="#explore" aria-current={door === "explore" ? "page" : undefined}>
            Explore
          </a>
          <a href="#query" aria-current={door === "query" ? "page" : undefined}>
            Query
          </a>
        </nav>
      )}
      <SearchBox onHit={onHit} />
      <div className="top-bar-end">
        {onExport !== undefined && (
          <button
            type="button"
            className="icon-button"
            onClick={onExport}
            aria-label="Download the graph"
            title="Download the graph"
          >
            <Download aria-hidden />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          onClick={() => onTheme(other)}
          aria-label={`Switch to the ${other} theme`}
          title={`Switch to the ${other} theme`}
        >
          {theme === "dark" ? <Sun aria-hidden /> : <Moon aria-hidden />}
        </button>
        <button type="button" className="icon-button" onClick={onKeys} aria-label="Keys" title="Keys (?)">
          <CircleHelp aria-hidden />
        </button>
      </div>
    </header>
  )
}
