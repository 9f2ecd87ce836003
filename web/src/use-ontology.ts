// Gives the event types, fetched once, to every component that names one.
import { createContext, useContext } from "react"
import type { Ontology } from "./core/ontology.js"

export const OntologyContext = createContext<Ontology>(new Map())
export const useOntology = (): Ontology => useContext(OntologyContext)
