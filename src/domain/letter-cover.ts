import type { Case } from './case.ts'
import type { FormId, Letter } from './letter.ts'

/** 受付票 and 期限計算書 are for the file; a cover covers no cover; 用紙送付状 is one already. */
const apart: readonly FormId[] = ['reception-slip', 'reckoning', 'counter-slip', 'cover-letter', 'form-cover']

/**
 * What a 送付状 lists: the letters still in the house that go to one reader, an answer's before all others. Two readers never
 * share an envelope.
 */
export const covered = ({ letters, postings }: Pick<Case, 'letters' | 'postings'>): readonly Letter[] => {
  const out = postings.filter(posting => posting.returnedOn === undefined).flatMap(posting => posting.letters)
  const here = letters.filter(({ id, form, discarded }) => !discarded && !out.includes(id) && !apart.includes(form))
  const leader = here.find(letter => letter.decision !== undefined) ?? here.at(-1)
  return here.filter(letter => letter.to === leader?.to)
}
