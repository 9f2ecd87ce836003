// Starts the page.
import { createRoot } from "react-dom/client"
import { App } from "./App.js"
import "./styles/index.css"

const root = document.getElementById("root")
if (root === null) throw new Error("main: index.html has no #root")
createRoot(root).render(<App />)
