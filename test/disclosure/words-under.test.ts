import { beforeAll, describe, expect, test } from 'vitest'
import { assemble } from '../../src/disclosure/assemble.ts'
import { PackageRefused } from '../../src/disclosure/fault.ts'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { prove } from '../../src/disclosure/prove.ts'
import { readings } from '../../src/disclosure/text-lines.ts'
import { plain, wordsUnder } from '../../src/disclosure/words-under.ts'
import type { Box } from '../../src/domain/package.ts'
import { type Draw, downwards, setPdf, ways } from './set-text.ts'
import { at, letterPdf, page } from './sources.ts'

const NAME = '秘密太郎'
const all = Object.entries(ways) as [string, Draw][]
/** Over a name at 20, 30, whichever way it is set. */
const over: Box = { x: 17, y: 26, w: 60, h: 40 }

let letter: Buffer
beforeAll(async () => {
  letter = await letterPdf()
})

const runsOf = async (pdf: Buffer) => {
  const opened = await openPdf(pdf)
  const runs = await (await opened.page(1)).runs()
  await opened.close()
  return runs
}
const under = async (pdf: Buffer, ...boxes: Box[]) => wordsUnder(await runsOf(pdf), boxes).map(plain)

/** The fault of a package whose first page is masked; null where it may leave. */
const made = async (pdf: Buffer, hidden: readonly string[] = []) => {
  const pages = [page(1, [over]), page(2)]
  const built = await assemble(letter, [{ bytes: pdf, type: 'application/pdf', pages }], at)
  try {
    await prove(built, [...built.words, ...hidden])
    return null
  } catch (error) {
    if (error instanceof PackageRefused) return error.fault
    throw error
  }
}

describe.each(all)('a name set %s', (_way, draw) => {
  const masked = (more: Draw, text = NAME) =>
    setPdf(
      doc => draw(doc, NAME, 20, 30),
      doc => more(doc, text, 40, 100),
    )

  test('under a box is found where it stands plainly elsewhere', async () => {
    expect(await under(await masked(ways.plainly), over)).toContain(NAME)
    expect(await made(await masked(ways.plainly))).toMatchObject({ fault: 'word_left', where: 'text', page: 3 })
  })

  test('is found where a plain one is hidden', async () => {
    const pdf = await setPdf(
      doc => ways.plainly(doc, NAME, 20, 30),
      doc => draw(doc, `保証人${NAME}様`, 40, 100),
    )
    expect(await made(pdf)).toMatchObject({ fault: 'word_left', word: NAME, page: 3 })
  })

  test('lets another name be', async () => {
    expect(await made(await masked(draw, '山田花子'))).toBeNull()
  })
})

test('a name in a font that runs down the page is under the box that covers it, and under no other', async () => {
  const pdf = downwards(await setPdf(doc => ways.plainly(doc, NAME, 20, 30)))
  expect(await under(pdf, { x: 15, y: 32, w: 10, h: 20 })).toContain(NAME)
  expect(await under(pdf, { x: 15, y: 5, w: 10, h: 20 })).toEqual([])
})

test('a name broken at the end of a line is found, across the page and down it', async () => {
  const broken = await setPdf(doc => {
    ways.plainly(doc, '別の欄です', 120, 50)
    ways.plainly(doc, '連帯保証人は秘密', 40, 50)
    ways.plainly(doc, '右の欄の続き', 120, 56)
    ways.plainly(doc, '太郎である', 40, 56)
  })
  expect(readings(await runsOf(broken)).some(text => plain(text).includes(NAME))).toBe(true)
  const columns = await setPdf(doc => {
    ways['character by character down the page'](doc, '太郎である', 40, 50)
    ways['character by character down the page'](doc, '保証人は秘密', 48, 50)
  })
  expect(readings(await runsOf(columns)).some(text => plain(text).includes(NAME))).toBe(true)
})

test('a row set character by character gives the name in it, not only the row', async () => {
  const pdf = await setPdf(doc =>
    ways['character by character, spread over a cell (均等割付)'](doc, '氏名：秘密太郎', 20, 30),
  )
  const words = await under(pdf, { x: 17, y: 26, w: 120, h: 12 })
  expect(words).toEqual(['氏名:秘密太郎', NAME])
})

test('only the characters under the box are its words', async () => {
  const pdf = await setPdf(doc =>
    ways['character by character, spread over a cell (均等割付)'](doc, '会員秘密太郎御中', 20, 30),
  )
  expect(await under(pdf, { x: 43, y: 26, w: 46, h: 12 })).toEqual([NAME])
})

test('a paragraph set character by character is read along its lines, not down its columns', async () => {
  const lines = ['甲乙丙丁戊己', '庚辛壬癸子丑', '寅卯辰巳午未']
  const pdf = await setPdf(doc => {
    for (const [row, text] of lines.entries())
      for (const [nth, character] of [...text].entries())
        doc.text(character, 60 + nth * 13, 100 + row * 21, { lineBreak: false })
  })
  const texts = readings(await runsOf(pdf)).map(plain)
  expect(texts.some(text => text.includes('戊己庚辛'))).toBe(true)
  expect(texts.some(text => text.includes('甲庚'))).toBe(false)
})

test('a page of ten thousand characters set one by one is read within the patience of the thread', async () => {
  const runs = Array.from({ length: 10_000 }, (_, nth) => ({
    text: String.fromCodePoint(0x4e00 + (nth % 3_000)),
    x: 10 + (nth % 100) * 2,
    y: 10 + Math.floor(nth / 100) * 2.8,
    w: 1.8,
    h: 2.2,
  }))
  expect(readings(runs).length).toBeGreaterThan(100)
})
