import { wareki } from '../domain/era.ts'
import type { Person } from '../domain/person.ts'
import { deskOf, type LetterFacts, present, type Value, type Values } from './facts.ts'
import { addressLines, dashed } from './head.ts'
import { feeSentence, handlingSentence, papersToSend, paySentence, sendBy } from './instructions.ts'

/** 請求書と委任状: blank, or prefilled with what the person has already told. Kinds and signature stay theirs to fill. */
export const requestFormValues = (
  form: 'request-disclosure' | 'request-correction' | 'request-suspension' | 'power-of-attorney',
  facts: LetterFacts,
): Values => {
  const desk = deskOf(facts)
  if (form === 'power-of-attorney') return mandate(facts)
  const base = {
    operatorName: facts.operator.name,
    operatorAddress: [`〒${dashed(desk.postcode)} ${desk.address.join(' ')}`, `${desk.organisation} ${desk.name}`],
    desk: desk.name,
    ...(facts.subject && { requester: personValues(facts.subject) }),
  }
  const common = {
    ...base,
    papersList: papersToSend(facts),
    submitSentence: `必要事項を記入し、上記の書類を添えて、${sendBy(facts.policy)}で、次のあて先へお送りください。`,
    handlingSentence: handlingSentence(facts),
  }
  if (form !== 'request-disclosure') return { ...common, ...answeredBefore(facts) }
  return {
    ...common,
    feeSentence: feeSentence(facts),
    paySentence: paySentence(facts.policy)
      .map(each => `${each.label}：${each.text}`)
      .join(' '),
  }
}

/** The 委任状 asks for the principal's particulars only as far as a seal certificate shows them. */
const mandate = (facts: LetterFacts): Values => {
  const who = facts.subject && (({ email: _email, customerNumber: _number, ...rest }) => rest)(facts.subject)
  return {
    operatorName: facts.operator.name,
    desk: deskOf(facts).name,
    ...(who && { requester: personValues(who) }),
    sealSentence: sealSentence(facts),
  }
}

const sealSentence = ({ policy }: LetterFacts): string =>
  policy.authority.value.appointed.includes('seal_certificate')
    ? `委任者の印は、実印を押し、印鑑登録証明書（発行後${policy.authority.value.maxAgeMonths}か月以内）を添えてください。`
    : '委任者の署名及び押印をお願いします。'

/** Enclosed with the answer to a disclosure, the form names the case that was answered. */
const answeredBefore = ({ kase }: LetterFacts): Values =>
  kase.intake.arrivedOn !== undefined && kase.intake.kinds.includes('disclosure') && kase.number !== null
    ? { disclosureNumber: kase.number }
    : {}

const personValues = (person: Person): Value =>
  present({
    family: person.family,
    given: person.given,
    familyKana: person.familyKana,
    givenKana: person.givenKana,
    postcode: person.postcode,
    address: addressLines(person).length > 0 ? addressLines(person) : undefined,
    phone: person.phone,
    email: person.email,
    bornOn: person.bornOn && wareki(person.bornOn),
    customerNumber: person.customerNumber,
  })
