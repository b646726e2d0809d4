import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { runShell } from '../../src/cli.ts'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'

const dir = mkdtempSync(join(tmpdir(), 'kaiji-settings-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const run = async (args: readonly string[], env: Readonly<Record<string, string>>) => {
  const said = { out: '', err: '' }
  const into = (to: keyof typeof said) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        said[to] += String(chunk)
        done()
      },
    })
  const code = await runShell(args, { env, out: into('out'), err: into('err') })
  return { code, ...said }
}

describe('a server with a setting that cannot be used ends with 2, names it and makes nothing', () => {
  test.each([
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: 'web' }],
    ['PORT', { PORT: '-1' }],
    ['HOST', { HOST: 'a b' }],
    ['SESSION_HOURS', { SESSION_HOURS: '0' }],
    ['SESSION_HOURS', { SESSION_HOURS: '25' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'kaiji.example.co.jp' }],
    ['COOKIE_SECURE', { COOKIE_SECURE: 'maybe' }],
    ['SMTP_URL', { SMTP_URL: 'http://user:himitsu@mail', MAIL_FROM: 'a@example.jp' }],
    ['MAIL_FROM', { SMTP_HOST: 'mail', MAIL_FROM: 'a@example.jp\r\nBcc: b@example.jp' }],
    ['SMTP_PASSWORD', { SMTP_HOST: 'mail', MAIL_FROM: 'a@example.jp', SMTP_USER: 'desk' }],
    ['SMTP_SECURE', { SMTP_HOST: 'mail', MAIL_FROM: 'a@example.jp', SMTP_SECURE: 'ssl' }],
  ])('%s of %j', async (name, env) => {
    const dataDir = join(dir, 'none')
    const { code, out, err } = await run(['serve', '--empty'], { DATA_DIR: dataDir, ...env })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^[^\n]*[ぁ-ん][^\n]*\n$/)
    expect(err).toContain(name)
    expect(err).not.toContain('himitsu')
    expect(readdirSync(dir)).not.toContain('none')
  })

  test('a word too many is no setting', async () => {
    const { code, err } = await run(['serve', '--port', '3000'], { DATA_DIR: join(dir, 'none') })
    expect([code, err]).toEqual([2, 'オプション --port はありません。kaiji help をご覧ください。\n'])
  })
})

describe('a desk that cannot be opened', () => {
  test.each([
    [
      'whose key is another’s',
      (at: string) => writeFileSync(join(at, 'key'), 'a'.repeat(64), { mode: 0o600 }),
      /鍵が違う/,
    ],
    ['whose key is no key', (at: string) => writeFileSync(join(at, 'key'), '山', { mode: 0o600 }), /鍵ではありません/],
    [
      'whose key others can read',
      (at: string) => writeFileSync(join(at, 'key'), 'a'.repeat(64), { mode: 0o644 }),
      /chmod 600/,
    ],
  ])('%s says which and how, and leaves the store as it was', async (what, spoil, why) => {
    const at = mkdtempSync(join(dir, 'desk-'))
    await (await openHouse(readConfig({ DATA_DIR: at }))).close()
    expect((await run(['staff', 'add', 'sato', '--name', '佐藤', '--role', 'admin'], { DATA_DIR: at })).code).toBe(0)
    rmSync(join(at, 'key'))
    spoil(at)
    const { code, out, err } = await run(['verify'], { DATA_DIR: at })
    expect([what, code, out]).toEqual([what, 1, ''])
    expect(err).toMatch(why)
    expect(err).toMatch(/^[^\n]+\n$/)
    expect(err).not.toContain('佐藤')
  })
})
