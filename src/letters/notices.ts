import { addDays, earlier, later } from '../domain/day.ts'
import { wareki } from '../domain/era.ts'
import { outstanding } from '../domain/fee.ts'
import { honorificOf } from '../domain/honorific.ts'
import type { Notice } from '../domain/letter.ts'
import { fullName } from '../domain/person.ts'
import { openKinds } from '../domain/rule.ts'
import { openRound } from '../domain/supplement.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { acknowledgementValues } from './acknowledgement.ts'
import { coverLetterValues } from './cover.ts'
import { deemedValues, returnValues, withdrawalValues } from './endings.ts'
import { type LetterFacts, present, told, type Values } from './facts.ts'
import { reminderValues } from './fee-reminder.ts'
import { feeWithTax } from './fee-told.ts'
import { foot, head, request, writer } from './head.ts'
import { enclosedForms, feeSentence, papersToSend, paySentence, returnTo } from './instructions.ts'
import { passwordNoticeValues } from './password-notice.ts'
import { counterSlipValues, receiptValues } from './receipt.ts'
import { foreignFormValues, requestFormValues, withdrawalFormValues } from './request-forms.ts'
import { returnedValues } from './returned.ts'
import { receptionValues, reckoningValues } from './slips.ts'
import { missingItems } from './supplement-reply.ts'
import { capacityTitles } from './terms.ts'

/** Everything the desk sends besides the answer, and what it files. `calledFor` in the domain says when. */
export const noticeValues = (form: Notice, facts: LetterFacts): Values => notices[form](facts)

const letter = (facts: LetterFacts, more: Values, kinds = openKinds(facts.kase)): Values => ({
  ...head(facts, writer(facts)),
  ...request(facts, kinds.length === 0 ? facts.kase.intake.kinds : kinds),
  ...more,
  ...foot(facts),
})

const lapse = ({ policy }: LetterFacts): string =>
  policy.waits.value.deemedWithdrawal
    ? '期限を過ぎたときは、ご請求は取り下げられたものとして取り扱うことがあります。間に合わないときは、下記へご連絡ください。'
    : '期限に間に合わないときは、下記へご連絡ください。'

/** A letter that came without the form has its day already; only a call for the form has none yet (law.md §6.1). */
const coverValues = (facts: LetterFacts): Values => {
  const { formRequest, intake } = facts.kase
  const arrived = intake.arrivedOn !== undefined
  return {
    ...head(facts, writer(facts)),
    ...present({
      askedOn: arrived ? undefined : wareki(formRequest?.receivedOn ?? facts.today),
      arrivedOn: intake.arrivedOn && wareki(intake.arrivedOn),
      enclosures: enclosedForms(facts),
      steps: [
        '同封の請求書に必要事項を記入してください。',
        '本人確認書類などを同封し、簡易書留など配達の記録が残る方法でお送りください。',
        arrived ? '届きましたら、お手続きを進めます。' : '当社に届いた日が、ご請求の日となります。',
      ],
      returnTo: returnTo(facts),
      fee: feeSentence(facts),
      papers: papersToSend(facts),
    }),
    ...foot(facts),
  }
}

const supplementValues = (facts: LetterFacts): Values => {
  const round = openRound(facts.kase.supplements)
  const arrived = facts.kase.intake.enclosed.length > 0
  return letter(facts, {
    items: missingItems(facts),
    ...present({
      dueOn: round && wareki(round.dueOn),
      afterDue: lapse(facts),
      returnMethod: returnTo(facts),
      alreadySent: arrived
        ? 'すでに届いた書類は当社で保管しています。あらためてお送りいただく必要はありません。'
        : undefined,
    }),
    ...(enclosedForms(facts).length > 0 && { enclosures: enclosedForms(facts) }),
  })
}

const feeNotice = (facts: LetterFacts): Values => {
  const { kase, policy } = facts
  const [due] = kase.fee.dues
  const left = yen(outstanding(kase))
  const whole = feeWithTax(kase, policy)
  const transfer = policy.payment.value.means.includes('transfer')
  return letter(
    facts,
    present({
      amount:
        left === due?.asked ? whole : `${formatYen(left)}（手数料${whole ?? ''}のうち、お支払いいただく残りの額）`,
      means: paySentence(policy),
      payerName: transfer ? `お振込みの際は、お名前の前に受付番号「${kase.number}」を付けてください。` : undefined,
      dueOn: kase.fee.dueOn && wareki(kase.fee.dueOn),
      afterDue: policy.waits.value.deemedWithdrawal
        ? '期限を過ぎたときは、ご請求は取り下げられたものとして取り扱うことがあります。'
        : '期限に間に合わないときは、下記へご連絡ください。',
      difference: '不足のときは差額をご案内し、多くお支払いのときは差額をお返しします。',
    }),
    openKinds(kase).filter(kind => due?.kinds.includes(kind)),
  )
}

/** Two weeks, or until the day of decision if that comes first; never less than a week, for the letter takes its time. */
const objectBy = ({ today, reckoning }: LetterFacts): string => {
  const decide = reckoning?.internal.find(each => each.name === 'decide')?.date
  const latest = addDays(today, 14)
  return wareki(later(addDays(today, 7), decide === undefined ? latest : earlier(latest, decide)))
}

const subjectNotice = (facts: LetterFacts): Values => {
  const { identity, intake } = facts.kase
  const { agent } = facts
  return letter(
    facts,
    present({
      agentName: agent === null ? undefined : `${fullName(agent).replace(' ', '　')}　${honorificOf(agent)}`,
      agentKind: capacityTitles[intake.requester],
      replyPlan: identity.authority?.powers.includes('receive')
        ? '代理人の方あてに回答する予定です。'
        : '受領の権限を確認のうえ、代理人の方又はご本人あてに回答する予定です。',
      objectBy: objectBy(facts),
    }),
  )
}

const extension = (facts: LetterFacts): Values => {
  const { plannedOn, extendedTo, extensionReason } = facts.kase
  return letter(
    facts,
    present({
      plannedOn: plannedOn && wareki(plannedOn),
      newDate: extendedTo && wareki(extendedTo),
      reason: told(facts, extensionReason),
    }),
  )
}

const notices: Record<Notice, (facts: LetterFacts) => Values> = {
  'reception-slip': receptionValues,
  acknowledgement: acknowledgementValues,
  reckoning: reckoningValues,
  'form-cover': coverValues,
  'cover-letter': coverLetterValues,
  'request-disclosure': facts => requestFormValues('request-disclosure', facts),
  'request-correction': facts => requestFormValues('request-correction', facts),
  'request-suspension': facts => requestFormValues('request-suspension', facts),
  'request-foreign': foreignFormValues,
  'power-of-attorney': facts => requestFormValues('power-of-attorney', facts),
  'supplement-request': supplementValues,
  'fee-notice': feeNotice,
  'withdrawal-form': withdrawalFormValues,
  'withdrawal-confirmation': withdrawalValues,
  'deemed-withdrawal': deemedValues,
  'extension-notice': extension,
  'fee-reminder': reminderValues,
  'counter-slip': counterSlipValues,
  'fee-receipt': receiptValues,
  'fee-return': returnValues,
  'returned-notice': returnedValues,
  'password-notice': passwordNoticeValues,
  'subject-notice': subjectNotice,
}
