import { expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import { linesOf, runsOf } from './pdf.ts'
import { print } from './sheets.ts'

const definition = readDefinition(
  'sample',
  `title: 見本
version: 1
fields:
  lead: { type: text, note: 前の文 }
  rows: { type: rows, columns: [no, item, 'value?'], note: 行 }
blocks:
  - block: paragraph
    text: '{{lead}}'
  - block: table
    rows: rows
    bands: true
    columns:
      - { head: 番号, w: 16, text: '{{rows.no}}' }
      - { head: 項目, w: 45, text: '{{rows.item}}' }
      - { head: 内容, w: 102, text: '{{rows.value}}' }
`,
)
const system = '【契約者情報管理システム（旧会員管理システムを含む。）】'
const rows = [
  { no: '1', item: system },
  { no: '1-1', item: '氏名', value: '髙﨑' },
]

it('sets the head of a group over the columns that it has no text for, on one line', async () => {
  const [runs = []] = await runsOf(await print(definition, { lead: '甲', rows }))
  expect(linesOf(runs)).toContain(`1${system}`)
  const plain = { ...definition, blocks: definition.blocks.map(block => ({ ...block, bands: false })) }
  const [broken = []] = await runsOf(await print(plain as typeof definition, { lead: '甲', rows }))
  expect(linesOf(broken)).not.toContain(`1${system}`)
})

it('never leaves the head of a group at the foot of a page without a row', async () => {
  for (let lines = 24; lines < 44; lines++) {
    const lead = Array.from({ length: lines }, () => '前の文です。').join('\n')
    const pages = await runsOf(await print(definition, { lead, rows: [rows[1], ...rows] as typeof rows }))
    const at = (text: string) => pages.findLastIndex(page => linesOf(page).some(line => line.includes(text)))
    expect(at(system)).toBe(at('1-1氏名'))
  }
})
