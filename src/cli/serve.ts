import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { apiRoutes } from '../api/routes.ts'
import type { Config } from '../config.ts'
import type { Role } from '../domain/rule.ts'
import { type House, houseKeeper } from '../house.ts'
import { keepSending } from '../mail/keep-sending.ts'
import { attachLetters } from '../mail/letters.ts'
import { mailRound } from '../mail/round.ts'
import { openSmtp } from '../mail/smtp.ts'
import { demoSignIns } from '../walk/demo.ts'
import { makeDemoAlone } from '../walk/demo-alone.ts'
import { buildServer } from '../web/server.ts'
import { roleWords } from '../words/requests.ts'
import type { Shell } from './shell.ts'
import { RefusedError } from './usage.ts'

const MAIL_EVERY_MS = 20_000
const TIDY_EVERY_MS = 250
/** In one round; a letter takes some 20 ms, and pages are answered between two. */
const OLDER_LETTERS = 100
const UPLOAD_BYTES = 20 * 1024 * 1024

/** Opens pages and API. The first run makes the key, the store and, unless --empty, the demo desk. Ends on SIGINT or SIGTERM. */
export const serveCommand = async (shell: Shell): Promise<void> => {
  const { empty } = shell.read({ empty: 'boolean' }).options
  const config = shell.config()
  const fresh = !existsSync(join(config.dataDir, 'kaiji.db'))
  if (fresh && empty !== true) await makeDemoAlone(config)
  const house = await shell.house({ make: true })
  const app = await buildServer({
    ...house,
    secret: house.keys.web,
    secure: config.cookieSecure,
    trustProxy: config.trustProxy,
    uploadBytes: UPLOAD_BYTES,
    log: { level: 'info', stream: shell.streams.err },
    more: [apiRoutes(house)],
  })
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new RefusedError(`ポート ${config.port} はほかで使われています。PORT で別の番号を指定してください。`)
    if (error instanceof Error && 'code' in error && ['ENOTFOUND', 'EADDRNOTAVAIL'].includes(String(error.code)))
      throw new RefusedError(`HOST「${config.host}」では待ち受けられません。この機械のアドレスを指定してください。`)
    throw error
  }
  // Only where the password will be seen: a start that came to nothing must not have used it up.
  const first = (await house.staff.list()).length === 0 ? await firstAdministrator(house) : null
  const sending = startMail(house, config, app.log)
  greet(shell, config, first)
  await untilTold()
  // A browser keeps its line after the answer that was under way: closing would wait more than a minute for it.
  const tidying = setInterval(() => app.server.closeIdleConnections(), TIDY_EVERY_MS)
  await app.close()
  clearInterval(tidying)
  await sending()
}

/** A real desk begins with one administrator whose password is shown once. */
const firstAdministrator = async ({ staff }: House): Promise<string> => {
  const password = randomBytes(12).toString('base64url')
  const added = await staff.add(
    { signIn: 'admin', name: '管理者', roles: ['admin'], operators: 'all', password },
    houseKeeper,
  )
  if (!added.ok) throw new RefusedError('最初の管理者を登録できませんでした。')
  return password
}

const greet = (shell: Shell, config: Config, first: string | null): void => {
  shell.say(`開示デスク　${config.publicUrl}`)
  if (first !== null)
    shell.say(
      `  管理者　サインイン名 admin　パスワード ${first}（表示はこの一度だけです。サインインして変更してください）`,
    )
  for (const { role, signIn, password } of demoSignIns(config))
    shell.say(`  ${roleWords[role as Role]}　サインイン名 ${signIn}　パスワード ${password}`)
  if (config.smtp === null) shell.say('  メールは送信されず、設定 → メール に溜まります（SMTP_URL が未設定です）。')
}

const startMail = (house: House, { smtp, mailFrom }: Config, log: FastifyBaseLogger): (() => Promise<void>) => {
  const now = () => new Date().toISOString()
  const transport = smtp === null ? null : openSmtp(smtp, mailFrom)
  const round = async () => {
    await house.desk.keepOlderLetters(OLDER_LETTERS)
    await mailRound(house, transport, now, attachLetters(house.desk, houseKeeper))
  }
  const sending = keepSending(round, MAIL_EVERY_MS, error => {
    // Kind and place only: a message of the mail server may quote an address.
    log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'a round of mail broke')
  })
  return async () => {
    await sending.stop()
    transport?.close()
  }
}

const untilTold = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
