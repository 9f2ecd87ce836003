// The frame of the detail panel: where the reader came from, the heading, the content. Focus follows it.
import { ArrowLeft, X } from "lucide-react"
import { type ReactNode, useEffect, useRef } from "react"

interface Props {
  heading: ReactNode
  /** What kind of thing the panel shows, above the heading. */
  eyebrow: string
  onBack: (() => void) | undefined
  onClose: () => void
  children: ReactNode
}

export function Panel({ heading, eyebrow, onBack, onClose, children }: Props) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  return (
    <article className="panel">
      <div className="panel-head">
        {onBack !== undefined && (
          <button type="button" className="icon-button" onClick={onBack} aria-label="Back" title="Back (Esc)">
            <ArrowLeft aria-hidden />
          </button>
        )}
        <span className="eyebrow">{eyebrow}</span>
        <button type="button" className="icon-button" onClick={onClose} aria-label="Close" title="Close">
          <X aria-hidden />
        </button>
      </div>
      <h2 ref={title} tabIndex={-1} className="panel-title">
        {heading}
      </h2>
      {children}
    </article>
  )
}
