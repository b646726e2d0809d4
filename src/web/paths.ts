import type { Verb } from '../domain/case.ts'

/** Every URL of the product. A part that comes from outside is encoded here and nowhere else. */
export type Query = Readonly<Record<string, string | number | undefined>>

const safe = encodeURIComponent
const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}
const caseAt = (number: string) => `/cases/${safe(number)}`
const packingAt = (number: string) => `${caseAt(number)}/packing`
/** Pages are read one after another: no list of fields serves for that. */
const packingVerbs: readonly Verb[] = ['packEnvelope', 'confirmPacking']
const memberAt = (id: string) => `/staff/${safe(id)}`

export const paths = {
  home: '/',
  asset: (file: string) => `/assets/${file}`,
  health: '/healthz',
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  signOut: '/sign-out',
  today: '/today',
  opening: (query: Query = {}) => withQuery('/cases/new', query),
  openingCheck: (query: Query = {}) => withQuery('/cases/new/check', query),
  openingPreview: '/cases/new/preview',
  formRequest: '/form-requests/new',
  cases: (query: Query = {}) => withQuery('/cases', query),
  case: (number: string, query: Query = {}) => withQuery(caseAt(number), query),
  reckoning: (number: string) => `${caseAt(number)}/reckoning`,
  act: (number: string, verb: Verb, query: Query = {}) =>
    withQuery(packingVerbs.includes(verb) ? packingAt(number) : `${caseAt(number)}/acts/${verb}`, query),
  packingStation: (query: Query = {}) => withQuery('/packing', query),
  /** `letters`: ids of the letters of one envelope */
  packing: (number: string, letters: readonly string[], query: Query = {}) =>
    withQuery(`${packingAt(number)}/${letters.map(safe).join('+')}`, query),
  packingSecond: (number: string, envelope: string) => `${packingAt(number)}/second/${safe(envelope)}`,
  replyPreview: (number: string, decision: string) => `${caseAt(number)}/decisions/${safe(decision)}/reply.pdf`,
  letters: (number: string) => `${caseAt(number)}/letters`,
  letter: (number: string, letter: string) => `${caseAt(number)}/letters/${safe(letter)}.pdf`,
  files: (number: string) => `${caseAt(number)}/files`,
  file: (number: string, file: string) => `${caseAt(number)}/files/${safe(file)}`,
  find: (query: Query = {}) => withQuery('/find', query),
  postcode: (code: string) => `/postcodes/${safe(code)}`,
  money: (query: Query = {}) => withQuery('/money', query),
  moneyEntry: '/money/entry',
  postings: (query: Query = {}) => withQuery('/postings', query),
  postingBook: (query: Query = {}) => withQuery('/postings/book', query),
  register: (query: Query = {}) => withQuery('/register', query),
  registerFile: (query: Query = {}) => withQuery('/register.csv', query),
  settings: '/settings',
  calendar: (query: Query = {}) => withQuery('/settings/calendar', query),
  mails: (query: Query = {}) => withQuery('/settings/mails', query),
  resend: (mail: string) => `/settings/mails/${safe(mail)}/resend`,
  operators: '/operators',
  operator: (id: string, query: Query = {}) => withQuery(`/operators/${safe(id)}`, query),
  blankForm: (id: string, form: string) => `/operators/${safe(id)}/forms/${safe(form)}.pdf`,
  staff: '/staff',
  newMember: '/staff/new',
  staffMember: (id: string, query: Query = {}) => withQuery(memberAt(id), query),
  memberPassword: (id: string) => `${memberAt(id)}/password`,
  memberLeave: (id: string) => `${memberAt(id)}/leave`,
  memberReturn: (id: string) => `${memberAt(id)}/return`,
  memberToken: (id: string, token: string) => `${memberAt(id)}/tokens/${safe(token)}/revoke`,
  account: (query: Query = {}) => withQuery('/account', query),
  ownPassword: '/account/password',
  ownTokens: '/account/tokens',
  revokeOwnToken: (token: string) => `/account/tokens/${safe(token)}/revoke`,
  manual: '/manual',
} as const

/** Where to go after signing in: a path of this server, never another host. */
export const ownPath = (text: unknown): string =>
  typeof text === 'string' && /^\/(?![/\\])[\w\-./?=&%+~:,@]*$/.test(text) ? text : paths.today
