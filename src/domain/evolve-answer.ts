import type { Case } from './case.ts'
import { todayIn } from './day.ts'
import type { Decision } from './decision.ts'
import type { Steps } from './evolve.ts'
import { isOut, type Letter } from './letter.ts'
import { coverList } from './letter-cover.ts'
import { leaving, opened } from './packing.ts'
import type { Posting } from './post.ts'

type AnswerEvents =
  | 'DecisionDrafted'
  | 'DecisionApproved'
  | 'DecisionReturned'
  | 'LetterDrafted'
  | 'LetterPrinted'
  | 'LetterDiscarded'
  | 'LettersPosted'
  | 'PostHeld'
  | 'PostDelivered'
  | 'PostReturned'
  | 'CertificateReceived'
  | 'CertificateAskedFor'
  | 'Withdrawn'
  | 'DeemedWithdrawn'
  | 'CaseFrozen'
  | 'CaseUnfrozen'
  | 'CaseClosed'
  | 'CaseReopened'
  | 'CaseErased'
  | 'NoteAdded'

const decision = (kase: Case, id: string, change: Partial<Decision>): Case => ({
  ...kase,
  decisions: kase.decisions.map(each => (each.id === id ? { ...each, ...change } : each)),
})
const letter = (kase: Case, id: string, change: (letter: Letter) => Partial<Letter>): Case => ({
  ...kase,
  letters: kase.letters.map(each => (each.id === id ? { ...each, ...change(each) } : each)),
})
/** Whatever envelope the letter lay in is to be packed anew. */
const takenOut = (kase: Case, id: string): Case => ({ ...kase, envelopes: opened(kase.envelopes, [id]) })
const posting = (kase: Case, id: string, change: Partial<Posting>): Case => ({
  ...kase,
  postings: kase.postings.map(each => (each.id === id ? { ...each, ...change } : each)),
})
const closing = (kase: Case, change: Partial<Case['closing']>): Case => ({
  ...kase,
  closing: { ...kase.closing, ...change },
})

export const answerSteps: Steps<AnswerEvents> = {
  DecisionDrafted: (kase, { type: _type, memo: _memo, ...drafted }, { by }) => ({
    ...kase,
    decisions: [...kase.decisions, { ...drafted, draftedBy: by, state: 'waiting' }],
  }),
  DecisionApproved: (kase, { decision: id }, { by }) => decision(kase, id, { state: 'approved', approvedBy: by }),
  DecisionReturned: (kase, { decision: id }) => decision(kase, id, { state: 'returned' }),
  LetterDrafted: (kase, { type: _type, on, ...drafted }) => ({
    ...kase,
    letters: [
      ...kase.letters,
      { ...drafted, draftedOn: on, printed: 0, ...(drafted.form === 'cover-letter' && { covers: coverList(kase) }) },
    ],
  }),
  LetterPrinted: (kase, { letter: id, pages, sha256 }) =>
    letter(takenOut(kase, id), id, each => ({
      printed: each.printed + 1,
      ...(pages && { pages }),
      // A copy made for the file afterwards does not prove what was sent.
      ...(sha256 && !isOut(kase, id) && { sha256 }),
    })),
  LetterDiscarded: (kase, { letter: id }) => letter(takenOut(kase, id), id, () => ({ discarded: true as const })),
  LettersPosted: (kase, { type: _type, grams: _grams, ...posted }) => ({
    ...kase,
    envelopes: leaving(kase.envelopes, posted.letters),
    postings: [...kase.postings, posted],
  }),
  PostHeld: (kase, { posting: id, since }) => posting(kase, id, { heldSince: since }),
  PostDelivered: (kase, { posting: id, on }) => posting(kase, id, { deliveredOn: on }),
  PostReturned: (kase, { posting: id, on, reason }) => posting(kase, id, { returnedOn: on, returnReason: reason }),
  CertificateReceived: (kase, { posting: id, on }) => posting(kase, id, { certificateOn: on }),
  CertificateAskedFor: (kase, { posting: id, on }) => posting(kase, id, { certificateAskedOn: on }),
  Withdrawn: (kase, { kinds, on }) =>
    closing(kase, { withdrawnKinds: [...new Set([...kase.closing.withdrawnKinds, ...kinds])], withdrawnOn: on }),
  DeemedWithdrawn: (kase, { because, kinds, on }) =>
    closing(kase, {
      withdrawnKinds: [...new Set([...kase.closing.withdrawnKinds, ...kinds])],
      lapsedKinds: [...new Set([...(kase.closing.lapsedKinds ?? []), ...kinds])],
      withdrawnOn: on,
      deemed: because,
    }),
  CaseFrozen: kase => closing(kase, { frozen: true }),
  CaseUnfrozen: kase => closing(kase, { frozen: false }),
  CaseClosed: (kase, { on, undelivered }) => closing(kase, { closedOn: on, ...(undelivered && { undelivered }) }),
  CaseReopened: (kase, _event, { at }) => {
    const { closedOn: _on, undelivered: _undelivered, deemed, lapsedKinds, withdrawnOn, ...rest } = kase.closing
    // A deemed withdrawal is undone by reopening; what the person took back themselves stays withdrawn.
    const withdrawnKinds = rest.withdrawnKinds.filter(kind => !lapsedKinds?.includes(kind))
    return {
      ...kase,
      // The round that lapsed is over, so that a new one with a new day can be opened.
      supplements:
        deemed === 'supplement' ? kase.supplements.map(each => ({ endedOn: todayIn(at), ...each })) : kase.supplements,
      closing: {
        ...rest,
        withdrawnKinds,
        ...(withdrawnOn !== undefined && withdrawnKinds.length > 0 && { withdrawnOn }),
      },
    }
  },
  CaseErased: (kase, { on }) => closing(kase, { erasedOn: on }),
  NoteAdded: kase => kase,
}
