import type { Query } from '../paths.ts'
import { moneyPaths } from './money-paths.ts'

const safe = encodeURIComponent
const trayAt = (id: string) => `/money/statements/tray/${safe(id)}`
const accountAt = (id: string) => `${moneyPaths.accounts}/${safe(id)}`
const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}

/** URLs of accounts, statements and files on their way in. */
export const statementPaths = {
  statement: (id: string, query: Query = {}) => withQuery(`/money/statements/${safe(id)}`, query),
  evidence: (id: string) => `/money/statements/${safe(id)}/file`,
  tray: trayAt,
  way: (id: string) => `${trayAt(id)}/way`,
  choose: (id: string) => `${trayAt(id)}/choose`,
  columns: (id: string) => `${trayAt(id)}/columns`,
  take: (id: string) => `${trayAt(id)}/take`,
  discard: (id: string) => `${trayAt(id)}/discard`,
  account: accountAt,
  /** `file`: a file of the tray to go back to, whose account is registered here */
  newAccount: (query: Query = {}) => withQuery(`${moneyPaths.accounts}/new`, query),
  retire: (id: string) => `${accountAt(id)}/retire`,
  useAgain: (id: string) => `${accountAt(id)}/return`,
} as const
