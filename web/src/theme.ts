// Light or dark: the reader's choice if made, else the system's; and the palette that the canvas draws with.
import { useEffect, useState, useSyncExternalStore } from "react"
import type { ActorKind, Quad } from "../../src/types.js"

export type Theme = "light" | "dark"

const THEME_KEY = "chancery-theme"
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)")

const onSystemChange = (listener: () => void): (() => void) => {
  systemIsDark.addEventListener("change", listener)
  return () => systemIsDark.removeEventListener("change", listener)
}

const savedTheme = (): Theme | undefined => {
  const saved = localStorage.getItem(THEME_KEY)
  return saved === "light" || saved === "dark" ? saved : undefined
}

/** The theme in force and the way to change it; the choice is remembered. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const system = useSyncExternalStore(onSystemChange, () => systemIsDark.matches) ? "dark" : "light"
  const [chosen, setChosen] = useState(savedTheme)
  const theme = chosen ?? system
  // Before the children's effects, which read the palette: set while rendering, not in an effect.
  document.documentElement.dataset.theme = theme
  useEffect(() => {
    if (chosen !== undefined) localStorage.setItem(THEME_KEY, chosen)
  }, [chosen])
  return [theme, setChosen]
}

export interface Palette {
  canvas: string
  ink: string
  muted: string
  accent: string
  kinds: Record<ActorKind, string>
  quads: Record<Quad, string>
}

/** The colours of `tokens.css`, for the canvas. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return {
    canvas: token("canvas"),
    ink: token("ink"),
    muted: token("muted"),
    accent: token("accent"),
    kinds: { Person: token("person"), State: token("state"), Organisation: token("organisation") },
    quads: {
      "verbal-cooperation": token("verbal-cooperation"),
      "material-cooperation": token("material-cooperation"),
      "verbal-conflict": token("verbal-conflict"),
      "material-conflict": token("material-conflict"),
    },
  }
}

export const wantsLessMotion = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches

/** `share` of the first colour (`#rrggbb`), the rest of the second. */
export function mix(color: string, other: string, share: number): string {
  const channel = (hex: string, index: number): number =>
    Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16)
  const mixed = [0, 1, 2].map((index) =>
    Math.round(channel(color, index) * share + channel(other, index) * (1 - share)),
  )
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`
}
