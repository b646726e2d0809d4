import { demanded } from '../domain/enclosures.ts'
import { wareki } from '../domain/era.ts'
import { outstanding, owed } from '../domain/fee.ts'
import { openKinds } from '../domain/rule.ts'
import { formatYen, yen } from '../domain/yen.ts'
import type { LetterFacts, Values } from './facts.ts'
import { feeWithTax, takenReceipts } from './fee-told.ts'
import { foot, head, request, writer } from './head.ts'

/** 受付通知: that the request is here, what comes next and until when. It promises no day that has passed. */
export const acknowledgementValues = (facts: LetterFacts): Values => ({
  ...head(facts, writer(facts)),
  ...request(facts, openKinds(facts.kase)),
  course: course(facts),
  planned: planned(facts),
  fee: feeSoFar(facts),
  ...foot(facts),
})

const course = ({ kase, policy }: LetterFacts): string[] => {
  const { intake } = kase
  const proofs = demanded(policy, { kinds: openKinds(kase), requester: intake.requester, onForm: true })
  return [
    ...(intake.missing.length > 0 ? ['不足している書類又は記載があります。別の書面でお知らせします。'] : []),
    ...(proofs.length > 0
      ? [
          intake.agent === undefined
            ? 'ご提出いただいた書類により、ご本人であることを確認します。'
            : 'ご提出いただいた書類により、代理人であることを確認します。',
        ]
      : []),
    ...(outstanding(kase) > 0 ? ['手数料のお支払いを確認します。'] : []),
    'ご請求の対象を調査し、決定します。',
    '結果を回答書でお知らせします。',
  ]
}

/** Both waits stop the desk's own clock (`reckon`), so a day told now may move. */
const planned = ({ kase, reckoning, today }: LetterFacts): string => {
  const day = kase.extendedTo ?? reckoning?.internal.find(each => each.name === 'post')?.date
  if (day === undefined || day < today) return '調査及び決定が済みしだい、遅滞なく回答をお送りします。'
  const told = `${wareki(day)}までに回答をお送りする予定です。`
  return kase.intake.missing.length > 0 || outstanding(kase) > 0
    ? `${told}書類の補正又は手数料のお支払いをお待ちする間は、その日数だけ遅くなることがあります。`
    : told
}

const feeSoFar = ({ kase, policy }: LetterFacts): string => {
  const whole = feeWithTax(kase, policy)
  if (whole === undefined) return '手数料はかかりません。'
  const left = outstanding(kase)
  const received = takenReceipts(kase).at(-1)
  if (left > 0) {
    const wait = `${whole}。このうち${formatYen(yen(left))}のお支払いをお待ちしています。`
    return kase.fee.dueOn === undefined
      ? `${wait}お支払いの方法は、別の書面でご案内します。`
      : `${wait}期限は${wareki(kase.fee.dueOn)}です。`
  }
  if (received !== undefined) return `${whole}　${wareki(received.receivedOn)}受領`
  return owed(kase) === 0 && kase.fee.waived > 0 ? `${whole}を免除いたしました。` : '手数料はいただきません。'
}
