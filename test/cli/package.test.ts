import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { requestFor } from '../domain/given.ts'
import { operatorText } from '../operators.ts'
import { kaijiIn } from './kaiji.ts'

const { run, begin, gone } = kaijiIn()
const folder = mkdtempSync(join(tmpdir(), 'kaiji-package-'))
const out = join(folder, 'package.pdf')
let number: string
afterAll(gone)

const act = async (verb: string, as: string, body: object): Promise<string> => {
  const words = number === undefined ? [verb] : [verb, number]
  const done = await run(['perform', ...words, '--as', as, '--body', '-'], JSON.stringify(body))
  expect(done).toMatchObject({ code: 0, err: '' })
  return done.out.trim()
}

beforeAll(async () => {
  await begin()
  for (const [signIn, role] of [
    ['sato', 'reception'],
    ['suzuki', 'approver'],
    ['kanri', 'admin'],
  ] as const)
    expect((await run(['staff', 'add', signIn, '--name', signIn, '--role', role])).code).toBe(0)
  const terms = join(folder, 'ims.yaml')
  writeFileSync(terms, operatorText('ims'))
  expect((await run(['operators', 'import', terms, '--as', 'kanri'])).code).toBe(0)
  number = await act('logRequest', 'sato', requestFor('ims'))
  await act('draftDecision', 'sato', { kind: 'disclosure', outcome: 'full', content: '契約者情報' })
  await act('approveDecision', 'suzuki', { decision: 'd1' })
  await act('writeReply', 'sato', { decision: 'd1' })
})

test('before anything is chosen there is none: one sentence, exit 1', async () => {
  expect(await run(['package', number, '--as', 'sato', '--out', out])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/。\n$/),
  })
  expect(() => readFileSync(out)).toThrow()
})

test('it is made and written to a file, locked too, its password said once', async () => {
  const { case: kase } = JSON.parse((await run(['case', number, '--as', 'sato', '--json'])).out) as {
    case: { letters: { id: string; decision?: string }[] }
  }
  const letter = kase.letters.find(each => each.decision !== undefined)?.id
  await act('choosePackage', 'sato', { letter, choice: { parts: [], hidden: [], allowed: [] } })
  expect(await run(['package', number, '--as', 'sato', '--out', out])).toMatchObject({ code: 0 })
  const open = await openPdf(readFileSync(out))
  await open.close()
  const said = await run(['package', number, '--as', 'sato', '--out', out, '--locked'])
  const password = /パスワード：([a-z0-9-]{24})\n/.exec(said.out)?.[1] ?? ''
  await expect(openPdf(readFileSync(out))).rejects.toThrow(/password/i)
  const opened = await openPdf(readFileSync(out), password)
  expect(opened.pages).toBe(open.pages)
  await opened.close()
  expect((await run(['case', number, '--as', 'sato', '--json'])).out).not.toContain(password)
})

test('wrong use is exit 2', async () => {
  expect(await run(['package', number, '--as', 'sato'])).toMatchObject({ code: 2 })
  expect(await run(['package', '1', '--as', 'sato', '--out', out])).toMatchObject({ code: 2 })
})
