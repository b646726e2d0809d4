import type { Case } from './case.ts'
import type { FormId, Letter } from './letter.ts'
import { packageOf } from './package.ts'
import { opened } from './packing.ts'

/** 受付票 and 期限計算書 are for the file; a password goes alone; a cover covers no cover; 用紙送付状 is one already. */
export const apart: readonly FormId[] = [
  'reception-slip',
  'reckoning',
  'counter-slip',
  'cover-letter',
  'form-cover',
  'password-notice',
]

/** Which letters of a case lie in one envelope: those of one reader, but a password travels alone. */
export const envelopeOf = ({ form, id, to }: Pick<Letter, 'form' | 'id' | 'to'>): string =>
  form === 'password-notice' ? id : to

/**
 * What a 送付状 lists: the letters still in the house that go to one reader, an answer's before all others. Two readers never
 * share an envelope.
 */
export const covered = (kase: Papers): readonly Letter[] => {
  const here = inHouse(kase).filter(({ form }) => !apart.includes(form))
  const leader = here.find(letter => letter.decision !== undefined) ?? here.at(-1)
  return here.filter(letter => letter.to === leader?.to)
}

type Papers = Pick<Case, 'letters' | 'postings'>

const inHouse = ({ letters, postings }: Papers): readonly Letter[] => {
  const out = postings.filter(posting => posting.returnedOn === undefined).flatMap(posting => posting.letters)
  return letters.filter(({ id, discarded }) => !discarded && !out.includes(id))
}

/** What stands on a cover, letter by letter: its enclosures are frozen with it, its 開示資料 is not. */
export const coverList = (kase: Case): readonly string[] => covered(kase).map(({ id }) => lineOf(kase, id))

const lineOf = (kase: Case, letter: string) => (packageOf(kase, letter) === undefined ? letter : `${letter} 開示資料`)

/** The list says what lies in the envelope: a cover still here whose list no longer does is to be written anew. */
export const withCoversChecked = (kase: Case): Case => {
  const here = inHouse(kase)
  const wrong = here.filter(({ covers, to, outdated }) => {
    if (covers === undefined || outdated) return false
    const now = here.filter(each => each.to === to && !apart.includes(each.form)).map(({ id }) => lineOf(kase, id))
    return now.length !== covers.length || now.some(line => !covers.includes(line))
  })
  if (wrong.length === 0) return kase
  return {
    ...kase,
    letters: kase.letters.map(each => (wrong.includes(each) ? { ...each, outdated: true as const } : each)),
    envelopes: opened(
      kase.envelopes,
      wrong.map(({ id }) => id),
    ),
  }
}
