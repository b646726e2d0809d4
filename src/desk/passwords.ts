import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Argon2id with OWASP's parameters: 46 MiB, 1 pass, 1 lane, which it ranks with 19 MiB in 2 passes. Above 32 MiB glibc gives the
 * memory back at once; below, each of the four pool threads would keep its 19 MiB for ever.
 */
const COST = { memory: 47_104, passes: 1, parallelism: 1, tagLength: 32 } as const

const LEAST = 12
const LEAST_DEMO = 10
const MOST = 200

export const passwordIssues = [
  'password_too_short',
  'password_too_long',
  'password_is_sign_in',
  'password_too_simple',
] as const
export type PasswordIssue = (typeof passwordIssues)[number]

/** Why a password is not accepted; null when it is. Long rather than intricate (NIST SP 800-63B §3.1.1). */
export const passwordIssue = (password: string, signIn: string, demo = false): PasswordIssue | null => {
  const characters = [...plain(password)]
  if (characters.length < (demo ? LEAST_DEMO : LEAST)) return 'password_too_short'
  if (characters.length > MOST) return 'password_too_long'
  if (plain(password).toLowerCase() === signIn.toLowerCase()) return 'password_is_sign_in'
  if (new Set(characters).size < 5) return 'password_too_simple'
  return null
}

/** As a PHC string: $argon2id$v=19$m=47104,t=1,p=1$salt$hash. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(nonce)}$${bare(await derive(password, { ...COST, nonce }))}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** With `null` (nobody of that name) the same work is done, so that the time does not tell who exists. */
export const verifyPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(stored ?? NOBODY) ?? []
  if (memory === undefined) throw new TypeError('stored password is not an argon2id PHC string')
  const expected = Buffer.from(hash, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const found = await derive(password, { ...cost, tagLength: expected.length, nonce: Buffer.from(salt, 'base64') })
  return timingSafeEqual(found, expected) && stored !== null
}

const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** A password typed in full width or with another composition of the same characters is the same password. */
const plain = (password: string) => password.normalize('NFKC')

const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

const derive = (password: string, cost: Omit<Argon2Parameters, 'message'>): Promise<Buffer> =>
  new Promise((done, fail) =>
    argon2('argon2id', { ...cost, message: plain(password.slice(0, MOST * 4)) }, (error, key) =>
      error === null ? done(key) : fail(error),
    ),
  )
