import type { RefusalCode } from '../domain/refusal.ts'
import { yenFigure } from './figures.ts'
import type { RefusalSentence } from './refusals.ts'

export const moneyRefusals = {
  unknown_line: 'この明細行は見つかりません。明細と、担当する事業者を確かめてください。',
  line_is_debit: '出金の明細行です。入金の明細行を選んでください。',
  line_is_credit: '入金の明細行です。出金の明細行を選んでください。',
  line_used_up: ({ rest }) =>
    rest === undefined || rest === 0
      ? 'この明細行に仮受金は残っていません。消込、対象外又は返金を取り消すと、仮受金に戻ります。'
      : `この明細行に残っている仮受金は${yenFigure(rest)}です。これを超える額は扱えません。`,
  not_set_aside: 'この明細行は、手数料と関係のないものとされていません。いまの状態を明細行の詳細で確かめてください。',
  line_refund_waits: 'この明細行には承認を待っている返金の申請があります。先に承認するか、認めないかを決めてください。',
  line_refund_missing: 'この明細行に承認された返金、又は返金の申請がありません。先に返金を申請してください。',
  recall_waits:
    'この明細行の組戻しの依頼には、まだ回答していません。先に、責任者が同意するかしないかを決めてください。',
  recall_missing: 'この明細行に組戻しの依頼の記録がありません。先に依頼を記録してください。',
  recall_allocated: 'この入金は案件に充てられています。消込を取り消してから、組戻しに同意してください。',
  nothing_to_explain: 'この出金に結び付く返金、組戻し又は訂正がありません。承認された額と出金の額を確かめてください。',
} as const satisfies Partial<Record<RefusalCode, RefusalSentence>>
