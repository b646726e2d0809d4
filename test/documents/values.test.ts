import { expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import { checkValues, type Values } from '../../src/documents/render.ts'

const definition = readDefinition(
  'sample',
  `title: 見本
version: 1
fields:
  sender.company: { type: text, note: 会社 }
  lines: { type: list, note: 住所 }
  memo: { type: text, required: false, note: 備考 }
  seal: { type: flag, note: 押印 }
  days: { type: rows, required: false, columns: [date, 'why?'], note: 日 }
blocks:
  - block: paragraph
    text: '{{sender.company}}'
  - block: items
    list: lines
  - block: paragraph
    text: '{{memo}}'
    show: memo
  - block: page
    show: seal
  - block: table
    rows: days
    columns: [{ head: 日, w: 40, text: '{{days.date}}' }, { head: 訳, w: 40, text: '{{days.why}}' }]
    show: days
`,
)
const good: Values = { sender: { company: '株式会社甲' }, lines: ['一行目'], seal: false }
const check = (more: Values) => checkValues(definition, { ...good, ...more })

it('accepts what the definition asks for, with or without the optional part', () => {
  expect(check({})).toBeNull()
  expect(check({ memo: '', days: [] })).toBeNull()
  expect(check({ memo: 'あり', days: [{ date: '4日', why: '' }, { date: '5日' }] })).toBeNull()
  expect(check({ lines: [{ label: '甲', text: '乙' }] })).toBeNull()
})

it.each<[string, Values, string]>([
  ['missing', { sender: {} }, 'sender.company'],
  ['blank', { sender: { company: ' 　' } }, 'sender.company'],
  ['an empty list', { lines: [] }, 'lines'],
  ['a blank line', { lines: ['甲', ''] }, 'lines[2]'],
  ['a blank column', { days: [{ date: '', why: '甲' }] }, 'days[1].date'],
])('names a required value that is %s', (_, more, field) => {
  expect(check(more)).toMatchObject({ code: 'empty_field', field, definition: 'sample' })
})

it.each<[string, Values, string]>([
  ['a field that it does not know', { nobody: '甲' }, 'nobody'],
  ['a field inside a known group', { sender: { company: '甲', fax: '1' } }, 'sender.fax'],
  ['a column that it does not know', { days: [{ date: '甲', hour: '1' }] }, 'days[1].hour'],
  ['a text where a list belongs', { lines: '甲' }, 'lines'],
  ['a list where a text belongs', { sender: { company: ['甲'] } }, 'sender.company'],
])('refuses %s', (_, more, field) => {
  expect(check(more)).toMatchObject({ code: 'unknown_field', field })
})

it('says it in a Japanese sentence with the form and the field', () => {
  expect(check({ sender: {} })?.message).toBe(
    '文書「見本」（sample）の欄「sender.company」が空です。値を入れてください。',
  )
})
