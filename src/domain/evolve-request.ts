import type { Case } from './case.ts'
import { type PlainDate, todayIn } from './day.ts'
import type { Steps } from './evolve.ts'
import { type Paper, unproved } from './identity.ts'
import { opened } from './packing.ts'

type RequestEvents =
  | 'FormRequestLogged'
  | 'FormsSent'
  | 'RequestLogged'
  | 'ArrivalAmended'
  | 'PersonAmended'
  | 'MethodChanged'
  | 'CaseLinked'
  | 'DeadlineExtended'
  | 'SupplementRequested'
  | 'SupplementReceived'
  | 'MissingNoted'
  | 'PaperReceived'
  | 'PaperMasked'
  | 'IdentityChecked'
  | 'IdentityRefused'
  | 'PaperMoved'
  | 'PaperReturned'
  | 'PaperShredded'
  | 'AuthorityChecked'
  | 'AuthorityRechecked'
  | 'AuthorityEnded'
  | 'SubjectConfirmed'
  | 'SubjectTookOver'
  | 'InquiryOpened'
  | 'InquiryAnswered'
  | 'SubjectIdentified'

const paper = (kase: Case, id: string, change: Partial<Paper>): Case => ({
  ...kase,
  identity: {
    ...kase.identity,
    papers: kase.identity.papers.map(each => (each.id === id ? { ...each, ...change } : each)),
  },
})

const identity = (kase: Case, change: Partial<Case['identity']>): Case => ({
  ...kase,
  identity: { ...kase.identity, ...change },
})

export const requestSteps: Steps<RequestEvents> = {
  FormRequestLogged: (kase, { number, operator, policy, channel, requester, receivedOn, kinds }) => ({
    ...kase,
    number,
    intake: { ...kase.intake, operator, policy, subject: requester },
    formRequest: { channel, requester, receivedOn, kinds },
  }),
  FormsSent: (kase, { on }) =>
    kase.formRequest ? { ...kase, formRequest: { ...kase.formRequest, sentOn: on } } : kase,
  RequestLogged: (
    kase,
    { type: _type, number, incoming: _incoming, firstAttemptOn: _attempt, arrivedAt: _place, ...intake },
  ) => ({ ...kase, number, intake }),
  ArrivalAmended: (kase, { arrivedOn, policy, free }, { at }) => ({
    ...(free ? withoutFee(kase, todayIn(at)) : kase),
    intake: { ...kase.intake, arrivedOn, policy },
  }),
  PersonAmended: (kase, { whose, person, unproved: again }) => ({
    ...outdated(again ? unproved(kase, whose) : kase, whose),
    intake: { ...kase.intake, [whose]: person },
  }),
  MethodChanged: (kase, { method }) => ({ ...kase, intake: { ...kase.intake, method } }),
  CaseLinked: (kase, { other, relation }) => ({ ...kase, links: [...kase.links, { other, relation }] }),
  DeadlineExtended: (kase, { until, planned, reason }) => ({
    ...kase,
    extendedTo: until,
    plannedOn: planned,
    extensionReason: reason,
  }),
  SupplementRequested: (kase, { items, more, requestedOn, dueOn }) => ({
    ...kase,
    supplements: [...kase.supplements, { items, requestedOn, dueOn, ...(more && { more }) }],
    intake: { ...kase.intake, missing: [...new Set([...kase.intake.missing, ...items])] },
  }),
  SupplementReceived: (kase, { items, receivedOn }) => {
    const missing = kase.intake.missing.filter(item => !items.includes(item))
    return {
      ...kase,
      intake: { ...kase.intake, missing, enclosed: [...new Set([...kase.intake.enclosed, ...items])] },
      supplements: kase.supplements.map(round =>
        round.endedOn === undefined && round.items.every(item => !missing.includes(item))
          ? { ...round, endedOn: receivedOn }
          : round,
      ),
    }
  },
  MissingNoted: (kase, { items }) => ({
    ...kase,
    intake: { ...kase.intake, missing: [...new Set([...kase.intake.missing, ...items])] },
  }),
  PaperReceived: (kase, { type: _type, ...received }) =>
    identity(kase, { papers: [...kase.identity.papers, received] }),
  PaperMasked: (kase, { paper: id, on }) => paper(kase, id, { maskedOn: on }),
  PaperMoved: (kase, { paper: id, place }) => paper(kase, id, { place }),
  PaperReturned: (kase, { paper: id, on }) => paper(kase, id, { fate: { how: 'returned', on } }),
  PaperShredded: (kase, { paper: id, on }) => paper(kase, id, { fate: { how: 'shredded', on } }),
  IdentityChecked: (kase, { type: _type, ...check }, { by }) => {
    const { amended: _amended, ...before } = kase.identity
    const checks = [...before.checks.filter(each => each.whose !== check.whose), { ...check, by }]
    return { ...kase, identity: { ...before, checks } }
  },
  IdentityRefused: (kase, { whose }) =>
    identity(kase, { checks: kase.identity.checks.filter(each => each.whose !== whose) }),
  AuthorityChecked: (kase, { papers, powers, on }) => identity(kase, { authority: { papers, powers, checkedOn: on } }),
  AuthorityRechecked: (kase, { on }) =>
    kase.identity.authority ? identity(kase, { authority: { ...kase.identity.authority, recheckedOn: on } }) : kase,
  AuthorityEnded: (kase, { on }) =>
    kase.identity.authority ? identity(kase, { authority: { ...kase.identity.authority, endedOn: on } }) : kase,
  SubjectConfirmed: (kase, { on }) => identity(kase, { subjectConfirmedOn: on }),
  SubjectTookOver: kase => {
    const { agent: _agent, majorityOn: _majority, ...intake } = kase.intake
    const { authority: _authority, ...identity } = kase.identity
    return {
      ...kase,
      intake: { ...intake, requester: 'self' },
      identity: { ...identity, checks: identity.checks.filter(each => each.whose === 'subject') },
    }
  },
  InquiryOpened: (kase, { type: _type, names: _names, ...inquiry }) => ({
    ...kase,
    inquiries: [...kase.inquiries, inquiry],
  }),
  InquiryAnswered: (kase, { inquiry: id, finding, systems, period, answer, on }) => ({
    ...kase,
    subjectIdentified: kase.subjectIdentified && finding !== 'several',
    inquiries: kase.inquiries.map(each =>
      each.id === id ? { ...each, finding, systems, period, answer, answeredOn: on } : each,
    ),
  }),
  SubjectIdentified: kase => ({ ...kase, subjectIdentified: true }),
}

/** Nothing is owed any more, so the clock waits for nothing; what was applied is overpaid. */
const withoutFee = (kase: Case, on: PlainDate): Case => {
  const { waiver: _waiver, ...fee } = kase.fee
  return { ...kase, fee: { ...fee, dues: [] }, feeSettledOn: kase.feeSettledOn ?? on }
}

/** Letters in the house still carry the person as they were; what was packed with them is opened again. */
const outdated = (kase: Case, whose: 'subject' | 'agent'): Case => {
  const posted = kase.postings.flatMap(each => (each.returnedOn === undefined ? each.letters : []))
  const old = kase.letters.filter(
    each => !each.discarded && !posted.includes(each.id) && (whose === 'subject' || each.to === 'agent'),
  )
  if (old.length === 0) return kase
  return {
    ...kase,
    letters: kase.letters.map(each => (old.includes(each) ? { ...each, outdated: true as const } : each)),
    envelopes: opened(
      kase.envelopes,
      old.map(each => each.id),
    ),
  }
}
