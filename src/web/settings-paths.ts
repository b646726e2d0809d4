import { paths, type Query } from './paths.ts'

const safe = encodeURIComponent
const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}

/** URLs of the office's own pages, beside those of `paths.ts`. */
export const officePaths = {
  operator: (id: string, query: Query = {}) => withQuery(paths.operator(id), query),
  moneyEntry: '/money/entry',
  postingBook: (query: Query = {}) => withQuery('/postings/book', query),
  registerFile: (query: Query = {}) => withQuery('/register.csv', query),
  newMember: '/staff/new',
  staffMember: (id: string, query: Query = {}) => withQuery(paths.staffMember(id), query),
  memberPassword: (id: string) => `${paths.staffMember(id)}/password`,
  memberLeave: (id: string) => `${paths.staffMember(id)}/leave`,
  memberReturn: (id: string) => `${paths.staffMember(id)}/return`,
  memberToken: (id: string, token: string) => `${paths.staffMember(id)}/tokens/${safe(token)}/revoke`,
  account: (query: Query = {}) => withQuery('/account', query),
  ownPassword: '/account/password',
  ownTokens: '/account/tokens',
  revokeOwnToken: (token: string) => `/account/tokens/${safe(token)}/revoke`,
  calendar: (query: Query = {}) => withQuery('/settings/calendar', query),
  mails: (query: Query = {}) => withQuery('/settings/mails', query),
  resend: (mail: string) => `/settings/mails/${safe(mail)}/resend`,
} as const
