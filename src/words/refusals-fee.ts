import type { RefusalCode } from '../domain/refusal.ts'
import { dayFigure, yenFigure } from './figures.ts'
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
  order_number_twice: ({ number }) =>
    `証書番号${number === undefined ? '' : `「${number}」`}の定額小為替は、すでに記録されているか、二度入っています。番号を確かめてください。`,
  count_unconfirmed: '二人目が数えていない現金です。別の担当者が数え直し、額が合うことを確かめてください。',
  counts_differ: '数えた額が二度とも合いませんでした。入金の記録を取り消し、数え直して記録してください。',
  receipt_of_line: '銀行の明細と結び付いた入金です。取り消すときは、入金消込の画面で結び付きを取り消してください。',
  refund_open: '振込による返金が済んでいません。振り込んで記録するか、返金を取り下げてください。',
  refund_not_approved: ({ due }) =>
    due === undefined
      ? '振込による返金は、申請して責任者の承認を受けてから記録してください。'
      : `承認された返金は${yenFigure(due)}です。その額で記録してください。`,
  reminded_twice: '督促は2回までです。免除を申請するか、取下げとみなすか判断してください。',
  fee_day_open: ({ day }) =>
    `お支払いの期限（${dayFigure(day, '先の日')}）がまだ過ぎていません。期限の翌日から督促できます。`,
  fee_not_reminded: '手数料をまだ督促していません。督促し、その期限が過ぎてから取下げとみなしてください。',
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
