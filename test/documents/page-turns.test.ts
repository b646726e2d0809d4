import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../src/documents/definition.ts'
import type { Values } from '../../src/documents/render.ts'
import { linesOf, runsOf } from './pdf.ts'
import { definitionOf, definitions, fixtureOf, print } from './sheets.ts'

const form = (fields: string, blocks: string) =>
  readDefinition(
    'sample',
    `title: 見本
version: 1
fields:
  lead: { type: text, note: 前の文 }
  ${fields}
blocks:
  - block: paragraph
    text: '{{lead}}'
${blocks}`,
  )
const lead = (lines: number) => Array.from({ length: lines }, () => '前の文です。').join('\n')
const counts = Array.from({ length: 16 }, (_, at) => 26 + at)

const printed = async (definition: ReturnType<typeof form>, values: Values) =>
  (await runsOf(await print(definition, values))).map(linesOf)

describe.each(counts)('after %i lines', count => {
  it.each([2, 3, 4, 5, 9])('a paragraph of %i lines leaves none of them alone on a page', async length => {
    const words = '乙'.repeat(44 * length - 9)
    const pages = await printed(
      form('words: { type: text, note: 文 }', "  - { block: paragraph, indent: false, text: '{{words}}' }\n"),
      {
        lead: lead(count),
        words,
      },
    )
    const held = pages.map(lines => lines.filter(line => line.startsWith('乙')).length).filter(lines => lines > 0)
    expect(held.reduce((sum, each) => sum + each, 0)).toBe(length)
    if (held.length > 1) expect(Math.min(...held)).toBeGreaterThanOrEqual(2)
  })

  it('記 stands with its first item, and a mark with its words', async () => {
    const definition = form(
      'list: { type: list, note: 箇条 }',
      `  - { block: items, list: list, mark: □ }
  - block: records
    entries: [{ label: 札, list: list }]
`,
    )
    const list = ['長い文です。'.repeat(20), '二つ目。'.repeat(8), '三つ目。']
    const pages = await printed(definition, { lead: lead(count - 6), list })
    const with記 = pages.find(lines => lines.includes('記')) ?? expect.fail('no 記')
    expect(with記.some(line => line.includes('札'))).toBe(true)
    expect(pages.flat().filter(line => line === '□')).toEqual([])
  })

  it('a short row of an item is not torn, and a long item says on the next page what it is', async () => {
    const definition = form(
      'rows: { type: rows, columns: [item, facts], note: 理由 }',
      `  - block: records
    heading: ''
    entries:
      - label: "開示しない\\n理由"
        each: rows
        texts: [{ label: 項目, text: '{{rows.item}}' }, { label: 事実, text: '{{rows.facts}}' }]
      - { label: 次, text: 次の項目 }
`,
    )
    const rows = Array.from({ length: 4 }, (_, at) => ({ item: `項目${at}`, facts: `事実${at}${'の文'.repeat(40)}` }))
    const runs = await runsOf(await print(definition, { lead: lead(count), rows }))
    const pages = runs.map(linesOf)
    const pageOf = (text: string) => pages.findIndex(lines => lines.some(line => line.includes(text)))
    for (const at of rows.keys()) expect(pageOf(`項目${at}`)).toBe(pageOf(`事実${at}`))
    for (const [at, lines] of pages.entries()) {
      const goes = at > pageOf('項目0') && lines.some(line => /項目\d|事実\d/.test(line))
      expect(lines.some(line => line.includes('（続き）'))).toBe(goes)
    }
    const labels = runs.flatMap((page, at) =>
      page.filter(run => run.size > 10 && run.x < 140).map(run => ({ ...run, at })),
    )
    const spots = labels
      .filter(run => run.text.trim() !== '')
      .map(({ at, x, y }) => `${at} ${Math.round(x)} ${Math.round(y)}`)
    expect(new Set(spots).size).toBe(spots.length)
  })
})

const LETTERS = ['reply-disclosure-refusal', 'reply-absent', 'supplement-request', 'fee-notice', 'form-cover']
const ends = LETTERS.flatMap(id => Array.from({ length: 12 }, (_, at): [string, number] => [id, at * 3]))

it.each(ends)(
  '%s with %i more lines does not end on a page of a few lines, nor of addresses alone',
  async (id, more) => {
    const own = fixtureOf(id)
    const complaint = [
      '一般財団法人日本情報経済社会推進協会 個人情報保護苦情相談室（認定個人情報保護団体）　電話 0120-000-000',
    ]
    const field = id === 'form-cover' ? 'fee' : 'target'
    const words = `${String(own[field])}${'追加した文です。'.repeat(more * 4)}`
    const pages = await printed(definitionOf(id), { ...own, complaint, [field]: words })
    if (pages.length === 1) return
    const last = pages.at(-1) ?? []
    expect(last.length).toBeGreaterThanOrEqual(6)
    expect(last[0]).not.toMatch(/お問い合わせ先|苦情の申出先|以上/)
  },
)

it('every letter minds its last page, and no form that is filled in by hand is set closer', () => {
  for (const { id, blocks, layout } of definitions.values()) {
    const letter = blocks.some(({ block }) => block === 'sender')
    expect([id, layout?.leastLines ?? 0]).toEqual([id, letter ? 6 : 0])
  }
})
