// Builds the page that `chancery export --format html` puts a graph into: one file, dist/offline/offline.html.
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig, type Plugin } from "vite"

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  plugins: [react(), singleFile()],
  resolve: { alias: [{ find: /^(\.\.?\/)+api\.js$/, replacement: path("src/offline/api.ts") }] },
  publicDir: false,
  build: {
    outDir: "../dist/offline",
    emptyOutDir: true,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    modulePreload: false,
    rolldownOptions: { input: path("offline.html") },
  },
})

/** Puts script, style and icon into the page, and allows it these and nothing else: no network either. */
function singleFile(): Plugin {
  const icon = `data:image/svg+xml;base64,${readFileSync(path("public/favicon.svg")).toString("base64")}`
  return {
    name: "single-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = bundle["offline.html"]
      if (page?.type !== "asset") throw new Error("single-file: offline.html is not in the bundle")
      const files = Object.values(bundle).filter((file) => file !== page)
      const scripts = files.flatMap((file) => (file.type === "chunk" ? [file.code] : []))
      const styles = files.flatMap((file) =>
        file.type === "asset" && file.fileName.endsWith(".css") ? [String(file.source)] : [],
      )
      const [script, style] = [scripts, styles].map(([only, ...more]) => {
        if (only === undefined || more.length > 0)
          throw new Error(
            `single-file: wanted one script and one style, got ${Object.keys(bundle).join(", ")}`,
          )
        return only.replaceAll("/favicon.svg", icon)
      }) as [string, string]
      // No string in the script may end its element, or begin a comment in it.
      const code = script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")
      const policy = `default-src 'none'; script-src ${hash(code)}; style-src ${hash(style)}; style-src-attr 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`
      page.source = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>\s*/, "")
        .replace(/<link rel="stylesheet"[^>]*>\s*/, () => `<style>${style}</style>\n`)
        .replace(/<link rel="icon"[^>]*>/, `<link rel="icon" href="${icon}" />`)
        .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${metaPolicy(policy)}`)
        .replace("</body>", () => `<script type="module">${code}</script>\n  </body>`)
      for (const { fileName } of files) delete bundle[fileName]
    },
  }
}

const metaPolicy = (policy: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${policy}" />`

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`
