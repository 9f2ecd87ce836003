// Starts the page that needs no server.
import { createRoot } from "react-dom/client"
import { loadFirstLook } from "../first-look.js"
import { OfflineApp } from "./OfflineApp.js"
import "../styles/index.css"

const root = document.getElementById("root")
if (root === null) throw new Error("main: offline.html has no #root")
createRoot(root).render(<OfflineApp {...(await loadFirstLook())} />)
