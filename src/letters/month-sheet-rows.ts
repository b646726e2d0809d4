import type { PlainDate } from '../domain/day.ts'
import type { LedgerAccount } from '../domain/money/ledger-entry.ts'
import type { MonthSheet } from '../domain/money/month-sheet.ts'
import { bankSides } from '../domain/money/month-sheet-banks.ts'
import { caseSides } from '../domain/money/month-sheet-cases.ts'
import { type Flow, sides } from '../domain/money/month-sheet-flows.ts'
import type { Proof } from '../domain/money/month-sheet-proofs.ts'
import { type OpenRow, openAccounts } from '../domain/money/month-sheet-suspense.ts'
import { ledgerAccountWords, ledgerKindWords } from '../words/ledger.ts'
import { openWords, proofWords } from '../words/month-sheet.ts'

/** Names for the ids that a sheet holds; null is nobody's yet. */
export interface SheetNames {
  readonly operator: (id: string | null) => string
  readonly bank: (id: string | null) => string
}

/** 3,300; accountants write △ for less than nothing. */
export const figure = (amount: number): string => `${amount < 0 ? '△' : ''}${Math.abs(amount).toLocaleString('en-US')}`

export const agreed = (left: number, right: number): string => (left === right ? '一致' : `差 ${figure(left - right)}`)

/** What came = what became of it: the two sides of the whole desk, each with its sum. */
export const totalRows = ({ total }: MonthSheet) => {
  const { left, right } = sides(total)
  const row = (label: string, amount: number, mark = '') => ({ label, amount: figure(amount), mark })
  return [
    row('前月から（仮受金・預り金・未払返金）', total.brought),
    row('この月の受入れ', total.received),
    row('合計（ア）', left),
    row('手数料に充当', total.applied),
    row('返却・返金（組戻しを含む）', total.returned),
    row('返金不要で受入れ', total.kept),
    row('手数料以外の入金', total.notOurs),
    row('月末の仮受金（未特定）', total.unidentified),
    row('月末の預り金（案件）', total.held),
    row('月末の未払返金', total.payable),
    row('合計（イ）', right),
    row('差（ア－イ）', left - right, agreed(left, right)),
  ]
}

/** Each account that has moved or holds something, and below it what moved it. */
export const accountRows = ({ accounts }: MonthSheet) =>
  accounts
    .filter(row => [row.opening, row.increase, row.decrease, row.closing].some(amount => amount !== 0))
    .flatMap(({ account, opening, increase, decrease, closing, movements }) => [
      {
        account: ledgerAccountWords[account],
        opening: figure(opening),
        increase: figure(increase),
        decrease: figure(decrease),
        closing: figure(closing),
      },
      ...movements.map(({ kind, amount }) => ({
        account: `　${ledgerKindWords[kind]}`,
        opening: '',
        increase: amount > 0 ? figure(amount) : '',
        decrease: amount < 0 ? figure(-amount) : '',
        closing: '',
      })),
    ])

const flowRow = (operator: string, flow: Flow) => ({
  operator,
  brought: figure(flow.brought),
  received: figure(flow.received),
  moved: figure(flow.moved),
  applied: figure(flow.applied),
  returned: figure(flow.returned),
  kept: figure(flow.kept),
  notOurs: figure(flow.notOurs),
  left: figure(flow.unidentified + flow.held + flow.payable),
  mark: agreed(sides(flow).left, sides(flow).right),
})

export const operatorRows = ({ operators, total }: MonthSheet, names: SheetNames) =>
  operators.length === 0
    ? []
    : [...operators.map(flow => flowRow(names.operator(flow.operator), flow)), flowRow('計', total)]

export const bankRows = ({ banks }: MonthSheet, names: SheetNames) =>
  banks.map(flow => ({
    bank: names.bank(flow.account),
    brought: figure(flow.brought),
    received: figure(flow.received),
    toCases: figure(flow.toCases),
    linked: figure(flow.linked),
    notOurs: figure(flow.notOurs),
    returned: figure(flow.returned),
    left: figure(flow.unidentified),
    out: figure(flow.out),
    closing: figure(flow.closing),
    mark: agreed(bankSides(flow).left, bankSides(flow).right),
  }))

/** 26-00014-7 */
export const shownNumber = (number: string): string =>
  /^\d{8}$/.test(number) ? `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}` : number

const nameOf = ({ line, caseNumber, receipt }: OpenRow): string =>
  [caseNumber === undefined ? '' : shownNumber(caseNumber), receipt ?? '', line === undefined ? '' : `明細 ${line}`]
    .filter(part => part !== '')
    .join(' ') || '—'

/** Oldest first, each kind closed by its sum. */
export const openTable = ({ open }: MonthSheet, names: SheetNames) =>
  openAccounts.flatMap(account => {
    const own = open.filter(row => row.account === account)
    if (own.length === 0) return []
    return [
      ...own.map(row => ({
        what: openWords[account],
        number: nameOf(row),
        operator: row.bank === undefined || row.operator !== null ? names.operator(row.operator) : names.bank(row.bank),
        since: row.since as PlainDate | '',
        days: `${row.days}日`,
        amount: figure(row.amount),
      })),
      {
        what: `${openWords[account]}　計`,
        number: `${own.length}件`,
        operator: '',
        since: '' as const,
        days: '',
        amount: figure(own.reduce((sum, row) => sum + row.amount, 0)),
      },
    ]
  })

export const caseRows = ({ cases }: MonthSheet) =>
  cases.map(flow => ({
    number: shownNumber(flow.caseNumber),
    brought: figure(flow.brought),
    received: figure(flow.received),
    applied: figure(flow.applied),
    returned: figure(flow.returned),
    kept: figure(flow.kept),
    held: figure(flow.held),
    payable: figure(flow.payable),
    mark: agreed(caseSides(flow).left, caseSides(flow).right),
  }))

/** One row a proof: those of many accounts that hold are summed, one that does not stands for itself. */
export const proofRows = ({ proofs }: MonthSheet, names: SheetNames) =>
  [...Map.groupBy(proofs, each => each.proof)].flatMap(([, same]) => {
    const [first] = same
    const holding = same.filter(each => each.holds)
    const wrong = same.filter(each => !each.holds).map(each => proofRow(each, ofWhat(each, names)))
    if (first === undefined || first.of === undefined) return same.map(each => proofRow(each, ''))
    if (holding.length === 0) return wrong
    const sum = (side: 'left' | 'right') => holding.reduce((total, each) => total + each[side], 0)
    const summed = { ...first, left: sum('left'), right: sum('right'), holds: true }
    return [proofRow(summed, `${holding.length}件の計`), ...wrong]
  })

const proofRow = ({ proof, left, right, holds }: Proof, of: string) => ({
  proof: proofWords[proof],
  of,
  left: figure(left),
  right: figure(right),
  mark: holds ? '一致' : `差 ${figure(left - right)}`,
})

const ofWhat = ({ proof, of = null }: Proof, names: SheetNames): string => {
  if (proof === 'operator') return names.operator(of)
  return proof === 'bank' ? names.bank(of) : (ledgerAccountWords[of as LedgerAccount] ?? '')
}
