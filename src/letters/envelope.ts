import type { LetterFacts, Values } from './facts.ts'
import { deskOf, present } from './facts.ts'
import { dashed, provedReader, writer } from './head.ts'

/** The envelope's face. No word of 個人情報開示 outside; the certificate goes to the one sender named here. */
export const envelopeValues = (facts: LetterFacts): Values => {
  const desk = deskOf(facts)
  const decision = facts.kase.decisions.find(each => each.id === facts.letter.decision)
  const reply = decision !== undefined && decision.outcome !== 'out_of_scope'
  const { options } = facts.policy.reply.value
  const marks = reply
    ? [
        ...(options.includes('addressee_only') ? ['本人限定受取'] : []),
        ...(options.includes('delivery_certificate') ? ['配達証明'] : []),
        '親展',
        ...(options.includes('no_forwarding') ? ['転送不要'] : []),
      ]
    : ['親展']
  return {
    addressee: reply ? provedReader(facts) : writer(facts),
    sender: present({ company: desk.organisation, postcode: dashed(desk.postcode), lines: [...desk.address] }),
    marks,
  }
}
