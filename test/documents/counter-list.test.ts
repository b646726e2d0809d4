import { describe, expect, it } from 'vitest'
import { ROWS_A_SHEET } from '../../src/domain/counter.ts'
import { type CounterLine, counterListForm, counterListValues } from '../../src/letters/counter-list.ts'
import { inRows } from '../../src/letters/room.ts'
import { type Run, runsOf, squeeze } from './pdf.ts'
import { definitionOf, print } from './sheets.ts'

const LONGEST = '髙﨑𠮷辻󠄀長宗我部左衛門之介祇󠄀園右衛門太郎兵衛塚本﨑山邊見渡邉齋藤𠮷田髙橋濵﨑德永'
const sender = {
  postcode: '530-0011',
  lines: ['大阪府大阪市北区大深町6番38号', 'グラングリーン大阪 北館 JAM BASE 3階'],
  company: '一般社団法人日本インターネットデータセンターサービス九州沖縄ホールディングス株式会社',
}
const line = (more: Partial<CounterLine> = {}): CounterLine => ({
  name: '髙﨑　𠮷子',
  number: '131-12-38385-2',
  services: ['書留', '配達証明', '本人限定受取'],
  price: 1210,
  ...more,
})
const sheet = (lines: CounterLine[], nth = 1) =>
  print(
    counterListForm(definitionOf('counter-list')),
    counterListValues({
      sender,
      date: '令和8年11月22日',
      first: (nth - 1) * ROWS_A_SHEET + 1,
      lines,
      nth,
      of: nth,
      all: { count: lines.length, sum: 1210 * lines.length },
    }),
  )
const wordsOf = async (pdf: Promise<Buffer>) => {
  const pages = await runsOf(await pdf)
  return {
    pages,
    text: squeeze(
      pages
        .flat()
        .map(run => run.text)
        .join(''),
    ),
  }
}

describe("the counter's list", () => {
  it('has twelve rows, written or not, and says where the written ones end', async () => {
    const { pages, text } = await wordsOf(sheet([line(), line({ name: '山田　太郎' })]))
    expect(pages).toHaveLength(1)
    expect(text.match(/以下余白/g)).toHaveLength(1)
    expect(text).toContain('2通2,420円')
  })

  it('says nothing of blanks on a full sheet, and counts on from the sheet before', async () => {
    const { pages, text } = await wordsOf(
      sheet(
        Array.from({ length: ROWS_A_SHEET }, () => line()),
        2,
      ),
    )
    expect(pages).toHaveLength(1)
    expect(text).not.toContain('以下余白')
    for (const no of ['13髙﨑', '24髙﨑']) expect(text).toContain(no)
    expect(text).toContain('14,520円')
  })

  it('holds the longest names and every option in every row of one sheet', async () => {
    const options = ['書留', '配達証明', '本人限定受取', '速達', '転送不要']
    const lines = Array.from({ length: ROWS_A_SHEET }, () => line({ name: LONGEST, services: options }))
    const { pages, text } = await wordsOf(sheet(lines))
    expect(pages).toHaveLength(1)
    expect(text.split(squeeze(LONGEST))).toHaveLength(ROWS_A_SHEET + 1)
    expect(text.split('書留・配達証明本人限定受取・速達転送不要')).toHaveLength(ROWS_A_SHEET + 1)
  })

  it('sets the numbers that the counter reads and types larger than any other words of a row', async () => {
    const { pages } = await wordsOf(sheet([line()]))
    const size = (word: string) => pages.flat().find((run: Run) => run.text.includes(word))?.size ?? 0
    expect(size('131')).toBeGreaterThanOrEqual(14)
    expect(size('配達証明')).toBeLessThanOrEqual(10)
    expect(size('髙')).toBeLessThan(14)
  })
})

describe('words in rows', () => {
  it.each([
    [
      ['書留', '配達証明', '本人限定受取'],
      ['書留・配達証明', '本人限定受取'],
    ],
    [['本人限定受取', '速達'], ['本人限定受取・速達']],
    [['書留'], ['書留']],
    [[], []],
    [
      ['書留・特定記録郵便物等差出票', '速達'],
      ['書留・特定記録郵便物等差出票', '速達'],
    ],
  ])('of %j are %j', (words, rows) => {
    expect(inRows(words, '・', 9)).toEqual(rows)
  })
})
