import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { headedOperator, logo } from '../letterhead.ts'
import { operatorText } from '../operators.ts'
import { kaijiIn } from './kaiji.ts'

const { run, begin, gone, dataDir } = kaijiIn()
const folder = mkdtempSync(join(tmpdir(), 'kaiji-files-'))
afterAll(gone)

const request = {
  operator: 'ims',
  service: 'simple_registered',
  arrivedOn: '令和8年11月2日',
  stampedOn: '2026-11-02',
  requester: 'self',
  subject: { family: '髙﨑', given: '𠮷辻󠄀', postcode: '860-0047', address: '熊本県熊本市西区春日1丁目14-2' },
  kinds: ['disclosure'],
  onForm: true,
  enclosed: ['subject_identity'],
}

beforeAll(async () => {
  await begin()
  expect((await run(['staff', 'add', 'sato', '--name', '佐藤 恵', '--role', 'reception'])).code).toBe(0)
  expect((await run(['staff', 'add', 'kanri', '--name', '管理 太郎', '--role', 'admin'])).code).toBe(0)
  writeFileSync(join(folder, 'ims.yaml'), operatorText('ims'))
})

test('a member is not added where no desk has begun, and none is begun by it', async () => {
  const bare = kaijiIn()
  const answer = await bare.run(['staff', 'add', 'sato', '--name', '佐藤 恵', '--role', 'reception'])
  expect([answer.code, answer.err]).toEqual([1, expect.stringContaining('npm start')])
  expect(readdirSync(bare.dataDir)).toEqual([])
  bare.gone()
})

test('an operator is checked, imported and shown', async () => {
  const file = join(folder, 'ims.yaml')
  expect(await run(['operators', 'check', file])).toMatchObject({
    code: 0,
    out: expect.stringContaining('株式会社IMS'),
  })
  expect(await run(['operators', 'import', file, '--as', 'kanri'])).toMatchObject({ code: 0 })
  expect(await run(['operators', 'show', 'ims'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('3,000円（税別）'),
  })
})

test('a letterhead brings its pictures from beside the file, and names the one that is not there', async () => {
  const file = join(folder, 'headed.yaml')
  writeFileSync(file, headedOperator('headed', '{ logo: { file: logo.svg, width: 50, alt: 見本商会のロゴ } }'))
  const missing = await run(['operators', 'import', file, '--as', 'kanri'])
  expect(missing.code).toBe(1)
  expect(missing.err).toMatch(/headed\.yaml:\d+　policies\[0\]\.letterhead\.value\.logo　画像のファイルがありません/)
  writeFileSync(join(folder, 'logo.svg'), logo)
  expect(await run(['operators', 'import', file, '--as', 'kanri'])).toMatchObject({ code: 0 })
})

test('a wrong operator file is named by line and field and changes nothing', async () => {
  const file = join(folder, 'wrong.yaml')
  writeFileSync(file, operatorText('ims').replace('amount: 3000', 'amount: 三千'))
  const checked = await run(['operators', 'check', file])
  expect(checked.code).toBe(1)
  expect(checked.err).toMatch(/wrong\.yaml:\d+: .*amount/)
})

test('a case is logged, listed, read and its letter printed; names stay byte for byte', async () => {
  const logged = await run(['perform', 'logRequest', '--as', 'sato', '--body', '-'], JSON.stringify(request))
  expect(logged).toMatchObject({ code: 0 })
  const number = logged.out.trim()
  expect((await run(['cases', '--as', 'sato', '--q', '高崎'])).out).toContain('髙﨑 𠮷辻󠄀')
  expect(
    (await run(['perform', 'writeLetter', number, '--as', 'sato', '--body', '-'], '{"form":"reception-slip"}')).code,
  ).toBe(0)
  const pdf = join(folder, 'slip.pdf')
  expect((await run(['letter', number, 'l1', '--as', 'sato', '--out', pdf])).code).toBe(0)
  const first = readFileSync(pdf)
  const text = (await (await (await openPdf(first)).page(1)).runs()).map(run => run.text).join('')
  expect(text).toContain('佐藤 恵')
  expect(text).not.toContain('窓口担当者')
  expect(first.subarray(0, 5).toString()).toBe('%PDF-')
  const again = ['letter', number, 'l1', '--as', 'sato', '--out', pdf]
  expect(await run(again)).toMatchObject({ code: 1, err: expect.stringContaining('もう一度印刷する理由') })
  expect(await run([...again, '--why', 'boredom'])).toMatchObject({ code: 2, err: expect.stringContaining('faulty') })
  expect((await run([...again, '--why', 'faulty'])).code).toBe(0)
  expect(readFileSync(pdf)).toEqual(first)
  const hash = createHash('sha256').update(first).digest('hex')
  expect(JSON.parse((await run(['case', number, '--as', 'sato', '--json'])).out)).toMatchObject({
    case: { number, letters: [{ id: 'l1', printed: 2, sha256: hash }] },
    history: [{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4, event: { sha256: hash } }, { event: { why: 'faulty' } }],
  })
  expect((await run(['case', number, '--as', 'sato'])).out).toContain('もう一度印刷しました（理由：刷り損じ・汚れ）')
})

test('the file of a printed letter is checked, and said when it is damaged', async () => {
  expect((await run(['verify'])).out).toContain('文書の控え 1通を確かめました')
  const folder = join(dataDir, 'letters')
  const [name = ''] = readdirSync(folder)
  const sealed = readFileSync(join(folder, name))
  writeFileSync(join(folder, name), 'ruined')
  expect(await run(['verify'])).toMatchObject({ code: 1, err: expect.stringContaining('gone or damaged') })
  writeFileSync(join(folder, name), sealed)
})

test('what the rules refuse is one sentence and exit 1', async () => {
  const wrong = await run(
    ['perform', 'logRequest', '--as', 'sato', '--body', '-'],
    JSON.stringify({ ...request, arrivedOn: '2099-01-01' }),
  )
  expect(wrong).toMatchObject({ code: 1 })
  expect(wrong.err).toMatch(/2099年1月1日/)
  expect((await run(['perform', 'logRequest', '--as', 'sato', '--body', '-'], '{')).code).toBe(2)
})

test('the chain is verified, and the store file gives no name away', async () => {
  expect(await run(['verify'])).toMatchObject({ code: 0, out: expect.stringContaining('確かめました') })
  expect(readFileSync(join(dataDir, 'kaiji.db')).includes(Buffer.from('髙﨑'))).toBe(false)
})
