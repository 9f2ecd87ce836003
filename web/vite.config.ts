// Builds the page into dist/web, where the API serves it; `vite web` proxies to a running API.
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

export default defineConfig({
  plugins: [react()],
  // No data: URIs, which the server's content policy does not allow.
  build: { outDir: "../dist/web", emptyOutDir: true, assetsInlineLimit: 0 },
  server: { proxy: { "/api": "http://127.0.0.1:7700" } },
})
