import type { Policy } from '../domain/operator.ts'
import type { PostOption, PostService } from '../domain/postage.ts'
import type { LetterFacts, Values } from './facts.ts'
import { deskOf, present } from './facts.ts'
import { dashed, provedReader, writer } from './head.ts'

/** 速達 asks for a red line at the upper right of an envelope that stands (内国郵便約款, payments-post.md §5.5). */
const RED_LINE = '━━━━━━━━'

/** 朱書き. 配達証明 and 本人限定受取 say 書留 by themselves; what the person may choose is marked at the counter. */
const marksFor = ({ service, options, chosenByPerson }: Policy['reply']['value']): string[] => {
  const has = (option: PostOption) => options.includes(option)
  const plain = !has('addressee_only') && !has('delivery_certificate') && !chosenByPerson
  return [
    ...(has('express') ? ['速達'] : []),
    ...(plain ? (registered[service] ?? []) : []),
    ...(has('addressee_only') ? ['本人限定受取'] : []),
    ...(has('delivery_certificate') ? ['配達証明'] : []),
    '親展',
    ...(has('no_forwarding') ? ['転送不要'] : []),
  ]
}

const registered: Partial<Record<PostService, readonly string[]>> = {
  general_registered: ['書留'],
  simple_registered: ['簡易書留'],
  specified_record: ['特定記録'],
}

/** The envelope's face. No word of 個人情報開示 outside; the certificate goes to the one sender named here. */
export const envelopeValues = (facts: LetterFacts): Values => {
  const desk = deskOf(facts)
  const decision = facts.kase.decisions.find(each => each.id === facts.letter.decision)
  const reply = decision !== undefined && decision.outcome !== 'out_of_scope'
  const marks = reply ? marksFor(facts.policy.reply.value) : ['親展']
  return {
    addressee: reply ? provedReader(facts) : writer(facts),
    sender: present({ company: desk.organisation, postcode: dashed(desk.postcode), lines: [...desk.address] }),
    marks,
    ...(reply && facts.policy.reply.value.options.includes('express') && { expressLine: RED_LINE }),
  }
}
