import type { MonthRefusal } from '../domain/money/closing.ts'
import type { ProofName } from '../domain/money/month-sheet-proofs.ts'
import type { OpenAccount } from '../domain/money/month-sheet-suspense.ts'

/** What each line of the tie-out holds against what: left and right. */
export const proofWords: Readonly<Record<ProofName, string>> = {
  sequence: '元帳の番号に欠けがない（欠番の数）',
  kinds: '取引の種類と科目が合う（合わない件数）',
  balance: '資産・費用の残高 ＝ 受入れの使いみちの残高',
  carried: '前月残高 ＋ 増加 － 減少 ＝ 月末残高',
  flow: '全体：前月から ＋ 受入れ ＝ 行き先の合計',
  operator: '事業者別：前月から ＋ 受入れ ＋ 振替 ＝ 行き先の合計',
  moved: '事業者の間の振替の合計 ＝ 0',
  bank: '口座別：前月の未特定 ＋ 入金 ＝ 行き先の合計',
  banks: '口座別の記帳残高の合計 ＝ 預金の残高',
  cases: '案件別：前月から ＋ 受入れ ＝ 行き先の合計（合わない件数）',
  open: '残高の一覧の合計 ＝ 科目の残高',
  negative: '残高が0円を下回るもの（件数）',
}

export const openWords: Readonly<Record<OpenAccount, string>> = {
  unidentified: '仮受金（未特定）',
  held: '預り金（案件）',
  refund_payable: '未払返金',
  in_transit: '未達の振込（△は返金）',
}

export const monthRefusalSentences: Readonly<Record<MonthRefusal, string>> = {
  not_allowed: '作成は経理の担当者、承認は決裁者で、すべての事業者を担当する人だけができます。',
  month_running: 'この月はまだ終わっていません。翌月になってから作成してください。',
  month_not_next: '前の月がまだ締められていません。古い月から順に締めてください。',
  month_signed: 'この月は締め済みです。直しは、翌月以降の日付で新しく記帳してください。',
  month_not_prepared: '精算表がまだ作成されていません。先に経理の担当者が作成してください。',
  same_person: '作成した人は承認できません。別の決裁者が承認してください。',
  sheet_moved: '作成された後に記帳が変わりました。もう一度作成してから、内容を確かめて承認してください。',
  sheet_not_proved: '照合の合わない行があります。差の原因を確かめてください。締めることはできません。',
  sheet_not_printable: '事業者名、口座名または氏名に、印刷できない文字があります。名前の登録を直してください。',
}
