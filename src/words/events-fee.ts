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
  FeeReminded: ({ dueOn }) => `手数料のお支払いを、${longDay(dueOn)}までとして改めてご案内しました。`,
  // Of cash that two people count the sum stands where it is kept: who counts second reads this before.
  FeeReceived: ({ receipt, means, amount, receivedOn, line, held }) =>
    `${longDay(receivedOn)}に${meansWords[means]}${line === undefined ? '' : '（銀行の明細）'}${
      held === 'count_unconfirmed' ? '' : `で${formatYen(amount)}`
    }を受け取り、${itemName(receipt)}としました。${
      held === undefined ? '' : `${heldWords[held] ?? '確かめることがある'}ため、預かりとしました。`
    }`,
  CashRecounted: ({ receipt, held }) =>
    `${itemName(receipt)}の現金を二人目が数え、額が合うことを確かめました。${
      held === undefined ? '' : `${heldWords[held] ?? '確かめることがある'}ため、預かりのままとしました。`
    }`,
  CashMiscounted: ({ receipt }) => `${itemName(receipt)}の現金を二人目が数えましたが、額が合いませんでした。`,
  FeeLineLinked: ({ receipt }) => `${itemName(receipt)}を銀行の明細と結び付けました。`,
  FeeLineUnlinked: ({ receipt }) => `${itemName(receipt)}と銀行の明細の結び付きを取り消しました。`,
  FeeApplied: ({ receipt, amount }) => `${itemName(receipt)}から${formatYen(amount)}を手数料に充てました。`,
  WaiverProposed: ({ amount }) => `手数料${formatYen(amount)}の免除を申請しました。`,
  FeeWaived: ({ amount }) => `手数料${formatYen(amount)}の免除を承認しました。`,
  WaiverDeclined: () => '手数料の免除を認めませんでした。',
  FeeKept: ({ amount }) => `納められた${formatYen(amount)}を返さないことに決めました。`,
  FeeReversed: ({ receipt }) => `${itemName(receipt)}の記録を取り消しました。`,
  FeeUnapplied: ({ receipt, amount }) => `${itemName(receipt)}から充てた${formatYen(amount)}を戻しました。`,
  FeeRefunded: ({ receipt, amount, means, on }) =>
    `${longDay(on)}に${itemName(receipt)}から${formatYen(amount)}を${meansWords[means]}で返金しました。`,
  RefundProposed: ({ receipt, amount }) =>
    `${itemName(receipt)}から${formatYen(amount)}の振込による返金を申請しました。`,
  RefundApproved: ({ receipt, amount }) =>
    `${itemName(receipt)}から${formatYen(amount)}の振込による返金を承認しました。`,
  RefundDeclined: ({ receipt }) => `${itemName(receipt)}の振込による返金を認めませんでした。`,
  RefundWithdrawn: ({ receipt, amount }) =>
    `${itemName(receipt)}の返金${formatYen(amount)}を取り下げ、預りに戻しました。`,
  RefundUnsent: ({ receipt, amount, bounced }) =>
    bounced
      ? `${itemName(receipt)}の返金${formatYen(amount)}が戻ってきたため、預りに戻しました。`
      : `${itemName(receipt)}の返金${formatYen(amount)}の出金の記録を取り消しました。`,
  RefundGivenUp: ({ receipt, amount }) =>
    `${itemName(receipt)}の残り${formatYen(amount)}について、返金不要の申出を記録しました。`,
} as const satisfies Partial<EventSentences<CaseEvent['type']>>
