import { wareki } from '../domain/era.ts'
import { outstanding, paid } from '../domain/fee.ts'
import { openKinds } from '../domain/rule.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { type LetterFacts, present, type Values } from './facts.ts'
import { feeWithTax } from './fee-told.ts'
import { foot, head, request, writer } from './head.ts'
import { paySentence } from './instructions.ts'

/** 督促・不足のご案内: the whole fee or its rest is asked for again, with a new day. */
export const reminderValues = (facts: LetterFacts): Values => {
  const { kase, policy } = facts
  const [due] = kase.fee.dues
  const left = formatYen(yen(outstanding(kase)))
  const came = paid(kase)
  const asked = kase.fee.requestedOn
  return {
    ...head(facts, writer(facts)),
    ...request(
      facts,
      openKinds(kase).filter(kind => due?.kinds.includes(kind)),
    ),
    ...present({
      askedOn: asked && wareki(asked),
      ...(came > 0 ? { shortOf: formatYen(yen(came)) } : { unpaid: 'まだ確認できておりません' }),
      fee: feeWithTax(kase, policy),
      paid: came > 0 ? formatYen(yen(came)) : undefined,
      left: came > 0 ? `${left}（不足している額）` : left,
      means: paySentence(policy, came > 0),
      payerName: policy.payment.value.means.includes('transfer')
        ? `お振込みの際は、お名前の前に受付番号「${kase.number}」を付けてください。`
        : undefined,
      dueOn: kase.fee.dueOn && wareki(kase.fee.dueOn),
      afterDue: policy.waits.value.deemedWithdrawal
        ? 'この期限までに確認できないときは、ご請求は取り下げられたものとして取り扱います（手数料不納による取下げ）。間に合わないときは、下記へご連絡ください。'
        : '期限に間に合わないときは、下記へご連絡ください。',
      crossed: '行き違いでお支払いがお済みのときは、ご容赦ください。',
    }),
    ...foot(facts),
  }
}
