import type { Query } from '../paths.ts'

const safe = encodeURIComponent
const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}
const monthAt = (month: string) => `/money/months/${safe(month)}`

/** URLs of the months and of what goes to the books. */
export const monthsPaths = {
  months: (query: Query = {}) => withQuery('/money/months', query),
  month: (month: string, query: Query = {}) => withQuery(monthAt(month), query),
  prepare: (month: string) => `${monthAt(month)}/prepare`,
  sign: (month: string) => `${monthAt(month)}/sign`,
  pdf: (month: string) => `${monthAt(month)}/sheet.pdf`,
  csv: (month: string) => `${monthAt(month)}/sheet.csv`,
  exports: (query: Query = {}) => withQuery('/money/exports', query),
  exportFile: (query: Query = {}) => withQuery('/money/exports/file', query),
  bookkeeping: (query: Query = {}) => withQuery('/settings/bookkeeping', query),
} as const
