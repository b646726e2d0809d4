import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Product, products } from '../../src/domain/money/book-products.ts'
import { BookTerms, defaultBookTerms } from '../../src/domain/money/book-terms.ts'
import type { LedgerAccount, LedgerEntry } from '../../src/domain/money/ledger-entry.ts'
import { exportFile } from '../../src/exports/export-file.ts'
import { journalTotals } from '../../src/exports/journal-rows.ts'
import { entry, legalLedgers } from '../domain/money/legal-ledger.ts'
import { parsed } from './parsed.ts'

const applied = entry({
  seq: 12,
  on: '2026-11-10',
  kind: 'applied',
  debit: 'held',
  credit: 'fees',
  caseNumber: '26000147',
  receipt: 'r1',
})
const unapplied: LedgerEntry = { ...applied, seq: 13, kind: 'unapplied', debit: 'fees', credit: 'held' }
const line = entry({ seq: 11, on: '2026-11-09', line: '40123', account: 'b1', amount: 3500 })
const memo = entry({ seq: 14, kind: 'noted', amount: 0 })

/** With other names for one account of one product. */
const named = (product: Product, account: LedgerAccount, over: object, more: object = {}): BookTerms => {
  const terms = structuredClone(defaultBookTerms)
  Object.assign(terms.products[product].accounts[account], over)
  return { ...terms, ...more }
}

const textOf = (product: Product, entries: readonly LedgerEntry[], terms = defaultBookTerms): string => {
  const made = exportFile(product, entries, terms)
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  return new TextDecoder(made.encoding === 'cp932' ? 'shift_jis' : 'utf-8', { fatal: true, ignoreBOM: true }).decode(
    made.bytes,
  )
}

describe('弥生会計', () => {
  it('gets 25 columns without a heading, in CP932 with CRLF, a fee as taxable income on the day it was applied', () => {
    expect(textOf('yayoi', [applied])).toBe(
      '2000,,,2026/11/10,預り金,開示等手数料,,対象外,3300,0,雑収入,開示等手数料,,課税売上込10%,3300,300,' +
        '手数料に充当 受付番号26000147 元帳12,,,0,,,0,0,no\r\n',
    )
    expect(textOf('yayoi', [unapplied])).toContain(',雑収入,開示等手数料,,課税売返込10%,3300,300,預り金,')
  })

  it('takes the rate of the day', () => {
    expect(textOf('yayoi', [{ ...applied, on: '2019-09-30' as LedgerEntry['on'] }])).toContain('課税売上込8%,3300,244,')
  })

  it('is not written while a character has no place in it: it is named, with the row and the field', () => {
    const terms = named('yayoi', 'bank', { sub: '𠮷野支店' })
    const made = exportFile('yayoi', [applied, line, { ...line, seq: 15 }], terms)
    expect(made).toMatchObject({
      ok: false,
      issues: [{ row: 1, field: 'debit.sub', text: '𠮷野支店', character: '𠮷' }],
    })
    const replaced = named('yayoi', 'bank', { sub: '𠮷野支店' }, { substitutes: { 𠮷: '吉' } })
    expect(textOf('yayoi', [line], replaced)).toContain(',普通預金,吉野支店,')
    const still = named('yayoi', 'bank', { sub: '𠮷野支店' }, { substitutes: { 𠮷: '𡈽' } })
    expect(exportFile('yayoi', [line], still)).toMatchObject({ ok: false, issues: [{ character: '𡈽' }] })
  })

  it('keeps such a character where the file is UTF-8', () => {
    const terms = named('freee', 'bank', { sub: '𠮷野支店' }, { substitutes: { 𠮷: '吉' } })
    expect(textOf('freee', [line], terms)).toContain('𠮷野支店')
  })

  it('says that a name is longer than 弥生 takes', () => {
    const terms = named('yayoi', 'fees', { account: '個人情報開示等請求手数料収入' })
    expect(exportFile('yayoi', [applied], terms)).toEqual(
      expect.objectContaining({
        ok: false,
        issues: [{ row: 1, field: 'credit.account', text: '個人情報開示等請求手数料収入' }],
      }),
    )
  })
})

describe('freee', () => {
  it('gets 振替伝票 with its [表題行], one slip an entry, and no byte order mark before it', () => {
    const [head, row] = parsed(textOf('freee', [applied]))
    expect(head).toHaveLength(33)
    expect(head?.slice(0, 5)).toEqual(['[表題行]', '日付', '伝票番号', '決算整理仕訳', '借方勘定科目'])
    const cells = Object.fromEntries((head ?? []).map((name, at) => [name, row?.[at]]))
    expect(cells).toMatchObject({
      '[表題行]': '[明細行]',
      日付: '2026/11/10',
      伝票番号: '12',
      借方勘定科目: '預り金',
      借方金額: '3300',
      貸方勘定科目: '雑収入',
      貸方補助科目: '開示等手数料',
      貸方税区分: '課税売上10%',
      貸方税額: '300',
      摘要: '手数料に充当 受付番号26000147 元帳12',
    })
  })
})

describe('マネーフォワード', () => {
  it('gets its 27 columns in UTF-8 with a byte order mark, and reckons the tax itself', () => {
    const text = textOf('money_forward', [applied])
    expect(text.startsWith('\uFEFF取引No,取引日,借方勘定科目,')).toBe(true)
    const [head, row] = parsed(text.slice(1))
    expect(head).toHaveLength(27)
    const cells = Object.fromEntries((head ?? []).map((name, at) => [name, row?.[at]]))
    expect(cells).toMatchObject({ 取引No: '12', 貸方税区分: '課税売上 10%', '貸方金額(円)': '3300', 貸方税額: '0' })
  })
})

describe('every product', () => {
  it.each(products)('%s: what was written reads back, and debits, credits and the ledger agree', product => {
    fc.assert(
      fc.property(legalLedgers, entries => {
        const made = exportFile(product, entries, defaultBookTerms)
        const records = parsed(textOf(product, entries).replace(/^\uFEFF/, ''))
        const body = product === 'yayoi' ? records : records.slice(1)
        const moving = entries.filter(each => each.amount !== 0)
        expect(body).toHaveLength(moving.length)
        const [debit, credit] = { yayoi: [8, 14], freee: [15, 29], money_forward: [8, 16] }[product] as [number, number]
        const sum = (at: number) => body.reduce((total, cells) => total + Number(cells[at]), 0)
        const all = moving.reduce((total, each) => total + each.amount, 0)
        expect([sum(debit), sum(credit)]).toEqual([all, all])
        for (const [account, total] of journalTotals(made.rows)) {
          const of = (side: 'debit' | 'credit') =>
            moving.reduce((sums, each) => sums + (each[side] === account ? each.amount : 0), 0)
          expect(total).toEqual({ debit: of('debit'), credit: of('credit') })
        }
        expect(body.every(cells => cells.length === body[0]?.length)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it.each(products)('%s: a name that a spreadsheet would run is guarded, commas and quotes survive', product => {
    const terms = named(product, 'fees', { account: '=SUM(A1)', sub: '甲,"乙"' })
    const text = textOf(product, [applied], terms)
    expect(parsed(text).flat()).toEqual(expect.arrayContaining(["'=SUM(A1)", '甲,"乙"']))
    expect(text).toContain('"甲,""乙"""')
  })

  it('writes no row for what moves nothing, and nothing about a person', () => {
    expect(parsed(textOf('yayoi', [memo, line]))).toHaveLength(1)
    expect(textOf('yayoi', [line])).toContain('入金明細 明細40123 元帳11')
  })

  it('names the 補助科目 of each bank account', () => {
    expect(textOf('yayoi', [line], { ...defaultBookTerms, banks: { b1: 'みずほ本店' } })).toContain(
      '普通預金,みずほ本店,',
    )
  })

  it('rounds the tax as the settings say', () => {
    const odd = { ...applied, amount: 1415 as LedgerEntry['amount'] }
    const tax = (rounding: BookTerms['rounding']) =>
      parsed(textOf('yayoi', [odd], { ...defaultBookTerms, rounding }))[0]?.[15]
    expect([tax('floor'), tax('round'), tax('ceil')]).toEqual(['128', '129', '129'])
  })
})

describe('the settings', () => {
  it('come complete, and refuse a name that is empty, too long or not one character', () => {
    expect(BookTerms.parse(defaultBookTerms)).toEqual(defaultBookTerms)
    expect(BookTerms.safeParse(named('freee', 'fees', { account: ' ' })).success).toBe(false)
    expect(BookTerms.safeParse(named('freee', 'fees', { account: '長'.repeat(25) })).success).toBe(false)
    expect(BookTerms.safeParse(named('freee', 'fees', { account: '雑\n収入' })).success).toBe(false)
    expect(BookTerms.safeParse({ ...defaultBookTerms, substitutes: { 吉田: '吉' } }).success).toBe(false)
  })
})
