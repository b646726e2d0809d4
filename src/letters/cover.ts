import { covered } from '../domain/letter-cover.ts'
import { packageOf } from '../domain/package.ts'
import { letterWords } from '../words/letters.ts'
import { type LetterFacts, readerOf, type Values } from './facts.ts'
import { documentNumber, foot, head, provedReader, writer } from './head.ts'

/** 送付状: what lies in the envelope and whose data, so that a sheet of another person is seen at once (law.md §6.3). */
export const coverLetterValues = (facts: LetterFacts): Values => {
  const { kase } = facts
  const letters = covered(kase)
  const answer = letters.some(letter => letter.decision !== undefined)
  return {
    ...head(facts, answer ? provedReader(facts) : writer(facts)),
    papers: letters.flatMap(letter => [
      { paper: `${letterWords[letter.form]}（${documentNumber({ kase, letter })}）`, copies: '1部' },
      ...letter.enclosures.map(form => ({ paper: letterWords[form], copies: '1部' })),
      ...(packageOf(kase, letter.id) === undefined ? [] : [{ paper: '開示資料', copies: '1部' }]),
    ]),
    persons: readerOf(facts) === 'agent' ? '1名（代理される方ご本人）' : '1名（宛名の方ご本人）',
    ...foot(facts),
  }
}
