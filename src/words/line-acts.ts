import type { LineAct } from '../domain/money/line-acts.ts'
import type { asideReasons, debitReasons } from '../domain/money/line-aside.ts'

interface LineActWords {
  readonly label: string
  readonly title: string
  readonly help: string
}

export const lineActWords: Readonly<Record<LineAct, LineActWords>> = {
  setAside: {
    label: '手数料以外の入金にする',
    title: '手数料以外の入金',
    help: 'この口座に入った、開示等の手数料ではないお金です。仮受金から外し、月次の精算表に別に載せます。あとで戻せます。',
  },
  takeBack: {
    label: '仮受金に戻す',
    title: '仮受金に戻す',
    help: '手数料以外の入金としたものを、もう一度仮受金として扱います。',
  },
  noteLine: { label: '覚え書きを残す', title: '覚え書き', help: '調べたこと、問い合わせたことを残します。' },
  proposeLineRefund: {
    label: '返金を申請する',
    title: '返金の申請',
    help: 'どの案件のものでもないお金を、振り込んだ人へ返します。別の責任者が承認し、出金の明細と結び付けて終わります。',
  },
  approveLineRefund: {
    label: '返金を承認する',
    title: '返金の承認',
    help: '承認した額は仮受金から外れ、未払の返金になります。申請した人は承認できません。',
  },
  declineLineRefund: { label: '返金を認めない', title: '返金の不承認', help: '申請を認めない理由を残します。' },
  withdrawLineRefund: {
    label: '返金を取り下げる',
    title: '返金の取下げ',
    help: '承認した返金を送らないことにします。仮受金に戻ります。',
  },
  requestRecall: {
    label: '組戻しの依頼を記録する',
    title: '組戻しの依頼',
    help: '振込元の銀行から、組戻し（振込の取消し）の依頼が届いたことを記録します。応じるかどうかは責任者が決めます。',
  },
  agreeToRecall: {
    label: '組戻しに同意する',
    title: '組戻しの同意',
    help: '案件に充てたお金は、先に消込を取り消してください。出金の明細と結び付けて終わります。',
  },
  refuseRecall: { label: '組戻しに同意しない', title: '組戻しの不同意', help: '同意しない理由を残します。' },
  setDebitAside: {
    label: '手数料と関係のない出金にする',
    title: '手数料と関係のない出金',
    help: '振込手数料など、返金でも組戻しでもない出金です。あとで戻せます。',
  },
  takeDebitBack: { label: '出金の理由を外す', title: '出金の理由を外す', help: 'この出金をもう一度調べます。' },
}

export const asideReasonWords: Readonly<Record<(typeof asideReasons)[number] | (typeof debitReasons)[number], string>> =
  {
    other_business: 'ほかの業務の入出金',
    own_transfer: '自社の口座間の振替',
    interest: '預金の利息',
    bank_fee: '銀行の手数料',
    other: 'その他（銀行の取消・訂正など）',
  }

const lineFieldWords: Readonly<Record<string, string>> = {
  reason: '理由',
  note: '覚え書き',
  amount: '金額',
  why: '理由',
  on: '依頼を受けた日',
  'payee.bank': '銀行名',
  'payee.branch': '支店名',
  'payee.kind': '口座の種類',
  'payee.number': '口座番号',
  'payee.holder': '口座名義（カナ）',
}

/** The same words as on the page of a case (words/verb-fields.ts): whoever refunds does it in both places. */
const actFieldWords: { readonly [act in LineAct]?: Readonly<Record<string, string>> } = {
  proposeLineRefund: { amount: '返金する額', why: '返金する理由' },
  declineLineRefund: { why: '認めない理由' },
  withdrawLineRefund: { why: '取り下げる理由' },
  requestRecall: { amount: '組戻しの額' },
  refuseRecall: { why: '同意しない理由' },
}

export const lineFieldLabel = (act: LineAct, path: string): string =>
  actFieldWords[act]?.[path] ?? lineFieldWords[path] ?? path
