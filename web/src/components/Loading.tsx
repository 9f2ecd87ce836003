// What stands where something is on its way.
export function Loading({ what }: { what: string }) {
  return (
    <output className="state">
      <span className="spinner" aria-hidden />
      Loading {what} …
    </output>
  )
}
