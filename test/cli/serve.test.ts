import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from './served.ts'

const dir = mkdtempSync(join(tmpdir(), 'kaiji-serve-'))
const running: Served[] = []
const start = (...how: Parameters<typeof serve>): Served => {
  const served = serve(...how)
  running.push(served)
  return served
}
let busy: Server
let port: string

beforeAll(async () => {
  busy = createServer()
  await new Promise<void>(resolve => busy.listen(0, '127.0.0.1', resolve))
  port = String((busy.address() as AddressInfo).port)
})
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await new Promise(resolve => busy.close(resolve))
  rmSync(dir, { recursive: true, force: true })
})

/** One sentence in Japanese on the error's side, nothing on the other, and nothing of the machine's inside. */
const oneSentence = ({ out, err }: Served['said']) => {
  expect(out).toBe('')
  expect(err).toMatch(/^[^\n]*[ぁ-ん][^\n]*。\n$/)
  expect(err).not.toMatch(/ at |\.ts|Error|undefined|\[object/)
}

/** For what comes in its own time on a machine that has other things to do. */
const patient = { timeout: 20_000 }
const PASSWORD = /サインイン名 admin　パスワード (\S+?)（/

describe('a desk whose port is taken', () => {
  test('says so in one sentence, and shows its first password at the start that does open', async () => {
    const dataDir = join(dir, 'busy')
    const first = start({ DATA_DIR: dataDir, PORT: port })
    expect(await first.ended).toBe(1)
    oneSentence(first.said)
    expect(first.said.err).toContain(port)
    const second = start({ DATA_DIR: dataDir })
    const url = await second.listening
    const page = await fetch(`${url}/sign-in`)
    await expect.poll(() => PASSWORD.test(second.said.out), patient).toBe(true)
    second.child.kill('SIGTERM')
    expect([page.status, await second.ended]).toEqual([200, 0])
    const third = start({ DATA_DIR: dataDir })
    await third.listening
    await expect.poll(() => third.said.out.includes('開示デスク'), patient).toBe(true)
    third.child.kill('SIGINT')
    expect([await third.ended, PASSWORD.test(third.said.out)]).toEqual([0, false])
  })
})

describe('a server that is told to end', () => {
  /** A sign-in of which the last byte is still to come. */
  const begun = async (url: string) => {
    const body = 'name=admin&password=wrong'
    const head = `POST /sign-in HTTP/1.1\r\nHost: ${new URL(url).host}\r\nOrigin: ${url}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', chunk => {
      answer += chunk
    })
    const closed = new Promise<string>(resolve => socket.once('close', () => resolve(answer)))
    await new Promise(resolve => socket.write(head + body.slice(0, -1), resolve))
    return { finish: () => socket.write(body.slice(-1)), closed }
  }

  test('answers the request that was under way, takes no other, and ends with 0', async () => {
    const served = start({ DATA_DIR: join(dir, 'told') })
    const url = await served.listening
    await expect.poll(() => PASSWORD.test(served.said.out), patient).toBe(true)
    // An answer to another request: the half one has reached the server before it.
    const request = await begun(url)
    await (await fetch(`${url}/sign-in`)).text()
    served.child.kill('SIGTERM')
    await expect
      .poll(
        () =>
          fetch(`${url}/sign-in`).then(
            ({ status }) => status,
            () => 'closed',
          ),
        patient,
      )
      .not.toBe(200)
    request.finish()
    expect(await request.closed).toMatch(/^HTTP\/1\.1 [24]\d\d /)
    expect(await served.ended).toBe(0)
    expect(served.said.err).not.toMatch(/ at .*\.ts|UnhandledPromise/)
    expect(readdirSync(join(dir, 'told')).filter(name => name.endsWith('-wal'))).toEqual([])
  })
})

describe('what cannot be served ends at once with one sentence', () => {
  const asFile = join(dir, 'file')
  writeFileSync(asFile, 'not a folder')

  test.each<[string, Readonly<Record<string, string>>, number, RegExp]>([
    ['a data directory that is a file', { DATA_DIR: asFile }, 1, /ENOTDIR|EEXIST/],
    ['an address of another machine', { DATA_DIR: join(dir, 'far'), HOST: '192.0.2.1' }, 1, /HOST「192\.0\.2\.1」/],
  ])('%s', async (_what, env, code, why) => {
    const served = start(env)
    expect(await served.ended).toBe(code)
    oneSentence(served.said)
    expect(served.said.err).toMatch(why)
  })
})
