import { csvFile } from '../domain/csv-cell.ts'
import type { MonthSheet } from '../domain/money/month-sheet.ts'
import type { BankFlow } from '../domain/money/month-sheet-banks.ts'
import type { CaseFlow } from '../domain/money/month-sheet-cases.ts'
import type { Flow } from '../domain/money/month-sheet-flows.ts'
import { ledgerAccountWords, ledgerKindWords } from '../words/ledger.ts'
import { openWords, proofWords } from '../words/month-sheet.ts'
import type { SheetNames } from './month-sheet-rows.ts'

const flowWords: Readonly<Record<keyof Flow, string>> = {
  brought: '前月から',
  received: '受入れ',
  moved: '振替',
  applied: '手数料に充当',
  kept: '返金不要で受入れ',
  notOurs: '手数料以外の入金',
  returned: '返却・返金',
  unidentified: '月末の仮受金（未特定）',
  held: '月末の預り金（案件）',
  payable: '月末の未払返金',
}
const bankWords: Readonly<Record<Exclude<keyof BankFlow, 'account'>, string>> = {
  brought: '前月の未特定',
  received: '入金',
  toCases: '案件へ',
  linked: '未達の確認',
  notOurs: '手数料以外',
  returned: '組戻し・返金',
  unidentified: '月末の未特定',
  out: '出金',
  opening: '前月の記帳残高',
  closing: '月末の記帳残高',
}
const caseWords: Readonly<Record<Exclude<keyof CaseFlow, 'caseNumber' | 'operator'>, string>> = {
  brought: '前月から',
  received: '受入れ',
  applied: '手数料に充当',
  kept: '返金不要',
  returned: '返却・返金',
  held: '月末の預り',
  payable: '月末の未払返金',
}

const parts = <K extends string>(words: Readonly<Record<K, string>>, of: Readonly<Record<K, number>>) =>
  (Object.keys(words) as K[]).map(key => [words[key], of[key]] as const)

/** The whole sheet in a long table for a spreadsheet: 表, 対象, 項目, 金額 (a plain number), 補足. */
export const monthSheetCsv = (sheet: MonthSheet, names: SheetNames): string => {
  const rows: (readonly [string, string, string, number, string])[] = [
    ...parts(flowWords, sheet.total).map(([item, sum]) => ['全体', '', item, sum, ''] as const),
    ...sheet.accounts.flatMap(row => {
      const account = ledgerAccountWords[row.account]
      const own = [
        ['前月残高', row.opening],
        ['増加', row.increase],
        ['減少', row.decrease],
        ['月末残高', row.closing],
      ] as const
      return [
        ...own.map(([item, sum]) => ['科目別', account, item, sum, ''] as const),
        ...row.movements.map(each => ['種類別', account, ledgerKindWords[each.kind], each.amount, ''] as const),
      ]
    }),
    ...sheet.operators.flatMap(flow =>
      parts(flowWords, flow).map(([item, sum]) => ['事業者別', names.operator(flow.operator), item, sum, ''] as const),
    ),
    ...sheet.banks.flatMap(flow =>
      parts(bankWords, flow).map(([item, sum]) => ['口座別', names.bank(flow.account), item, sum, ''] as const),
    ),
    ...sheet.open.map(row => {
      const of = row.caseNumber ?? (row.line === undefined ? '' : `明細 ${row.line}`)
      return ['月末の残', of, openWords[row.account], row.amount, `${row.since}から${row.days}日`] as const
    }),
    ...sheet.cases.flatMap(flow =>
      parts(caseWords, flow).map(([item, sum]) => ['案件別', flow.caseNumber, item, sum, ''] as const),
    ),
    ...sheet.proofs.map(each => {
      const account = ledgerAccountWords[each.of as keyof typeof ledgerAccountWords]
      const of =
        each.of === undefined ? '' : (account ?? (each.proof === 'bank' ? names.bank : names.operator)(each.of))
      return ['照合', of, proofWords[each.proof], each.difference, each.holds ? '一致' : '差あり'] as const
    }),
  ]
  return csvFile([
    ['表', '対象', '項目', '金額', '補足'],
    ...rows.map(([table, of, item, sum, more]) => [table, of, item, String(sum), more]),
  ])
}
