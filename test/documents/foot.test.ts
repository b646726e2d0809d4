import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
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

const rectsOf = (commands: string): Rect[] =>
  Array.from(commands.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g), match => {
    const [x = 0, y = 0, w = 0, h = 0] = match.slice(1).map(Number)
    return { x, y, w, h }
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

it('carries a code that reads as case, form and page, and nothing else', async () => {
  const pdf = await print(definitionOf('reply-disclosure-part'), fixtureOf('reply-disclosure-part'))
  const read: string[] = []
  for (const page of commandsOf(pdf)) read.push(...(await scan(rectsOf(page))))
  expect(read).toEqual(['KD1:26000147:reply-disclosure-part:1/2', 'KD1:26000147:reply-disclosure-part:2/2'])
})

it('prints the code 15 mm wide at the bottom right, inside the margins', async () => {
  const [page = ''] = commandsOf(await print(plain, { words: '甲' }))
  const rects = rectsOf(page)
  const right = Math.max(...rects.map(rect => rect.x + rect.w))
  const left = Math.min(...rects.map(rect => rect.x))
  const bottom = Math.max(...rects.map(rect => rect.y + rect.h))
  expect((right - left) / MM).toBeCloseTo(15, 1)
  expect(right / MM).toBeCloseTo(210 - 22, 1)
  expect(bottom / MM).toBeLessThan(297 - 5)
})

it('prints number and page count at the foot', async () => {
  const [runs = []] = await runsOf(await print(plain, { words: '甲' }))
  const foot = runs.filter(run => run.y < 22 * MM).map(run => run.text)
  expect(foot).toContain('受付番号 26000147')
  expect(foot).toContain('1/1')
})

it('reads back a form that no case has yet', async () => {
  const [page = ''] = commandsOf(await print(plain, { words: '甲' }, ''))
  expect(await scan(rectsOf(page))).toEqual(['KD1::plain:1/1'])
})
