export type ColumnMapping = { heading: string[] }
