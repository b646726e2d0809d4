import type { VNode } from 'preact'
import type { Case } from '../domain/case.ts'
import { longDay } from '../domain/era.ts'
import { openRefunds, type Receipt } from '../domain/fee.ts'
import type { Payee } from '../domain/payee.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { itemName } from '../words/item-names.ts'
import { accountKindWords, meansWords } from '../words/payments.ts'
import type { Visit } from './visit.ts'

/** The transfers that are proposed or approved, with the account they go to: for who approves and who carries them out. */
export const refundsTold = async (visit: Visit, number: string, kase: Case): Promise<VNode | null> => {
  const refunds = openRefunds(kase)
  if (refunds.length === 0) return null
  const payees = await visit.desk.reveal(
    number,
    refunds.map(each => each.refund?.payee),
    visit.by,
  )
  return (
    <section class="told" aria-label="振込による返金">
      {refunds.map((receipt, at) => (
        <Told receipt={receipt} payee={payees[at] as Payee | null} />
      ))}
    </section>
  )
}

const Told = ({ receipt, payee }: { receipt: Receipt; payee: Payee | null }) => (
  <dl class="told-facts">
    <dt>{itemName(receipt.id)}</dt>
    <dd>
      {longDay(receipt.receivedOn)} {meansWords[receipt.means]} {formatYen(receipt.amount)}
    </dd>
    <dt>返金の額</dt>
    <dd>
      <b>{formatYen(receipt.refund?.amount ?? yen(0))}</b>
      {receipt.refundDue === undefined ? '（承認待ち）' : '（承認済み・振込待ち）'}
    </dd>
    <dt>振込先</dt>
    <dd>
      {payee === null
        ? '（消去済み）'
        : `${payee.bank} ${payee.branch} ${accountKindWords[payee.kind]} ${payee.number}　${payee.holder}`}
    </dd>
  </dl>
)
