import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { openFiles } from '../../src/desk/files.ts'
import { openScanTray } from '../../src/desk/scans/scan-tray.ts'
import { openStaff } from '../../src/desk/staff.ts'
import { openTokens } from '../../src/desk/tokens.ts'
import type { Actor, Role } from '../../src/domain/rule.ts'
import type { WebParts } from '../../src/web/parts.ts'
import { buildServer } from '../../src/web/server.ts'
import { type DeskIn, definitions, deskIn } from '../desk/desk-in.ts'
import { kanri } from '../domain/given.ts'

/** The cast of every page test. 田中 serves IIJ only. */
export const cast = {
  sato: { name: '佐藤', roles: ['reception'], operators: 'all' },
  ito: { name: '伊藤', roles: ['cashier'], operators: 'all' },
  suzuki: { name: '鈴木', roles: ['approver'], operators: 'all' },
  takahashi: { name: '高橋', roles: ['auditor'], operators: 'all' },
  kanri: { name: '管理', roles: ['admin'], operators: 'all' },
  tanaka: { name: '田中', roles: ['reception'], operators: ['iij'] },
} as const satisfies Record<string, { name: string; roles: Role[]; operators: readonly string[] | 'all' }>
export type Cast = keyof typeof cast
export const passwordOf = (who: Cast) => `${who}-no-aikotoba`

export interface Browser {
  readonly cookie: string
  readonly by: Actor
  get(url: string): Promise<LightMyRequestResponse>
  /** Sends a form with the session's token; give `_csrf` to send another one. */
  post(url: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<LightMyRequestResponse>
  /** Opens a form and sends it back as a browser would, with these fields changed. */
  fill(url: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<LightMyRequestResponse>
  /** Sends one file as a browser would. */
  upload(url: string, name: string, bytes: Buffer, token?: string): Promise<LightMyRequestResponse>
}

export interface WebIn extends DeskIn {
  readonly app: FastifyInstance
  readonly parts: WebParts
  as(who: Cast): Promise<Browser>
  actor(who: Cast): Actor
}

/** The whole server on a real desk; it is 2026-11-21, noon in Tokyo. */
export const webIn = async (more: Partial<WebParts> = {}): Promise<WebIn> => {
  const inner = await deskIn()
  const now = inner.now
  const staff = openStaff(inner.store, { hours: 8, now })
  const actors = new Map<Cast, Actor>()
  for (const [signIn, { name, roles, operators }] of Object.entries(cast) as [Cast, (typeof cast)[Cast]][]) {
    const added = await staff.add({ signIn, name, roles, operators, password: passwordOf(signIn) }, kanri)
    if (!added.ok) throw new Error(`${signIn} was not added: ${JSON.stringify(added)}`)
    actors.set(signIn, { id: added.member.id, roles: added.member.roles, operators: added.member.operators })
  }
  const files = await openFiles(inner.store, { folder: join(inner.dir, 'files'), key: randomBytes(32), now })
  const tray = { files, folder: join(inner.dir, 'tray'), key: randomBytes(32), definitions: definitions(), now }
  const parts: WebParts = {
    desk: inner.desk,
    staff,
    tokens: openTokens(inner.store, { now }),
    files,
    scans: await openScanTray(inner.store, tray),
    secret: randomBytes(32),
    secure: false,
    trustProxy: false,
    uploadBytes: 20 * 1024 * 1024,
    ...more,
  }
  const app = await buildServer(parts)
  const actor = (who: Cast): Actor => {
    const found = actors.get(who)
    if (found === undefined) throw new Error(`${who} is not in the cast`)
    return found
  }
  return {
    ...inner,
    app,
    parts,
    actor,
    as: async who => browser(app, actor(who), await signedIn(app, who)),
    gone: async () => {
      await app.close()
      await inner.gone()
    },
  }
}

const form = 'application/x-www-form-urlencoded'

const signedIn = async (app: FastifyInstance, who: Cast): Promise<string> => {
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': form },
    payload: encoded({ name: who, password: passwordOf(who) }),
  })
  const cookie = answer.cookies[0]
  if (cookie === undefined) throw new Error(`${who} could not sign in: ${answer.statusCode}`)
  return `${cookie.name}=${cookie.value}`
}

export const encoded = (fields: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map(each => [name, each])),
  ).toString()

const browser = (app: FastifyInstance, by: Actor, cookie: string): Browser => {
  let kept = ''
  const get = (url: string) => app.inject({ url, headers: { cookie: cookie + kept } })
  const token = async () => fieldsIn((await get('/today')).body)._csrf ?? ''
  const send = async (url: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
    const headers = { cookie: cookie + kept, 'content-type': form }
    const answer = await app.inject({ method: 'POST', url, headers, payload: encoded(fields) })
    kept = answer.cookies
      .filter(({ name }) => !cookie.startsWith(`${name}=`))
      .reduce((_, { name, value }) => `; ${name}=${value}`, kept)
    return answer
  }
  return {
    cookie,
    by,
    get,
    post: async (url, fields) => send(url, { _csrf: await token(), ...fields }),
    fill: async (url, fields) => send(url, { ...fieldsIn((await get(url)).body), ...fields }),
    upload: async (url, name, bytes, given) => {
      const line = '--x-boundary'
      const head = `${line}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${given ?? (await token())}\r\n${line}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`
      return app.inject({
        method: 'POST',
        url,
        headers: { cookie, 'content-type': 'multipart/form-data; boundary=x-boundary' },
        payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n${line}--\r\n`)]),
      })
    },
  }
}

/** The hidden fields of the last form on a page. */
export const fieldsIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
