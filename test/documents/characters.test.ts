import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shape } from '../../src/documents/fonts.ts'
import { checkText, DocumentError } from '../../src/documents/render.ts'
import { textOf } from './pdf.ts'
import { plain, print } from './sheets.ts'

// All 11,233 characters of JIS X 0213:2004 (10,050 kanji and 1,183 others, 25 of them pairs), listed with Python's
// shift_jis_2004 codec: Node has none. Pairs stand between spaces.
const CHARACTERS = readFileSync(new URL('jis-x-0213.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap(line => (/ /.test(line) ? line.split(' ') : Array.from(line)))
  .filter(character => character !== '')

it('knows the whole of JIS X 0213', () => {
  expect(new Set(CHARACTERS).size).toBe(11_233)
  expect(CHARACTERS.filter(character => /^\p{Script=Han}$/u.test(character)).length).toBeGreaterThanOrEqual(10_050)
})

it.each(['mincho', 'gothic', 'bold'] as const)('has a glyph in %s for every character of JIS X 0213', face => {
  const missing = CHARACTERS.filter(character => shape(face, character) === null)
  expect(missing).toEqual([])
})

it('can print what people type on a telephone: half-width kana, numbers in circles, marks of companies', () => {
  const halfWidth = Array.from({ length: 63 }, (_, index) => String.fromCodePoint(0xff61 + index)).join('')
  const circled = Array.from({ length: 20 }, (_, index) => String.fromCodePoint(0x2460 + index)).join('')
  for (const text of [halfWidth, circled, '㈱㈲㈹№℡㍿〒㍻㋿', 'ⅠⅡⅢⅳⅴ']) expect(checkText(text)).toEqual({ ok: true })
})

it('gives back, copied, the 10,050 kanji and all else of JIS X 0213 as they were set', async () => {
  // A combining mark alone would join whatever stands before it, and pdf.js leaves out the soft hyphen (U+00AD).
  const texts = CHARACTERS.filter(character => !/\s|^\p{M}|\u00ad/u.test(character))
  for (let from = 0; from < texts.length; from += 1_000) {
    const words = texts.slice(from, from + 1_000).join('')
    const copied = await textOf(await print(plain, { words }))
    expect(copied.includes(words), `from ${from}`).toBe(true)
  }
})

it('names form, block and field where a character of the definition itself cannot be printed', async () => {
  const sheet = { ...plain, blocks: [{ ...plain.blocks[0], text: '甲😀' }] } as typeof plain
  const failed = await print(sheet, { words: '乙' }).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(DocumentError)
  expect(failed).toMatchObject({ code: 'missing_glyph', definition: 'plain', character: '😀' })
})
