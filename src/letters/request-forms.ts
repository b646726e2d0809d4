import { wareki } from '../domain/era.ts'
import type { Person } from '../domain/person.ts'
import { openKinds } from '../domain/rule.ts'
import { deskOf, type LetterFacts, present, type Values } from './facts.ts'
import { addressLines, dashed } from './head.ts'
import { feeSentence, handlingSentence, papersToSend, paySentence, sendBy } from './instructions.ts'
import { fitting, linesTaken } from './room.ts'
import { kindTitles } from './terms.ts'

/** 請求書と委任状: blank, or prefilled with what the person has already told. Kinds and signature stay theirs to fill. */
export const requestFormValues = (
  form: 'request-disclosure' | 'request-correction' | 'request-suspension' | 'power-of-attorney',
  facts: LetterFacts,
): Values => {
  if (form === 'power-of-attorney') return mandate(facts)
  const common = {
    ...prefilled(facts),
    papersList: papersToSend(facts),
    submitSentence: `必要事項を記入し、上記の書類を添えて、${sendBy(facts.policy)}で、次のあて先へお送りください。`,
    handlingSentence: handlingSentence(facts),
  }
  if (form !== 'request-disclosure') return { ...common, ...answeredBefore(facts) }
  return {
    ...common,
    feeSentence: feeSentence(facts),
    payWays: paySentence(facts.policy),
  }
}

/** 28条3項 is no 開示等の請求等: no papers, way of asking or fee of 37条・38条 can be prescribed for it (law.md §1.0). */
export const foreignFormValues = (facts: LetterFacts): Values => ({
  ...prefilled(facts),
  submitSentence: '必要事項を記入し、次のあて先へお送りください。',
  handlingSentence: 'ご提出いただいた個人情報は、この求めへの対応（確認、調査及び回答）のためにのみ利用します。',
})

const prefilled = (facts: LetterFacts): Values => ({
  ...addressed(facts),
  ...(facts.subject && { requester: personValues(facts.subject) }),
  ...agentValues(facts),
})

/** 取下書: which request it is, is printed; how much of it is withdrawn stays with the person. */
export const withdrawalFormValues = (facts: LetterFacts): Values => {
  const { kase, subject } = facts
  const kinds = openKinds(kase)
  const charged = kase.fee.dues.some(due => due.kinds.some(kind => kinds.includes(kind)))
  const { agent } = agentValues(facts)
  const named = typeof agent === 'object' && !Array.isArray(agent) ? agent : {}
  const who = subject && personValues(subject)
  return {
    ...addressed(facts),
    number: kase.number ?? '',
    arrivedOn: kase.intake.arrivedOn === undefined ? '' : wareki(kase.intake.arrivedOn),
    kinds: kinds.map(kind => kindTitles[kind]).join('、'),
    charged,
    feeSentence: charged
      ? '取り下げたときの手数料の取扱いは、書面でお知らせします。'
      : 'このご請求に手数料はかかりません。',
    ...(who && {
      requester: picked(who, ['family', 'given', 'familyKana', 'givenKana', 'postcode', 'address', 'phone']),
    }),
    ...(agent !== undefined && {
      agent: picked(named, ['legal', 'appointed', 'family', 'given', 'familyKana', 'givenKana']),
    }),
  }
}

const picked = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))

/** Whom the form goes to. */
export const addressed = (facts: LetterFacts): Values => {
  const desk = deskOf(facts)
  return {
    operatorName: facts.operator.name,
    operatorAddress: [`〒${dashed(desk.postcode)} ${desk.address.join(' ')}`, `${desk.organisation} ${desk.name}`],
    desk: desk.name,
  }
}

/** The 委任状 asks for the principal's particulars only as far as a seal certificate shows them. */
const mandate = (facts: LetterFacts): Values => {
  const who = facts.subject && (({ email: _email, customerNumber: _number, ...rest }) => rest)(facts.subject)
  return {
    operatorName: facts.operator.name,
    desk: deskOf(facts).name,
    ...(who && { requester: personValues(who) }),
    ...mandatary(facts),
    sealSentence: sealSentence(facts),
  }
}

const mandatary = (facts: LetterFacts): Values => {
  const { agent } = agentValues(facts)
  if (typeof agent !== 'object' || Array.isArray(agent)) return {}
  const { legal: _legal, appointed: _appointed, ...rest } = agent
  return { agent: rest }
}

const sealSentence = ({ policy }: LetterFacts): string =>
  policy.authority.value.appointed.includes('seal_certificate')
    ? `委任者の印は、実印を押し、印鑑登録証明書（発行後${policy.authority.value.maxAgeMonths}か月以内）を添えてください。`
    : '委任者の署名及び押印をお願いします。'

/** Where the data were disclosed, the form names the case in which they were. */
const answeredBefore = ({ kase }: LetterFacts): Values => {
  const disclosed = kase.decisions.some(
    ({ kind, outcome, state }) =>
      kind === 'disclosure' && state === 'approved' && ['full', 'part', 'other_method'].includes(outcome),
  )
  return disclosed && kase.number !== null ? { disclosureNumber: kase.number } : {}
}

/** Who already acts for the person stands on the form that is sent to them. */
const agentValues = ({ agent, kase }: LetterFacts): Values => {
  if (agent === null) return {}
  const { requester } = kase.intake
  const legal = requester === 'parent' || requester === 'guardian'
  const { email: _email, bornOn: _born, customerNumber: _number, ...rest } = agent
  return { agent: { ...personValues(rest), legal, appointed: !legal } }
}

/** What its box cannot hold in letters one can read is left for the person to write. */
const personValues = (person: Person): Values => {
  const address = addressLines(person)
  return present({
    family: fitting(person.family, 40),
    given: fitting(person.given, 40),
    familyKana: fitting(person.familyKana, 22),
    givenKana: fitting(person.givenKana, 22),
    postcode: person.postcode,
    address: address.length > 0 && linesTaken(address, 46) <= 4 ? address : undefined,
    phone: person.phone,
    email: fitting(person.email, 34),
    bornOn: person.bornOn && wareki(person.bornOn),
    customerNumber: fitting(person.customerNumber, 44),
  })
}
