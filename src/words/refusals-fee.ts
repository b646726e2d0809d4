import type { RefusalCode } from '../domain/refusal.ts'
import { yenFigure } from './figures.ts'
import type { RefusalSentence } from './refusals.ts'

export const feeRefusals = {
  nothing_owed: '処理するものが残っていません。案件の今の状態を確かめてください。',
  fee_not_due: '納めていただく手数料はありません。届いた入金は預かり、返金してください。',
  fee_not_published: ({ asked }) =>
    asked === undefined
      ? '用紙の額は公表したことのない額です。用紙を確かめてください。'
      : `用紙の額は公表したことのない額です。用紙を確かめるか、空けて今の手数料${yenFigure(asked)}で受け付けてください。`,
  fee_unsettled: '手数料が納められていません。入金を確かめるか、免除を申請してください。',
  fee_already_settled: '手数料はすでに納められています。免除は要りません。',
  means_not_accepted: 'この方法の支払は受け付けていません。預かったうえで、返金又は別の方法をご案内してください。',
  amounts_differ: ({ sum, amount }) =>
    sum === undefined
      ? '金額が合いません。1円以上の金額を入れてください。'
      : `内訳の合計は${yenFigure(sum)}ですが、金額は${yenFigure(amount)}です。枚数と額面を数え直してください。`,
  face_value_unknown: ({ face }) => `${yenFigure(face, 'この額面')}の定額小為替はありません。額面を確かめてください。`,
  order_expired: '発行から6か月を過ぎた定額小為替です。換金できないため、返却して再発行をご案内してください。',
  exceeds_balance: ({ most }) =>
    most === 0
      ? '使える額が残っていません。入金の記録を確かめてください。'
      : `使える額は${yenFigure(most, '残っている額')}までです。1円以上、この額以内で入れてください。`,
  unknown_receipt: 'この入金の記録はありません。入金を選び直してください。',
  ledger_not_zero: ({ held }) =>
    typeof held === 'number' && held > 0
      ? `預かっている入金が${yenFigure(held)}あります。充てるか返金してください。`
      : '納められていない手数料があります。入金を記録するか、免除を申請してください。',
} as const satisfies Partial<Record<RefusalCode, RefusalSentence>>
