import { barred } from '../domain/case.ts'
import { fullName } from '../domain/person.ts'
import { choiceLabel } from '../words/choices.ts'
import type { BandFacts } from './case-band.tsx'
import { Day } from './marks.tsx'
import { paths } from './paths.ts'

/** Before what came back goes out once more: where it went, and the door to a better address. Nothing while nothing came back. */
export const ReturnedAddress = ({ number, kase, context, subject }: Omit<BandFacts, 'operator'>) => {
  const last = kase.postings.findLast(posting => posting.reply)
  if (last?.returnedOn === undefined || kase.closing.closedOn !== undefined) return null
  const toAgent = last.to === 'agent'
  const address = [
    subject?.postcode && `〒${subject.postcode.slice(0, 3)}-${subject.postcode.slice(3)}`,
    subject?.address,
    subject?.building,
  ].filter(Boolean)
  return (
    <p class="notice returned">
      回答は <Day on={last.returnedOn} /> に戻りました（{choiceLabel('reason', last.returnReason ?? '')}）。
      {toAgent || subject === null || address.length === 0 ? (
        `封入の前に、${toAgent ? '代理人' : 'ご本人'}の宛先を確かめてください。`
      ) : (
        <>
          いまの宛先は「{address.join(' ')} {fullName(subject)} 様」です。封入の前に、正しいか確かめてください。
        </>
      )}
      {barred(kase, 'amendPerson', context) === null && (
        <a href={paths.act(number, 'amendPerson', toAgent ? { whose: 'agent' } : {})}>宛先を直す</a>
      )}
    </p>
  )
}
