import { longDay } from '../../domain/era.ts'
import type { Outlook } from './opening-outlook.ts'
import { awaitsForm } from './opening-source.ts'

/** What a second look would find: told, never in the way of saving. */
export const OpeningRemarks = ({ outlook }: { outlook: Outlook }) => {
  const remarks = remarksOf(outlook)
  return remarks.length === 0 ? null : (
    <section class="remarks">
      <h2>
        <span aria-hidden="true">▲</span> 確かめてください
      </h2>
      <ul>
        {remarks.map(remark => (
          <li>{remark}</li>
        ))}
      </ul>
    </section>
  )
}

const remarksOf = (outlook: Outlook): string[] => {
  const { tracking, from, sameEnvelope, arrivedOn, ctx, policy, money, lacking, noAddress } = outlook
  const remarks: string[] = []
  if (from === 'unknown') remarks.push('用紙請求の受付番号が見当たりません。番号を確かめてください。')
  else if (from && !awaitsForm(from.kase))
    remarks.push(`受付番号 ${from.number} は用紙の返送を待っていません。案件の画面で確かめてください。`)
  if (tracking && !tracking.valid)
    remarks.push(
      `引受番号の検査数字が合いません。最後の数字は${tracking.expected}になるはずです。封筒と見比べてください。このままでも受け付けられます。`,
    )
  for (const row of sameEnvelope)
    remarks.push(`同じ引受番号の封筒を、受付番号 ${row.number} で受け付けています。二度目でないか確かめてください。`)
  if (arrivedOn !== null && arrivedOn > ctx.today) remarks.push(`到達日 ${longDay(arrivedOn)} はまだ来ていません。`)
  if (policy === null) return remarks
  if (policy.incoming.value === 'simple_registered' && outlook.service !== 'simple_registered')
    remarks.push('取扱規程は簡易書留での送付を求めていますが、ほかの方法で届いた請求も受け付けます。')
  if (lacking.length > 0 && noAddress)
    remarks.push('補正のお願いを送る宛先がありません。郵便番号と住所を入れてください。')
  if (money?.expired) remarks.push('発行から6か月を過ぎた定額小為替があります。換金できないため、充てずに預かります。')
  if (money && !money.accepted)
    remarks.push('取扱規程にない支払の方法です。充てずに預かり、返金か別の方法をご案内してください。')
  return remarks
}
