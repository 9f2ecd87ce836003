// The filters: state, and what they leave of the view.
export type { DatedEvent, DateRange, Filtered, Filters } from "./types.js"
export { filterView, isFiltering, isolated, NO_FILTERS, toggled } from "./utils.js"
