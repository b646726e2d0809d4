import type { Verb } from '../domain/case.ts'
import type { VerbWords } from './verbs.ts'

export const feeVerbs = {
  requestFee: {
    label: '手数料をご案内する',
    title: '手数料のご案内',
    help: '支払の期限を記録します。入金まで社内の期限は止まりますが、法第39条の2週間は止まりません。',
    facet: 'fee',
  },
  receiveFee: {
    label: '入金を記録する',
    title: '手数料の受領',
    help: '届いた額をそのまま記録します。多いとき、足りないとき、受けられない方法のときも記録してください。',
    facet: 'fee',
  },
  applyFee: {
    label: '手数料に充てる',
    title: '手数料への充当',
    help: '預かっている入金を、この案件の手数料に充てます。',
    facet: 'fee',
  },
  proposeWaiver: {
    label: '免除を申請する',
    title: '手数料の免除の申請',
    help: '残っている手数料の免除を申請します。別の責任者が承認すると免除されます。',
    facet: 'fee',
  },
  approveWaiver: {
    label: '免除を承認する',
    title: '手数料の免除の承認',
    facet: 'fee',
    irreversible: '残っている手数料を免除します。免除した手数料をもう一度求めることはできません。',
  },
  declineWaiver: {
    label: '免除を認めない',
    title: '手数料の免除の不承認',
    help: '免除の申請を認めない理由を記録します。手数料は引き続き必要です。',
    facet: 'fee',
  },
  keepFee: {
    label: '手数料を返さないと決める',
    title: '手数料を返さない決定',
    help: '取下げなどで求める手数料がなくなった後に、納められた手数料を返さない理由を記録します。返すときは、返金を記録してください。',
    facet: 'fee',
    irreversible: '納められた手数料を返さないことに決めます。',
  },
  reverseFee: {
    label: '入金の記録を取り消す',
    title: '入金の記録の取消し',
    help: '誤って記録した入金を取り消します。元の記録も取消しの記録も残ります。',
    facet: 'fee',
    irreversible: 'この入金をなかったものとして扱います。充てた手数料は未納に戻ります。',
  },
  refundFee: {
    label: '返金を記録する',
    title: '返金',
    help: '返した額、方法と日を記録します。充当済みの額を返すには、責任者の権限が要ります。',
    facet: 'fee',
    irreversible: '入力した額を返金したものとして記録します。',
  },
  giveUpRefund: {
    label: '返金不要の申出を記録する',
    title: '返金不要の申出',
    help: '残りの返金を望まないという申出を、確かめた方法とともに記録します。',
    facet: 'fee',
    irreversible: '残っている額を返さないものとして記録します。',
  },
} as const satisfies Partial<Record<Verb, VerbWords>>
