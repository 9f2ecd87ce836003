// The frame around both doors: Explore and Query. Which one is open stands in the address.
import { lazy, Suspense, useCallback, useState, useSyncExternalStore } from "react"
import { ErrorState } from "./components/ErrorState.js"
import { ExportDialog } from "./components/ExportDialog.js"
import { KeysDialog } from "./components/KeysDialog.js"
import { Loading } from "./components/Loading.js"
import { type Door, TopBar } from "./components/TopBar.js"
import type { Detail } from "./core/selection/index.js"
import { loadFirstLook } from "./first-look.js"
import { useTheme } from "./theme.js"
import { useKeys } from "./use-keys.js"
import { OntologyContext } from "./use-ontology.js"
import { useResource } from "./use-resource.js"
import { ExploreView } from "./views/ExploreView.js"

const QueryView = lazy(() => import("./views/QueryView.js"))

const onHashChange = (listener: () => void): (() => void) => {
  window.addEventListener("hashchange", listener)
  return () => window.removeEventListener("hashchange", listener)
}
const doorInAddress = (): Door => (location.hash === "#query" ? "query" : "explore")

export function App() {
  const door = useSyncExternalStore(onHashChange, doorInAddress)
  const [theme, setTheme] = useTheme()
  const [dialog, setDialog] = useState<"keys" | "export">()
  const [asked, setAsked] = useState<{ detail: Detail }>()
  const firstLook = useResource("first look", loadFirstLook)
  const showKeys = useCallback(() => setDialog("keys"), [])
  const closeDialog = useCallback(() => setDialog(undefined), [])
  useKeys({ "?": showKeys })

  const explore = useCallback((detail: Detail) => {
    setAsked({ detail })
    location.hash = ""
  }, [])

  return (
    <div className="page">
      <TopBar
        {...{ door, theme, onTheme: setTheme, onKeys: showKeys }}
        onHit={firstLook.state === "ready" ? explore : undefined}
        onExport={firstLook.state === "ready" ? () => setDialog("export") : undefined}
      />
      {firstLook.state === "loading" && <Loading what="the graph" />}
      {firstLook.state === "failed" && <ErrorState error={firstLook.error} onRetry={firstLook.retry} />}
      {firstLook.state === "ready" && (
        <OntologyContext value={firstLook.data.ontology}>
          {/* Kept while the other door is open, so that nothing jumps on the way back. */}
          <ExploreView
            view={firstLook.data.view}
            isWhole={firstLook.data.isWhole}
            theme={theme}
            asked={asked}
            hidden={door !== "explore"}
          />
          {door === "query" && (
            <Suspense fallback={<Loading what="the console" />}>
              <QueryView theme={theme} onActor={(id) => explore({ kind: "actor", id })} />
            </Suspense>
          )}
        </OntologyContext>
      )}
      {dialog === "keys" && <KeysDialog onClose={closeDialog} />}
      {dialog === "export" && <ExportDialog onClose={closeDialog} />}
    </div>
  )
}
