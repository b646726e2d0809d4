import type { Verb } from '../domain/case.ts'

/** Every URL of the product. A part that comes from outside is encoded here and nowhere else. */
export type Query = Readonly<Record<string, string | number | undefined>>

const safe = encodeURIComponent
const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}
const caseAt = (number: string) => `/cases/${safe(number)}`

export const paths = {
  home: '/',
  asset: (file: string) => `/assets/${file}`,
  health: '/healthz',
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  signOut: '/sign-out',
  today: '/today',
  opening: (query: Query = {}) => withQuery('/cases/new', query),
  formRequest: '/form-requests/new',
  cases: (query: Query = {}) => withQuery('/cases', query),
  case: caseAt,
  reckoning: (number: string) => `${caseAt(number)}/reckoning`,
  act: (number: string, verb: Verb) => `${caseAt(number)}/acts/${verb}`,
  letters: (number: string) => `${caseAt(number)}/letters`,
  letter: (number: string, letter: string) => `${caseAt(number)}/letters/${safe(letter)}.pdf`,
  files: (number: string) => `${caseAt(number)}/files`,
  file: (number: string, file: string) => `${caseAt(number)}/files/${safe(file)}`,
  find: (query: Query = {}) => withQuery('/find', query),
  postcode: (code: string) => `/postcodes/${safe(code)}`,
  money: (query: Query = {}) => withQuery('/money', query),
  postings: (query: Query = {}) => withQuery('/postings', query),
  register: (query: Query = {}) => withQuery('/register', query),
  settings: '/settings',
  operators: '/operators',
  operator: (id: string) => `/operators/${safe(id)}`,
  staff: '/staff',
  staffMember: (id: string) => `/staff/${safe(id)}`,
} as const

/** Where to go after signing in: a path of this server, never another host. */
export const ownPath = (text: unknown): string =>
  typeof text === 'string' && /^\/(?![/\\])[\w\-./?=&%+~:,@]*$/.test(text) ? text : paths.today
