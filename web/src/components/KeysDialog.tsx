// All keys, in a native modal dialog.
import { X } from "lucide-react"
import { useEffect, useRef } from "react"

const KEYS: readonly [keys: string[], does: string][] = [
  [["/"], "search"],
  [["↑", "↓", "Enter"], "move in the matches, open one"],
  [["Esc"], "back to what was shown before"],
  [["F"], "fit the whole graph"],
  [["+", "-"], "zoom"],
  [["←", "→"], "move along the timeline; Enter chooses, Shift extends"],
  [["Alt", "click"], "show one legend row alone"],
  [["Ctrl/⌘", "Enter"], "run the query"],
  [["?"], "this list"],
]

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys-title" onClose={onClose}>
      <div className="panel-head">
        <h2 id="keys-title">Keys</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <X aria-hidden />
        </button>
      </div>
      <dl className="keys">
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
