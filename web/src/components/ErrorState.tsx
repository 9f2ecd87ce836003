// What stands where something failed: what happened and what to do about it.
import { type FormEvent, useId, useState } from "react"
import type { ApiError } from "../api-error.js"
import { saveToken } from "../token.js"

interface Props {
  error: ApiError
  onRetry: () => void
}

export function ErrorState({ error, onRetry }: Props) {
  if (error.status === 401) return <TokenForm onSaved={onRetry} />
  const isGone = error.status === 0
  return (
    <div className="state" role="alert">
      <h2>{isGone ? "The server is gone" : "That did not work"}</h2>
      <p>
        {isGone ? (
          <>
            Nothing answers at {location.host}. Start it again with <code>npm start</code>, then retry.
          </>
        ) : (
          error.message
        )}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        Retry
      </button>
    </div>
  )
}

function TokenForm({ onSaved }: { onSaved: () => void }) {
  const fieldId = useId()
  const [token, setToken] = useState("")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    saveToken(token.trim())
    onSaved()
  }
  return (
    <form className="state" onSubmit={submit}>
      <h2>This server asks for its token</h2>
      <p>It is the CHANCERY_TOKEN that the server was started with. It is kept until this tab is closed.</p>
      <label htmlFor={fieldId}>Token</label>
      <input
        id={fieldId}
        type="password"
        autoComplete="off"
        value={token}
        onChange={(event) => setToken(event.target.value)}
      />
      <button type="submit" className="button" disabled={token.trim() === ""}>
        Continue
      </button>
    </form>
  )
}
