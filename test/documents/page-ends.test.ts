import { expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import { type Run, runsOf } from './pdf.ts'
import { print } from './sheets.ts'

const definition = readDefinition(
  'sample',
  `title: 見本
version: 1
fields:
  lead: { type: text, note: 前の文 }
  rows: { type: rows, columns: [item, facts], note: 理由 }
blocks:
  - block: paragraph
    text: '{{lead}}'
  - block: records
    entries:
      - { label: 札, each: rows, texts: [{ label: 項目, text: '{{rows.item}}' }, { label: 事実, text: '{{rows.facts}}' }] }
  - block: paragraph
    text: '{{lead}}'
  - block: heading
    text: 見出し
  - block: table
    rows: rows
    columns:
      - { head: "頭の\\n二行", w: 40, text: '{{rows.item}}' }
      - { head: 事実, w: 60, text: '{{rows.facts}}' }
`,
)
const rows = [{ item: '契約日', facts: '事実の文です。'.repeat(20) }]
const lines = Array.from({ length: 45 }, (_, at) => at)

it.each(lines)('leaves no label and no head alone at the foot of a page, after %i lines', async count => {
  const lead = Array.from({ length: count + 1 }, () => '前の文です。').join('\n')
  const pages = await runsOf(await print(definition, { lead, rows }))
  const first = (text: string) => pages.findIndex(page => page.some((run: Run) => run.text.includes(text)))
  expect(first('札')).toBe(first('契約日'))
  const heads = pages.findIndex(page => page.some(run => run.text.includes('見出し')))
  const table = pages.findIndex(page => page.some(run => run.text.includes('頭の')))
  const row = pages.findLastIndex(page => page.some(run => run.text.includes('契約日')))
  expect([heads, table]).toEqual([row, row])
})

const short = readDefinition(
  'short',
  `title: 見本
version: 1
fields:
  lead: { type: text, note: 前の文 }
  contact: { type: list, note: 三行 }
blocks:
  - block: paragraph
    text: '{{lead}}'
  - block: records
    entries:
      - { label: 連絡先, list: contact }
      - { label: 終わり, text: 最後の項目 }
`,
)

it.each(lines)('tears no short entry in two, after %i lines', async count => {
  const lead = Array.from({ length: count + 1 }, () => '前の文です。').join('\n')
  const contact = ['個人情報ご相談窓口', '電話 096-000-0000', '平日 10時から17時まで']
  const pages = await runsOf(await print(short, { lead, contact }))
  const holds = (text: string) => pages.findIndex(page => page.some(run => run.text.includes(text.slice(0, 5))))
  expect(new Set(['連絡先', ...contact].map(holds)).size).toBe(1)
})
