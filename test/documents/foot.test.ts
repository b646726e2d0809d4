import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { layoutOf, PAPER } from '../../src/documents/layout.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import { type PageCode, readPageCode } from '../../src/domain/page-code.ts'
import { commandsOf, runsOf } from './pdf.ts'
import { definitionOf, fixtureOf, plain, print } from './sheets.ts'

const MM = 72 / 25.4

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const file = readFileSync(path)
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
})

interface Rect {
  x: number
  y: number
  w: number
  h: number
}

const NUMBERS = '(-?[\\d.]+) (-?[\\d.]+) (-?[\\d.]+) (-?[\\d.]+)'

/** Modules of a code are filled squares in rows, counted in modules from the corner that a matrix of their own says. */
const squaresOf = (commands: string): Rect[] =>
  Array.from(commands.matchAll(/q ([\d.]+) 0 0 \1 ([\d.]+) ([\d.]+) cm\n((?:[\d ]+re\n)+)f\nQ/g)).flatMap(match => {
    const [step = 0, left = 0, top = 0] = match.slice(1, 4).map(Number)
    return Array.from((match[4] ?? '').matchAll(new RegExp(`${NUMBERS} re`, 'g')), ([, ...cells]) => {
      const [x = 0, y = 0, w = 0, h = 0] = cells.map(Number)
      return { x: left + x * step, y: top + y * step, w: w * step, h: h * step }
    })
  })

/** Paints the modules as a scanner at 300 dpi sees them, with white around, and reads the code. */
async function scan(rects: Rect[]): Promise<string[]> {
  const scale = 300 / 72
  const left = Math.min(...rects.map(rect => rect.x)) - 10
  const top = Math.min(...rects.map(rect => rect.y)) - 10
  const side = Math.ceil((15 * MM + 20) * scale)
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const rect of rects) {
    for (let y = Math.round((rect.y - top) * scale); y < Math.round((rect.y + rect.h - top) * scale); y++) {
      for (let x = Math.round((rect.x - left) * scale); x < Math.round((rect.x + rect.w - left) * scale); x++) {
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
      }
    }
  }
  const image = { data, width: side, height: side, colorSpace: 'srgb' } as ImageData
  return (await readBarcodes(image, { formats: ['QRCode'], tryHarder: true })).map(code => code.text)
}

const NUMBER = caseNumber(2026, 14)
const SET = { letter: 'l3', sheet: 1 }
const codesOf = async (pdf: Buffer): Promise<(PageCode | null)[]> => {
  const read: string[] = []
  for (const page of commandsOf(pdf)) read.push(...(await scan(squaresOf(page))))
  return read.map(readPageCode)
}

it.each(['reply-disclosure-part', 'request-disclosure'])(
  'carries on every page of %s a code that reads as case, letter, sheet, form and page, and nothing else',
  async form => {
    const pdf = await print(definitionOf(form), fixtureOf(form), NUMBER, SET)
    const code = { number: NUMBER, ...SET, form, pages: 2 }
    expect(await codesOf(pdf)).toEqual([
      { ...code, page: 1 },
      { ...code, page: 2 },
    ])
  },
)

it('prints beside the code what a clerk can type instead', async () => {
  const pages = await runsOf(
    await print(definitionOf('reply-disclosure-part'), fixtureOf('reply-disclosure-part'), NUMBER, SET),
  )
  const typed = pages.map(runs => runs.map(run => run.text).find(text => text.startsWith(`${NUMBER}-`)))
  expect(typed.map(text => readPageCode(text ?? ''))).toMatchObject([
    { number: NUMBER, ...SET, page: 1, pages: 2 },
    { number: NUMBER, ...SET, page: 2, pages: 2 },
  ])
})

it.each(['envelope-face', 'envelope-face-large'])(
  'puts the code of %s in the corner beside the sender, and none where the envelope belongs to no letter',
  async form => {
    const definition = definitionOf(form)
    const pdf = await print(definition, fixtureOf(form), NUMBER, SET)
    expect(await codesOf(pdf)).toMatchObject([{ ...SET, form, page: 1, pages: 1 }])
    const rects = squaresOf(commandsOf(pdf)[0] ?? '')
    const { code } = layoutOf(definition)
    expect(Math.max(...rects.map(rect => rect.x + rect.w)) / MM).toBeCloseTo(code.x + code.side, 1)
    const others = ((await runsOf(pdf))[0] ?? []).filter(run => !run.text.startsWith(`${NUMBER}-`) && run.text.trim())
    const [, height] = PAPER[definition.paper]
    const inside = others.filter(run => run.x / MM < code.x + code.side && height - run.y / MM > code.y)
    expect(inside).toEqual([])
    expect(commandsOf(await print(definition, fixtureOf(form))).flatMap(squaresOf)).toEqual([])
  },
)

it('prints the code 15 mm wide at the bottom right, inside the margins', async () => {
  const [page = ''] = commandsOf(await print(plain, { words: '甲' }))
  const rects = squaresOf(page)
  const right = Math.max(...rects.map(rect => rect.x + rect.w))
  const left = Math.min(...rects.map(rect => rect.x))
  const bottom = Math.max(...rects.map(rect => rect.y + rect.h))
  expect((right - left) / MM).toBeCloseTo(15, 1)
  expect(right / MM).toBeCloseTo(210 - 22, 1)
  expect(bottom / MM).toBeCloseTo(297 - 5, 2)
})

it('prints number and page count at the foot', async () => {
  const [runs = []] = await runsOf(await print(plain, { words: '甲' }))
  const foot = runs.filter(run => run.y < 22 * MM).map(run => run.text)
  expect(foot).toContain('受付番号 26000147')
  expect(foot).toContain('1/1')
})

it('reads back a form that no case has yet', async () => {
  const [page = ''] = commandsOf(await print(plain, { words: '甲' }, ''))
  expect(await scan(squaresOf(page))).toEqual(['KD1::plain:1/1'])
})
