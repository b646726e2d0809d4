import { expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import { runsOf, squeeze } from './pdf.ts'
import { print } from './sheets.ts'

const form = (whole: string) =>
  readDefinition(
    'sample',
    `title: 見本
version: 1
foot: false
fields:
  lines: { type: list, note: 住所 }
blocks:
  - { block: place, name: 住所, x: 20, y: 20, w: 60, h: 16, list: lines, size: 12, least: 7, pitch: 1.3${whole} }
`,
  )
/** Sizes of what is printed, and how many lines it takes. */
const printed = async (lines: string[], whole = '') => {
  const [all = []] = await runsOf(await print(form(whole), { lines }))
  const runs = all.filter(run => run.text.trim() !== '')
  expect(squeeze(runs.map(run => run.text).join(''))).toBe(squeeze(lines.join('')))
  return { size: Math.max(...runs.map(run => run.size)), lines: new Set(runs.map(run => run.y.toFixed(1))).size }
}
// 60 mm hold 14 characters of 12 points, 17 of 10 and 22 of 7.5.
const SIXTEEN = '熊本市中央区下通一丁目三番八号室'
const LONG = '京都市上京区今出川通大宮東入元伊佐町六百二十三番地の十二'

it('breaks a line that is too wide at the size of its box', async () => {
  expect(await printed([SIXTEEN])).toEqual({ size: 12, lines: 2 })
})

it('sets a line smaller rather than broken where the form says down to which size', async () => {
  expect(await printed([SIXTEEN], ', whole: 9')).toEqual({ size: 10.5, lines: 1 })
  expect(await printed([SIXTEEN, '辻󠄀ビル'], ', whole: 9')).toEqual({ size: 10.5, lines: 2 })
})

it('is as large as the box allows where a line would have to be smaller still', async () => {
  expect(await printed([LONG], ', whole: 9')).toEqual({ size: 12, lines: 2 })
  expect(await printed([SIXTEEN], ', whole: 11')).toEqual({ size: 12, lines: 2 })
  expect((await printed([LONG, LONG], ', whole: 9')).lines).toBe(4)
})

it('never is larger than what its height holds, whole or not', async () => {
  const short = ['熊本市', '中央区', '下通', '三番', '八号']
  expect(await printed(short, ', whole: 9')).toEqual(await printed(short))
})
