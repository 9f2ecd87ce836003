// All keys.
import { Dialog } from "./Dialog.js"

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
  return (
    <Dialog title="Keys" onClose={onClose}>
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
    </Dialog>
  )
}
