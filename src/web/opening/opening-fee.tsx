import { formatYen, yen } from '../../domain/yen.ts'
import { meansWords } from '../../words/payments.ts'
import { Badge, Empty } from '../marks.tsx'
import type { Outlook } from './opening-outlook.ts'

/** What is owed with its tax, and how the money in the envelope stands to it. */
export const OpeningFee = ({ outlook }: { outlook: Outlook }) => {
  const { fee, kinds, policy, money } = outlook
  const waiting = policy === null || kinds.length === 0
  return (
    <section>
      <h2>手数料</h2>
      {waiting && <Empty>事業者と請求の種類を選ぶと分かります。</Empty>}
      {!waiting && fee === null && <p>この請求に手数料はかかりません。</p>}
      {fee && policy && (
        <>
          <p class="sum">
            <b class="digits">{formatYen(fee.asked)}</b>
            <span class="help">
              {fee.basis === 'net'
                ? `公表額 ${formatYen(fee.published)}（税別）に消費税${fee.rate}％ ${formatYen(fee.tax)}を加えた額`
                : `公表額のとおり（消費税${fee.rate}％ ${formatYen(fee.tax)}を含む）`}
              {fee.olderForm && '。古い用紙の額で受け付けます'}
            </span>
          </p>
          <p class="help">
            {policy.payment.value.means.map(means => meansWords[means]).join('・')}で、
            {policy.payment.value.when === 'enclosed'
              ? '請求書に同封していただきます。'
              : 'ご案内のあとに納めていただきます。'}
          </p>
        </>
      )}
      {money && money.amount > 0 && <Enclosed asked={fee?.asked ?? 0} money={money} known={!waiting} />}
    </section>
  )
}

const Enclosed = ({ asked, money, known }: { asked: number; money: NonNullable<Outlook['money']>; known: boolean }) => {
  const short = asked - money.amount
  return (
    <p>
      同封の金額 <b class="digits">{formatYen(yen(money.amount))}</b>{' '}
      {!known ? null : money.expired || !money.accepted || asked === 0 ? (
        <Badge tone="soon">充てずに預かります</Badge>
      ) : short > 0 ? (
        <Badge tone="soon">{formatYen(yen(short))}足りません</Badge>
      ) : short < 0 ? (
        <Badge tone="soon">{formatYen(yen(-short))}多く届いています</Badge>
      ) : (
        <Badge tone="good">過不足なし</Badge>
      )}
    </p>
  )
}
