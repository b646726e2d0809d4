import type { Query } from '../paths.ts'

const safe = encodeURIComponent
const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}
const lineAt = (id: string) => `/money/lines/${safe(id)}`

/** URLs of the money desk. */
export const moneyPaths = {
  fees: '/money',
  reconcile: (query: Query = {}) => withQuery('/money/reconcile', query),
  confirm: '/money/reconcile/confirm',
  undo: '/money/reconcile/undo',
  statements: (query: Query = {}) => withQuery('/money/statements', query),
  suspense: (query: Query = {}) => withQuery('/money/suspense', query),
  instruments: (query: Query = {}) => withQuery('/money/instruments', query),
  months: (query: Query = {}) => withQuery('/money/months', query),
  accounts: '/money/accounts',
  line: (id: string, query: Query = {}) => withQuery(lineAt(id), query),
  allocate: (id: string) => `${lineAt(id)}/allocate`,
  release: (id: string) => `${lineAt(id)}/release`,
  /** acts of a line: setAside, takeBack, proposeRefund … */
  debits: (query: Query = {}) => withQuery('/money/debits', query),
  explain: (id: string) => `${lineAt(id)}/explain`,
  unexplain: (id: string) => `${lineAt(id)}/unexplain`,
  lineAct: (id: string, act: string) => `${lineAt(id)}/acts/${safe(act)}`,
  prove: (id: string) => `${lineAt(id)}/prove`,
  unprove: (id: string) => `${lineAt(id)}/unprove`,
  forgetAlias: (alias: string) => `/money/aliases/${safe(alias)}/forget`,
} as const
