// A native modal dialog with its heading: the browser keeps the focus inside and closes it by Escape.
import { X } from "lucide-react"
import { type ReactNode, useEffect, useId, useRef } from "react"

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

export function Dialog({ title, onClose, children }: Props) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <div className="panel-head">
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <X aria-hidden />
        </button>
      </div>
      {children}
    </dialog>
  )
}
