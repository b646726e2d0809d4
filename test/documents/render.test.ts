import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { DocumentError, renderSheets, type Values } from '../../src/documents/render.ts'
import { runsOf, squeeze, textOf } from './pdf.ts'
import { definitionOf, fixtureOf, plain, print } from './sheets.ts'

const words = async (text: string) => textOf(await print(plain, { words: text }))
const digest = (pdf: Buffer) => createHash('sha256').update(pdf).digest('hex')

async function refusal(printing: Promise<Buffer>): Promise<DocumentError> {
  const outcome = await printing.catch((error: unknown) => error)
  if (outcome instanceof DocumentError) return outcome
  throw new Error('was printed')
}

const HARD = '𠮷田髙﨑塚辻\u{E0100}①㈱ｶﾞﾊﾟﾌﾟ～－−‑〒㍿か\u3099'

it('gives back, copied, the very characters that were set', async () => {
  expect(await words(HARD)).toContain(HARD)
})

it('gives them back also after another document has used a character that shares the glyph', async () => {
  const rivals = '\u2780\u2781\uFF70\u2003\u3000\u2010'
  await print(plain, { words: rivals }).catch(() => undefined)
  await print(plain, { words: '➀➁' })
  expect(await words(`①②${HARD}`)).toContain(`①②${HARD}`)
})

it('keeps apart two characters with one glyph in the same document', async () => {
  expect(await words('①➀①')).toContain('①➀①')
})

it('gives the same bytes for the same sheet, whatever was printed between', async () => {
  const values = fixtureOf('reply-disclosure-part')
  const once = await print(definitionOf('reply-disclosure-part'), values)
  await print(plain, { words: '別の文書①➀' })
  const again = await print(definitionOf('reply-disclosure-part'), values)
  expect(digest(again)).toBe(digest(once))
})

it('leaves nothing of one person in the next document', async () => {
  await print(plain, { words: '秘密太郎' })
  const next = await print(plain, { words: '山田花子' })
  expect(await textOf(next)).not.toMatch(/[秘密太郎]/)
})

it('writes language, title and a fixed date, and no name of a person', async () => {
  const pdf = (await print(definitionOf('reply-absent'), fixtureOf('reply-absent'))).toString('latin1')
  expect(pdf).toContain('/Lang (ja-JP)')
  expect(pdf).toContain('D:20261121010000Z')
  expect(pdf).not.toContain('/Author')
})

it('starts each sheet on a new page and counts its pages by itself', async () => {
  const sheet = (id: string) => ({
    definition: definitionOf(id),
    values: fixtureOf(id),
    caseNumber: '26000147',
    createdAt: '2026-11-21T01:00:00.000Z',
  })
  const pages = await runsOf(await renderSheets([sheet('reply-absent'), sheet('reply-disclosure-part')]))
  const counts = pages.map(runs => runs.map(run => run.text).find(text => /^\d+\/\d+$/.test(text)))
  expect(counts).toEqual(['1/2', '2/2', '1/2', '2/2'])
})

it('names the field and the character that no font has', async () => {
  const error = await refusal(print(plain, { words: '山田😀様' }))
  expect(error).toMatchObject({ code: 'missing_glyph', field: 'words', character: '😀', definition: 'plain' })
  expect(error.message).toContain('「😀」（U+1F600）')
})

it('refuses empty and unknown fields before it draws', async () => {
  expect(await refusal(print(plain, { words: '' }))).toMatchObject({ code: 'empty_field', field: 'words' })
  expect(await refusal(print(plain, { words: '甲', more: '乙' }))).toMatchObject({
    code: 'unknown_field',
    field: 'more',
  })
})

it('refuses an address that does not fit the window', async () => {
  const values = fixtureOf('reply-absent')
  const addressee = {
    ...(values.addressee as Values),
    lines: Array.from({ length: 11 }, (_, i) => `住所の${i + 1}行目`),
  }
  const error = await refusal(print(definitionOf('reply-absent'), { ...values, addressee }))
  expect(error).toMatchObject({ code: 'overflow', field: 'addressee.lines', block: '宛先' })
  expect(error.message).toMatch(/最も小さい字でも\d+行になり、窓に入るのは\d+行までです。住所の行をつなげて/)
})

it('refuses a text that its box on a form cannot hold', async () => {
  const values = { ...fixtureOf('request-disclosure'), target: '長い説明'.repeat(120) }
  expect(await refusal(print(definitionOf('request-disclosure'), values))).toMatchObject({
    code: 'overflow',
    block: '請求の内容',
  })
})

it('tells how an address comes onto an envelope that cannot hold it', async () => {
  const values = fixtureOf('envelope-face')
  const lines = Array.from({ length: 30 }, (_, i) => `住所の${i + 1}行目`)
  const addressee = { ...(values.addressee as Values), lines }
  const error = await refusal(print(definitionOf('envelope-face'), { ...values, addressee }))
  expect(error).toMatchObject({ code: 'overflow', field: 'addressee.lines' })
  expect(error.message).toContain('大きい封筒を選んでください。')
  expect(error.message).not.toContain('窓')
})

it('refuses a mark that the envelope cannot hold', async () => {
  const values = { ...fixtureOf('envelope-face'), marks: Array.from({ length: 9 }, () => '本人限定受取') }
  expect(await refusal(print(definitionOf('envelope-face'), values))).toMatchObject({
    code: 'overflow',
    block: '朱書き',
  })
})

it('repeats the head of a table that goes on', async () => {
  const pages = await runsOf(await print(definitionOf('reckoning'), fixtureOf('reckoning')))
  expect(pages).toHaveLength(2)
  for (const runs of pages) expect(squeeze(runs.map(run => run.text).join(''))).toContain('日数')
})

it('justifies all lines of a paragraph but the last to the same right edge', async () => {
  const text = '個人情報の保護に関する法律の規定により次のとおり回答いたします'.repeat(5)
  const [runs = []] = await runsOf(await print(plain, { words: text }))
  const ends = new Map<number, number>()
  for (const run of runs.filter(one => one.text.trim() !== '' && one.y > 100)) {
    ends.set(run.y, Math.max(ends.get(run.y) ?? 0, run.x + run.width))
  }
  const lines = [...ends].sort(([a], [b]) => b - a).map(([, end]) => end)
  expect(lines.length).toBeGreaterThan(3)
  const edge = ((210 - 22) * 72) / 25.4
  for (const end of lines.slice(0, -1)) expect(Math.abs(end - edge)).toBeLessThan(1)
  expect(lines.at(-1)).toBeLessThan(edge - 5)
})

it('refuses to print no sheet at all', async () => {
  await expect(renderSheets([])).rejects.toThrow(RangeError)
})
