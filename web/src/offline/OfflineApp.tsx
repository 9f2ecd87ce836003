// The frame of the page that needs no server: Explore alone.
import { useCallback, useState } from "react"
import { KeysDialog } from "../components/KeysDialog.js"
import { TopBar } from "../components/TopBar.js"
import type { Detail } from "../core/selection/index.js"
import type { loadFirstLook } from "../first-look.js"
import { useTheme } from "../theme.js"
import { useKeys } from "../use-keys.js"
import { OntologyContext } from "../use-ontology.js"
import { ExploreView } from "../views/ExploreView.js"

type Props = Awaited<ReturnType<typeof loadFirstLook>>

export function OfflineApp({ ontology, view, isWhole }: Props) {
  const [theme, setTheme] = useTheme()
  const [keysShown, setKeysShown] = useState(false)
  const [asked, setAsked] = useState<{ detail: Detail }>()
  const showKeys = useCallback(() => setKeysShown(true), [])
  const onHit = useCallback((detail: Detail) => setAsked({ detail }), [])
  useKeys({ "?": showKeys })
  return (
    <div className="page">
      <TopBar {...{ theme, onHit }} onTheme={setTheme} onKeys={showKeys} />
      <OntologyContext value={ontology}>
        <ExploreView {...{ view, isWhole, theme, asked }} hidden={false} />
      </OntologyContext>
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </div>
  )
}
