import { expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import type { Values } from '../../src/documents/render.ts'
import { commandsOf, type Run, runsOf } from './pdf.ts'
import { definitionOf, fixtureOf, print } from './sheets.ts'

const MM = 72 / 25.4
const form = (fields: string, blocks: string) =>
  readDefinition('sample', `title: 見本\nversion: 1\nfields: ${fields || '{}'}\nblocks:\n${blocks}\n`)
const page = async (definition: ReturnType<typeof form>, values: Values): Promise<Run[]> =>
  ((await runsOf(await print(definition, values)))[0] ?? []).filter(run => run.text.trim() !== '')
const find = (runs: Run[], text: string): Run => {
  const run = runs.find(one => one.text.includes(text))
  if (!run) throw new Error(`${text} is not printed`)
  return run
}
const fromTop = (run: Run) => 297 - run.y / MM

it('puts the address where a 長形3号 window shows it after folding in three', async () => {
  const runs = await page(definitionOf('reply-absent'), fixtureOf('reply-absent'))
  for (const text of ['〒530-0001', '山田']) {
    const run = find(runs, text)
    expect(run.x / MM).toBeCloseTo(25, 0)
    expect(fromTop(run)).toBeGreaterThan(28)
    expect(fromTop(run)).toBeLessThan(64)
  }
})

it('sets the addressee in 12 points with the honorific, and the line for whom the agent acts above it', async () => {
  const runs = await page(definitionOf('reply-purpose'), fixtureOf('reply-purpose'))
  const behalf = find(runs, '法定代理人')
  const name = find(runs, '祇')
  expect(name.y).toBeLessThan(behalf.y)
  expect(name.size).toBe(12)
  expect(
    runs
      .filter(run => run.y === name.y)
      .map(run => run.text)
      .join(''),
  ).toMatch(/様$/)
})

it('leaves a box for the seal only where the operator seals', async () => {
  const printed = async (seal: boolean) => {
    const values = fixtureOf('reply-absent')
    return page(definitionOf('reply-absent'), { ...values, sender: { ...(values.sender as Values), seal } })
  }
  expect((await printed(true)).some(run => run.text === '印')).toBe(true)
  expect((await printed(false)).some(run => run.text === '印')).toBe(false)
})

it('numbers the items that are shown, without a gap for the hidden ones', async () => {
  const definition = form(
    '{ a: { type: text, note: 甲 }, b: { type: text, required: false, note: 乙 }, c: { type: list, note: 丙 } }',
    `  - block: records
    entries:
      - { label: 甲, text: '{{a}}' }
      - { label: 乙, text: '{{b}}', show: b }
      - { label: 丙, list: c }`,
  )
  const numbers = async (values: Values) =>
    (await page(definition, values)).filter(run => Math.abs(run.x - 25 * MM) < 1 && run.y > 100).map(run => run.text)
  expect(await numbers({ a: '一', c: ['三'] })).toEqual(['1', '2'])
  expect(await numbers({ a: '一', b: '二', c: ['三'] })).toEqual(['1', '2', '3'])
})

it('aligns the texts of all items, however long the label', async () => {
  const definition = form(
    '{ c: { type: list, note: 丙 } }',
    `  - block: records
    entries:
      - { label: 甲, text: いろは }
      - { label: 長い見出し, text: にほへ }
      - { label: 丙, list: c }`,
  )
  const runs = await page(definition, {
    c: [
      { label: '短', text: 'とちり' },
      { label: '長い小見出し', text: 'ぬるを' },
    ],
  })
  expect(find(runs, 'いろは').x).toBeCloseTo(find(runs, 'にほへ').x, 1)
  expect(find(runs, 'とちり').x).toBeCloseTo(find(runs, 'ぬるを').x, 1)
  expect(find(runs, '記').x / MM).toBeCloseTo(25 + 163 / 2 - 2, 0)
  expect(find(runs, '以上').x / MM).toBeCloseTo(188 - 2 * (10.5 / MM), 0)
})

it('numbers the rows of an item when there are several, and leaves out an empty column', async () => {
  const definition = form(
    `{ days: { type: rows, columns: [date, 'why?'], note: 日 } }`,
    `  - block: records
    entries:
      - label: 日
        each: days
        texts: [{ label: 日付, text: '{{days.date}}' }, { label: 理由, text: '{{days.why}}' }]`,
  )
  const one = await page(definition, { days: [{ date: '四日' }] })
  expect(one.map(run => run.text)).not.toContain('理由')
  expect(find(one, '四日').text).toBe('四日')
  const two = await page(definition, { days: [{ date: '四日', why: '休み' }, { date: '五日' }] })
  expect(two.map(run => run.text)).toEqual(expect.arrayContaining(['（1）四日', '休み', '（2）五日']))
})

it('marks the items of a list only where there are several', async () => {
  const definition = form(
    '{ c: { type: list, note: 丙 } }',
    `  - block: records
    entries: [{ label: 丙, list: c, mark: dot }]`,
  )
  expect((await page(definition, { c: ['一つ'] })).some(run => run.text.startsWith('・'))).toBe(false)
  expect((await page(definition, { c: ['一つ', '二つ'] })).filter(run => run.text.startsWith('・'))).toHaveLength(2)
})

it('never leaves a label at the foot of one page and its text on the next', async () => {
  for (let lines = 20; lines < 40; lines++) {
    const definition = form(
      '{ c: { type: list, note: 丙 } }',
      `  - block: space
    mm: ${lines * 6}
  - block: records
    heading: ''
    entries: [{ label: 見出し, list: c }]`,
    )
    const pages = await runsOf(await print(definition, { c: [{ label: '小見出し', text: 'ほんぶん' }] }))
    const at = (text: string) => pages.findIndex(runs => runs.some(run => run.text === text))
    expect(at('小見出し')).toBe(at('ほんぶん'))
    expect(at('見出し')).toBe(at('ほんぶん'))
    expect(at('以上')).toBe(at('ほんぶん'))
  }
})

it('never leaves the first line of a row without the next', async () => {
  for (let space = 120; space < 240; space += 6) {
    const definition = form(
      '{ days: { type: rows, columns: [date, why], note: 日 } }',
      `  - block: space
    mm: ${space}
  - block: records
    heading: ''
    entries:
      - label: 日
        each: days
        texts: [{ label: 日付, text: '{{days.date}}' }, { label: 理由, text: '{{days.why}}' }]`,
    )
    const days = ['四日', '五日', '六日'].map(date => ({ date, why: `${date}の理由` }))
    const pages = await runsOf(await print(definition, { days }))
    const at = (text: string) => pages.findIndex(runs => runs.some(run => run.text === text))
    days.forEach(({ date, why }, index) => {
      expect(at(`（${index + 1}）${date}`), `${space} ${date}`).toBe(at(why))
    })
  }
})

const optional = {
  on: '{ type: flag, required: false, note: 印 }',
  code: '{ type: text, required: false, note: 郵便番号 }',
  day: '{ type: text, required: false, note: 日 }',
}
const box = (field: keyof typeof optional, cell: string) =>
  form(
    `{ ${field}: ${optional[field]} }`,
    `  - block: grid
    name: 枠
    groups: [{ rows: [{ h: 12, cells: [${cell}] }] }]`,
  )
const strokes = async (definition: ReturnType<typeof form>, values: Values) =>
  (commandsOf(await print(definition, values))[0] ?? '').split('\n').filter(line => / l$| re$/.test(line)).length

it('ticks a box when its flag is set, and only then', async () => {
  const definition = box('on', '{ checks: [{ text: 開示, flag: on }, { text: 訂正 }] }')
  expect((await strokes(definition, { on: true })) - (await strokes(definition, { on: false }))).toBe(2)
  expect(await strokes(definition, {})).toBe(await strokes(definition, { on: false }))
})

it('writes a postcode one digit to a box, and draws seven boxes when there is none', async () => {
  const definition = box('code', '{ postcode: code }')
  const filled = await page(definition, { code: '860-0001' })
  expect(
    filled
      .filter(run => run.y > 100)
      .map(run => run.text)
      .join('')
      .replaceAll(' ', ''),
  ).toBe('〒8600001')
  expect(await strokes(definition, {})).toBe(await strokes(definition, { code: '8600001' }))
})

it('offers the eras for a birthday that is not known, and prints one that is', async () => {
  const definition = box('day', '{ era: day }')
  expect((await page(definition, {})).map(run => run.text)).toEqual(
    expect.arrayContaining(['西暦', '昭和', '平成', '令和']),
  )
  const known = (await page(definition, { day: '昭和58年7月3日' })).map(run => run.text)
  expect(known).toContain('昭和58年7月3日')
  expect(known).not.toContain('西暦')
})
