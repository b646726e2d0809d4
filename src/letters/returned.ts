import { addDays } from '../domain/day.ts'
import type { returnReasons } from '../domain/delivery.ts'
import { wareki } from '../domain/era.ts'
import { returnedReply } from '../domain/letter-called-for.ts'
import { serviceWithOptions } from '../words/posts.ts'
import type { LetterFacts, Values } from './facts.ts'
import { foot, head, writer } from './head.ts'

/** 返戻のお知らせ goes by ordinary mail, perhaps to an address where others read it: no kind, no content, no outcome. */
export const returnedValues = (facts: LetterFacts): Values => {
  const { kase, policy, today } = facts
  const back = returnedReply(kase)
  // `calledFor` lets no case without a returned reply have this letter.
  if (back?.returnedOn === undefined) return {}
  const told = reasons[back.returnReason as Reason]
  return {
    ...head(facts, writer(facts)),
    arrivedOn: kase.intake.arrivedOn === undefined ? '' : wareki(kase.intake.arrivedOn),
    postedOn: wareki(back.postedOn),
    service: serviceWithOptions(back.service, back.options),
    returnedOn: wareki(back.returnedOn),
    reason: told.reason,
    ways: [...told.ways],
    contactBy: wareki(addDays(today, policy.waits.value.supplementDays)),
    ...foot(facts),
  }
}

type Reason = Exclude<(typeof returnReasons)[number], 'deceased'>

const again = 'お受け取りになれる時期を、電話又は書面でお知らせください。あらためてお送りします。'
const moved = 'ご住所が変わったときは、新しいご住所を確認できる書類（住民票の写しなど）をお送りください。'

/** What each reason asks of the person. The answer goes only to a proved name and address. */
const reasons: Record<Reason, { reason: string; ways: readonly string[] }> = {
  unclaimed: { reason: '郵便局での保管期間の経過', ways: [again, moved] },
  moved: { reason: '宛先からの転居', ways: [moved, '届きましたら、新しいご住所にあらためてお送りします。'] },
  unknown_address: {
    reason: '宛先に尋ね当たらない',
    ways: [
      'お名前とご住所の表示（部屋番号、同居先のお名前など）を、書面でお知らせください。あらためてお送りします。',
      moved,
    ],
  },
  refused: {
    reason: '受取りの辞退',
    ways: [again, 'お受け取りを希望されないときは、その旨をお知らせください。'],
  },
  name_mismatch: {
    reason: '本人確認書類のお名前との相違',
    ways: [
      'お受け取りの際に示される本人確認書類の写しをお送りください。',
      '書類のとおりのお名前で、あらためてお送りします。',
    ],
  },
}
