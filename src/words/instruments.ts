import { daysBetween, type PlainDate } from '../domain/day.ts'
import { longDay } from '../domain/era.ts'
import type { Stamps } from '../domain/fee.ts'
import type { CountReason } from '../domain/money/counting.ts'
import type { InstrumentAct } from '../domain/money/instrument-acts.ts'
import type { LedgerKind } from '../domain/money/ledger-entry.ts'
import { type OrderRow, type OrderState, worthOf } from '../domain/money/order-book.ts'
import type { StampPurpose } from '../domain/money/stamp-rules.ts'
import { formatYen, yen } from '../domain/yen.ts'

export const orderStateWords: Readonly<Record<OrderState, string>> = {
  held: '手もとにあり',
  cashed: '換金済み',
  returned: '返却済み',
  reversed: '記録を取消し',
}

export const instrumentActWords: Readonly<Record<InstrumentAct, string>> = {
  cashOrders: '定額小為替を換金する',
  useStamps: '切手を使う',
  exchangeStamps: '切手を交換する',
  countStamps: '切手を棚卸する',
  bankCash: '現金を銀行に預ける',
  countCash: '現金を数える',
  takeBackEntry: '記録を取り消す',
  proveBanked: '銀行の明細と結び付ける',
}

/** Said once after a deed. */
export const instrumentDone: Readonly<Record<InstrumentAct, string>> = {
  cashOrders: '定額小為替の換金を記録しました。',
  useStamps: '切手の使用を記録しました。',
  exchangeStamps: '切手の交換を記録しました。',
  countStamps: '切手の棚卸を記録しました。',
  bankCash: '現金の預入れを記録しました。銀行の明細を取り込んだら結び付けてください。',
  countCash: '現金の実査を記録しました。',
  takeBackEntry: '記録を取り消しました。',
  proveBanked: '銀行の明細と結び付けました。',
}

export const purposeWords: Readonly<Record<StampPurpose, string>> = {
  postage: '郵便料に使った',
  sold: '額面どおりに現金と替えた',
}

export const countReasonWords: Readonly<Record<CountReason, string>> = {
  missing: '見当たらない',
  surplus: '余分に見つかった',
  misbooked: '前の記録の誤り',
  damaged: '汚れ・破れで使えない',
}

/** Fields of the forms, by their names. */
export const instrumentFields = {
  orders: '定額小為替',
  on: '日付',
  where: '換金した郵便局',
  into: '入金先',
  operator: '事業者',
  stamps: '切手',
  got: '受け取った切手',
  purpose: '使いみち',
  caseNumber: '受付番号',
  with: 'いっしょに数えた担当者',
  reason: '合わない理由',
  amount: '金額',
  counted: '数えた金額',
  entry: '記録',
  line: '銀行の明細',
} as const

/** What a line of the stamp book or the cash box is, with the words of its own facts. */
export const moveWords = (
  { kind, amount, body }: { kind: LedgerKind; amount: number; body: Readonly<Record<string, unknown>> },
  nameOf: (staff: string) => string,
): string => {
  if (typeof body.takesBack === 'number') return `取消（記録${body.takesBack}）`
  switch (kind) {
    case 'received':
      return '手数料として受領'
    case 'reversed':
      return '受領の取消'
    case 'returned':
    case 'refund_paid':
      return '返金・おつり'
    case 'orders_cashed':
      return `定額小為替の換金${typeof body.where === 'string' ? `（${body.where}）` : ''}`
    case 'stamps_used':
      if (body.purpose === 'exchange') return '切手の交換（差は手数料）'
      return body.purpose === 'sold' ? purposeWords.sold : purposeWords.postage
    case 'cash_banked':
      return '銀行に預入れ'
    case 'stamps_counted':
    case 'cash_counted': {
      const reason = typeof body.reason === 'string' ? countReasonWords[body.reason as CountReason] : undefined
      const other = typeof body.with === 'string' ? `${nameOf(body.with)}が確認` : ''
      return `${kind === 'cash_counted' ? '実査' : '棚卸'}（${[reason ?? (amount === 0 ? '合致' : ''), other].filter(Boolean).join('、')}）`
    }
    default:
      return 'そのほか'
  }
}

/** One sentence for each last day, soonest first: what dies when, and what to do about it. `dying`: as `dyingOrders` gives them. */
export const orderWarnings = (dying: readonly OrderRow[], today: PlainDate): { late: boolean; sentence: string }[] =>
  [...Map.groupBy(dying, order => order.lastDay)].map(([lastDay, orders]) => {
    const what = `定額小為替（${orders.length}枚、${formatYen(yen(worthOf(orders)))}）の有効期限が ${longDay(lastDay)}に`
    const left = daysBetween(today, lastDay)
    if (left < 0)
      return { late: true, sentence: `${what}切れました。換金できません。返却し、再発行をご案内してください。` }
    return { late: left <= 3, sentence: `${what}切れます。${left === 0 ? '本日中に' : ''}窓口で現金化してください。` }
  })

/** 84円×3、10円×2 */
export const stampsInWords = (stamps: readonly Stamps[]): string =>
  stamps.map(({ face, count }) => `${face}円×${count}`).join('、')
