import type { CaseEvent } from '../domain/case.ts'
import { longDay } from '../domain/era.ts'
import { formatYen } from '../domain/yen.ts'
import type { EventSentences } from './events.ts'
import { itemName } from './item-names.ts'
import { heldWords, meansWords } from './payments.ts'
import { kindsInWords } from './requests.ts'

export const feeEvents = {
  FeeAsked: ({ kinds, asked, tax, rate, olderForm }) =>
    `${kindsInWords(kinds)}の手数料を${formatYen(asked)}（うち消費税${rate}%、${formatYen(tax)}）としました。${
      olderForm ? '以前の用紙に書かれた額によります。' : ''
    }`,
  FeeRequested: ({ dueOn }) => `${longDay(dueOn)}までの手数料のお支払いをご案内しました。`,
  FeeReceived: ({ receipt, means, amount, receivedOn, held }) =>
    `${longDay(receivedOn)}に${meansWords[means]}で${formatYen(amount)}を受け取り、${itemName(receipt)}としました。${
      held === undefined ? '' : `${heldWords[held] ?? '確かめることがある'}ため、預かりとしました。`
    }`,
  FeeApplied: ({ receipt, amount }) => `${itemName(receipt)}から${formatYen(amount)}を手数料に充てました。`,
  WaiverProposed: ({ amount }) => `手数料${formatYen(amount)}の免除を申請しました。`,
  FeeWaived: ({ amount }) => `手数料${formatYen(amount)}の免除を承認しました。`,
  WaiverDeclined: () => '手数料の免除を認めませんでした。',
  FeeKept: ({ amount }) => `納められた${formatYen(amount)}を返さないことに決めました。`,
  FeeReversed: ({ receipt }) => `${itemName(receipt)}の記録を取り消しました。`,
  FeeUnapplied: ({ receipt, amount }) => `${itemName(receipt)}から充てた${formatYen(amount)}を戻しました。`,
  FeeRefunded: ({ receipt, amount, means, on }) =>
    `${longDay(on)}に${itemName(receipt)}から${formatYen(amount)}を${meansWords[means]}で返金しました。`,
  RefundGivenUp: ({ receipt, amount }) =>
    `${itemName(receipt)}の残り${formatYen(amount)}について、返金不要の申出を記録しました。`,
} as const satisfies Partial<EventSentences<CaseEvent['type']>>
