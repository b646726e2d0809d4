import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { operatorText } from '../operators.ts'
import { kaijiIn } from './kaiji.ts'

const { run, begin, gone } = kaijiIn()
const folder = mkdtempSync(join(tmpdir(), 'kaiji-out-'))
let number: string
afterAll(() => {
  gone()
  rmSync(folder, { recursive: true, force: true })
})

const act = async (verb: string, as: string, body: object): Promise<string> => {
  const words = number === undefined ? [verb] : [verb, number]
  const done = await run(['perform', ...words, '--as', as, '--body', '-'], JSON.stringify(body))
  expect(done).toMatchObject({ code: 0, err: '' })
  return done.out.trim()
}
const historyOf = async (): Promise<unknown[]> =>
  (JSON.parse((await run(['case', number, '--as', 'sato', '--json'])).out) as { history: unknown[] }).history

beforeAll(async () => {
  await begin()
  for (const [signIn, role] of [
    ['sato', 'reception'],
    ['suzuki', 'approver'],
    ['kanri', 'admin'],
  ] as const)
    await run(['staff', 'add', signIn, '--name', signIn, '--role', role])
  const terms = join(folder, 'ims.yaml')
  writeFileSync(terms, operatorText('ims'))
  await run(['operators', 'import', terms, '--as', 'kanri'])
  number = await act('logRequest', 'sato', requestFor('ims'))
  await act('draftDecision', 'sato', { kind: 'disclosure', outcome: 'full', content: '契約者情報' })
  await act('approveDecision', 'suzuki', { decision: 'd1' })
  await act('writeReply', 'sato', { decision: 'd1' })
  await act('choosePackage', 'sato', { letter: 'l1', choice: { parts: [], hidden: [], allowed: [] } })
})

test.each([
  ['a folder that is not there', join(folder, 'nowhere', 'a.pdf'), 'ENOENT'],
  ['a folder instead of a file', join(folder, 'taken'), 'EISDIR'],
])('with %s to write to nothing is made, locked or told', async (_what, out, code) => {
  mkdirSync(join(folder, 'taken'), { recursive: true })
  const before = await historyOf()
  for (const more of [[], ['--locked']]) {
    const refused = await run(['package', number, '--as', 'sato', '--out', out, ...more])
    expect(refused).toEqual({ code: 1, out: '', err: `「${out}」を開けないか、書けません（${code}）。\n` })
  }
  expect(await historyOf()).toEqual(before)
})

test('the file that is made is for this user alone', async () => {
  const out = join(folder, 'made.pdf')
  expect((await run(['package', number, '--as', 'sato', '--out', out])).code).toBe(0)
  expect(statSync(out).mode & 0o077).toBe(0)
})

test('a file that was there before stays as it was where there is no package', async () => {
  const other = await run(['perform', 'logRequest', '--as', 'sato', '--body', '-'], JSON.stringify(requestFor('ims')))
  const out = join(folder, 'before.pdf')
  writeFileSync(out, 'before')
  const none = await run(['package', other.out.trim(), '--as', 'sato', '--out', out])
  expect([none.code, none.out, readFileSync(out, 'utf8')]).toEqual([1, '', 'before'])
  const fresh = join(folder, 'fresh.pdf')
  expect((await run(['package', other.out.trim(), '--as', 'sato', '--out', fresh, '--locked'])).code).toBe(1)
  expect(existsSync(fresh)).toBe(false)
})
