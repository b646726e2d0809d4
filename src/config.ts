import { join, resolve } from 'node:path'
import { z } from 'zod'

/** How mail leaves: `tls` from the first byte (465), `starttls` demanded (587), `none` for a mail catcher on the desk (1025). */
export interface Smtp {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly login?: { readonly user: string; readonly password: string }
}

export interface Config {
  readonly host: string
  readonly port: number
  /** absolute */
  readonly dataDir: string
  /** absolute */
  readonly keyFile: string
  /** null: mails wait in the outbox and are shown there */
  readonly smtp: Smtp | null
  /** 'Name <address>' or an address */
  readonly mailFrom: string
  /** a session ends after so many hours without a page */
  readonly sessionHours: number
  /** without a trailing slash; links in mails begin with it */
  readonly publicUrl: string
  /** as fastify's trustProxy: addresses or CIDR ranges of the proxies in front, false for none */
  readonly trustProxy: boolean | string[]
  readonly cookieSecure: boolean
}

/** A setting that cannot be used. The message is one line in Japanese that names the variable; `main` prints it and exits 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Environment = Readonly<Record<string, string | undefined>>

const whole = (least: number, most: number) => {
  const asked = `${least}から${most}までの整数にしてください`
  return z.string().regex(/^\d+$/, asked).transform(Number).pipe(z.number().min(least, asked).max(most, asked))
}

const port = whole(0, 65_535)

const yesNo = z.enum(['true', 'false', 'yes', 'no', '1', '0'], 'true か false にしてください')
const said = (answer: z.output<typeof yesNo>) => ['true', 'yes', '1'].includes(answer)

const webAddress = (schemes: string, asked: string) =>
  z
    .string()
    .refine(text => URL.canParse(text) && new RegExp(`^(${schemes})://[^/]`).test(text), asked)
    .transform(text => new URL(text))

const sender = z
  .string()
  .regex(
    /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
    '「名前 <アドレス>」かメールアドレスの形にしてください',
  )

const settings = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'ホスト名か IP アドレスにしてください')
    .default('127.0.0.1'),
  PORT: port.default(3000),
  DATA_DIR: z.string().default('data'),
  KEY_FILE: z.string().optional(),
  SMTP_URL: webAddress('smtps?', 'smtp://ホスト:ポート の形にしてください').optional(),
  SMTP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'ホスト名か IP アドレスにしてください')
    .optional(),
  SMTP_PORT: port.optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_SECURE: z.enum(['tls', 'starttls', 'none'], 'tls, starttls, none のどれかにしてください').optional(),
  MAIL_FROM: sender.optional(),
  SESSION_HOURS: whole(1, 24).default(9),
  PUBLIC_URL: webAddress('https?', 'https://ホスト の形にしてください').optional(),
  TRUST_PROXY: z.string().default('false'),
  COOKIE_SECURE: yesNo.optional(),
})
type Settings = z.output<typeof settings>

/** Reads and checks the settings; an empty variable is one that was not given. Throws ConfigError for the first that is wrong. */
export const readConfig = (env: Environment): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = settings.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    const name = String(issue?.path[0] ?? '')
    throw new ConfigError(
      `設定 ${name} を読めません。${issue?.message ?? ''}（いまの値: ${shown(name, given[name])}）。`,
    )
  }
  const found = read.data
  const dataDir = resolve(found.DATA_DIR)
  const publicUrl = found.PUBLIC_URL?.href.replace(/\/$/, '') ?? `http://${hostInUrl(found.HOST)}:${found.PORT}`
  return {
    host: found.HOST,
    port: found.PORT,
    dataDir,
    keyFile: found.KEY_FILE === undefined ? join(dataDir, 'key') : resolve(found.KEY_FILE),
    smtp: smtpOf(found),
    mailFrom: found.MAIL_FROM ?? '開示デスク <kaiji-desk@localhost>',
    sessionHours: found.SESSION_HOURS,
    publicUrl,
    trustProxy: proxies(found.TRUST_PROXY),
    cookieSecure: found.COOKIE_SECURE === undefined ? publicUrl.startsWith('https:') : said(found.COOKIE_SECURE),
  }
}

/** Never the value of a setting that may hold a password. */
const shown = (name: string, value: string | undefined) =>
  name === 'SMTP_PASSWORD' || name === 'SMTP_URL' ? '表示しません' : JSON.stringify(value ?? '')

const hostInUrl = (host: string) =>
  ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host

const proxies = (text: string): boolean | string[] => {
  const answer = yesNo.safeParse(text)
  return answer.success ? said(answer.data) : text.split(',').map(each => each.trim())
}

const usualPort = { tls: 465, starttls: 587, none: 25 } as const

const smtpOf = (found: Settings): Smtp | null => {
  const url = found.SMTP_URL
  const host = url?.hostname ?? found.SMTP_HOST
  if (host === undefined) return null
  if (url !== undefined && found.SMTP_HOST !== undefined)
    throw new ConfigError('設定 SMTP_URL と SMTP_HOST は、どちらか一方にしてください。')
  if (found.MAIL_FROM === undefined)
    throw new ConfigError('設定 MAIL_FROM がありません。メールを送るには、差出人のアドレスが要ります。')
  const security = found.SMTP_SECURE ?? (url?.protocol === 'smtps:' ? 'tls' : 'starttls')
  const user = url?.username ? decodeURIComponent(url.username) : found.SMTP_USER
  const password = url?.password ? decodeURIComponent(url.password) : found.SMTP_PASSWORD
  if (user !== undefined && password === undefined)
    throw new ConfigError('設定 SMTP_USER がありますが、SMTP_PASSWORD がありません。')
  return {
    host,
    port: url?.port ? Number(url.port) : (found.SMTP_PORT ?? usualPort[security]),
    security,
    ...(user === undefined || password === undefined ? {} : { login: { user, password } }),
  }
}
