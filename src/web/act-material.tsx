import type { VNode } from 'preact'
import type { Verb } from '../domain/case.ts'
import type { Letter } from '../domain/letter.ts'
import { openEnvelopes, waitsForSecond } from '../domain/packing.ts'
import { letterWords } from '../words/letters.ts'
import type { BandFacts } from './case-band.tsx'
import { optionsOf } from './case-options.ts'
import { DecisionsTold, decisionsTold } from './decision-told.tsx'
import { Day } from './marks.tsx'
import { paths } from './paths.ts'
import { refundsTold } from './refund-told.tsx'
import type { Visit } from './visit.ts'

const deciding: readonly Verb[] = ['approveDecision', 'returnDecision', 'writeReply']
const refunding: readonly Verb[] = ['approveRefund', 'declineRefund', 'refundFee', 'withdrawRefund']
const handling: readonly Verb[] = ['printLetter', 'postLetters', 'discardLetter']

/** What a person must have read before the deed: the draft that is decided on, the letters that go out. */
export const materialOf = async (visit: Visit, found: BandFacts & { verb: Verb }): Promise<VNode | null> => {
  const { number, kase, verb, context } = found
  const offered = (field: string) => new Set(optionsOf(kase, verb, field, context).map(option => option.value))
  if (deciding.includes(verb)) {
    const ids = offered('decision')
    const told = await decisionsTold(
      visit,
      number,
      kase.decisions.filter(decision => ids.has(decision.id)),
    )
    return <DecisionsTold number={number} kase={kase} told={told} />
  }
  if (refunding.includes(verb)) return refundsTold(visit, number, kase)
  if (verb === 'amendPerson' && kase.intake.agent !== undefined) {
    const agent = visit.query.whose === 'agent'
    return (
      <p class="sub">
        <a href={paths.act(number, verb, agent ? {} : { whose: 'agent' })}>
          {agent ? 'ご本人の記録を直す' : '代理人の記録を直す'}
        </a>
      </p>
    )
  }
  if (verb === 'requestSupplement' && kase.intake.missing.length === 0)
    return (
      <p class="notice">
        足りないものは記録されていません。一覧に載せるものは、先に
        <a href={paths.act(number, 'noteMissing')}>不足として追加</a>
        してください。ほかのお願いは「書き添えること」に入れてください。
      </p>
    )
  if (!handling.includes(verb)) return null
  const ids = offered(verb === 'postLetters' ? 'letters' : 'letter')
  const letters = kase.letters.filter(letter => ids.has(letter.id))
  if (letters.length === 0) return null
  return (
    <section class="told" aria-label="文書の内容">
      {verb === 'postLetters' && <Unpacked {...found} letters={letters} />}
      <ul class="list">
        {letters.map(letter => (
          <li>
            <a href={paths.letter(number, letter.id)} target="_blank" rel="noopener">
              {letterWords[letter.form]}を見る（PDF）
            </a>
            <span class="sub">
              <Day on={letter.draftedOn} /> 作成
              {letter.enclosures.length > 0 && `・同封 ${letter.enclosures.map(form => letterWords[form]).join('、')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Said before the form is filled in: at the end it would be refused. */
const Unpacked = ({ number, kase, context, letters }: BandFacts & { letters: readonly Letter[] }) => {
  const packed = openEnvelopes(kase).filter(envelope => !waitsForSecond(kase, envelope, context))
  const left = letters.filter(letter => !packed.some(envelope => envelope.letters.includes(letter.id)))
  return left.length === 0 ? null : (
    <p class="notice">
      {left.map(letter => letterWords[letter.form]).join('、')}
      は、封入の確認が済んでいません。郵便で送るときも窓口で手渡すときも、先に
      <a href={paths.act(number, 'packEnvelope')}>封入を確かめて</a>
      ください。
    </p>
  )
}
