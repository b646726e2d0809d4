import { describe, expect, test } from 'vitest'
import { barred, permitted, type Verb, verbNames } from '../../src/domain/case.ts'
import { everyRole, type Station, stations } from './case-in-state.ts'

/** What one with every role may do at each station; the rules of a verb's body may still say no. */
const table = `
  verb                blank form logged proved drafted approved ready sent returned delivered frozen withdrawn lapsed closed erased
  logFormRequest        x    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  sendForms             .    x     .      .       .       .       .    .      .         .       .        .       .      .      .
  logRequest            x    x     .      .       .       .       .    .      .         .       .        .       .      .      .
  amendArrival          .    .     x      x       x       x       x    x      x         x       .        x       x      .      .
  amendPerson           .    x     x      x       x       x       x    x      x         x       .        x       x      .      .
  changeMethod          .    .     x      x       x       x       .    .      .         .       .        .       .      .      .
  linkCase              .    x     x      x       x       x       x    x      x         x       .        x       x      .      .
  requestSupplement     .    .     x      x       x       x       x    x      x         x       .        .       .      .      .
  receiveSupplement     .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  noteMissing           .    .     x      x       x       x       x    x      x         x       .        .       .      .      .
  receivePaper          .    .     x      x       x       x       x    x      x         x       .        .       .      .      .
  maskPaper             .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  checkIdentity         .    .     x      x       x       x       x    x      x         x       .        .       .      .      .
  refuseIdentity        .    .     x      x       x       x       x    x      x         x       .        .       .      .      .
  movePaper             .    .     .      x       x       x       x    x      x         x       x        x       .      .      .
  returnPaper           .    .     .      x       x       x       x    x      x         x       x        x       .      .      .
  shredPaper            .    .     .      x       x       x       x    x      x         x       x        x       .      .      .
  checkAuthority        .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  recheckAuthority      .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  endAuthority          .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  confirmWithSubject    .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  letSubjectTakeOver    .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  requestFee            .    .     x      .       .       .       .    .      .         .       .        .       .      .      .
  receiveFee            .    x     x      x       x       x       x    x      x         x       x        x       x      x      .
  applyFee              .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  remindFee             .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  recountCash           .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  receiveLine           .    x     x      x       x       x       x    x      x         x       x        x       x      x      .
  releaseLine           .    x     x      x       x       x       x    x      x         x       x        x       x      x      .
  linkLine              .    x     x      x       x       x       x    x      x         x       x        x       x      x      .
  proposeWaiver         .    .     x      .       .       .       .    .      .         .       .        .       .      .      .
  approveWaiver         .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  declineWaiver         .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  keepFee               .    .     .      .       .       .       .    .      .         .       .        x       .      .      .
  reverseFee            .    .     .      x       x       x       x    x      x         x       x        x       .      x      .
  refundFee             .    .     .      x       x       x       x    x      x         x       x        x       .      x      .
  giveUpRefund          .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  proposeRefund         .    .     .      x       x       x       x    x      x         x       x        x       .      .      .
  approveRefund         .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  declineRefund         .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  withdrawRefund        .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  refundSent            .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  refundUnsent          .    x     x      x       x       x       x    x      x         x       x        x       x      x      .
  extendDeadline        .    .     x      x       x       x       x    x      x         x       .        .       .      .      .
  openInquiry           .    .     x      x       x       x       x    x      x         x       .        .       .      .      .
  answerInquiry         .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  identifySubject       .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  setSchedule           .    .     .      x       .       .       .    .      .         .       .        .       .      .      .
  draftDecision         .    .     x      x       .       .       .    .      .         .       .        .       .      .      .
  approveDecision       .    .     .      .       x       .       .    .      .         .       .        .       .      .      .
  returnDecision        .    .     .      .       x       x       x    .      .         .       .        .       .      .      .
  writeReply            .    .     .      .       .       x       .    .      .         .       .        .       .      .      .
  writeLetter           .    x     x      x       x       x       x    x      x         x       .        x       x      .      .
  printLetter           .    .     .      .       .       .       x    x      x         x       x        .       x      x      .
  discardLetter         .    .     .      .       .       .       x    x      x         x       .        .       x      .      .
  choosePackage         .    .     .      .       .       .       x    .      x         .       .        .       .      .      .
  recordPackage         .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  recordLocked          .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  packEnvelope          .    .     .      .       .       .       x    .      x         .       .        .       .      .      .
  confirmPacking        .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  postLetters           .    .     .      .       .       .       x    x      x         x       .        .       x      x      .
  recordHeld            .    .     .      .       .       .       .    x      .         .       .        .       .      .      .
  recordDelivery        .    .     .      .       .       .       .    x      .         .       .        .       .      .      .
  recordReturn          .    .     .      .       .       .       .    x      .         .       .        .       .      .      .
  receiveCertificate    .    .     .      .       .       .       .    .      .         x       .        .       .      x      .
  askForCertificate     .    .     .      .       .       .       .    .      .         x       .        .       .      x      .
  withdraw              .    .     x      x       x       x       x    x      x         x       .        .       .      .      .
  deemWithdrawn         .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  freeze                .    x     x      x       x       x       x    x      x         x       .        x       x      .      .
  unfreeze              .    .     .      .       .       .       .    .      .         .       x        .       .      .      .
  close                 .    x     .      x       x       x       x    x      x         x       .        .       x      .      .
  reopen                .    .     .      .       .       .       .    .      .         .       .        .       x      x      .
  erase                 .    .     .      .       .       .       .    .      .         .       .        .       .      .      .
  addNote               .    x     x      x       x       x       x    x      x         x       x        x       x      x      .
`
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map(row => row.trim().split(/\s+/))
const names = head.slice(1) as Station[]

/** One case for each station: they are only looked at. */
const cases = Object.fromEntries(names.map(name => [name, stations[name]()]))
const at = (name: string) => {
  const story = cases[name] ?? stations.blank()
  return { kase: story.kase, ctx: { ...story.context(), by: everyRole } }
}

describe('what a case lets one do', () => {
  test('is told for every verb and every station', () => {
    expect(rows.map(([verb]) => verb)).toEqual(verbNames)
    expect(names).toEqual(Object.keys(stations))
    expect(rows.filter(row => row.length !== head.length)).toEqual([])
  })

  test.each(names)('%s', name => {
    const { kase, ctx } = at(name)
    const column = names.indexOf(name) + 1
    const told = rows.filter(row => row[column] === 'x').map(([verb]) => verb)
    expect(permitted(kase, ctx)).toEqual(told)
  })

  test('what is not permitted is refused by a code, and never for the role of one who has all', () => {
    for (const name of names) {
      const { kase, ctx } = at(name)
      const may = permitted(kase, ctx)
      for (const verb of verbNames.filter(each => !may.includes(each)))
        expect([name, verb, barred(kase, verb, ctx)?.refused]).not.toContain('not_allowed')
    }
  })
})

describe('the ends of a case', () => {
  const reasons = (name: Station, verbs: readonly Verb[]) => {
    const { kase, ctx } = at(name)
    return [...new Set(verbs.map(verb => barred(kase, verb, ctx)?.refused))]
  }
  const work: readonly Verb[] = [
    'checkIdentity',
    'openInquiry',
    'draftDecision',
    'extendDeadline',
    'withdraw',
    'linkCase',
  ]

  test('each says which end it is', () => {
    expect(reasons('blank', work)).toEqual(['not_opened'])
    expect(reasons('frozen', work)).toEqual(['case_frozen'])
    expect(reasons('closed', work)).toEqual(['case_closed'])
    expect(reasons('erased', work)).toEqual(['already_erased'])
    expect(reasons('withdrawn', work.slice(0, -1))).toEqual(['case_withdrawn'])
  })

  test('after erasure nothing is left to do, to anybody', () => {
    const { kase, ctx } = at('erased')
    expect(permitted(kase, ctx)).toEqual([])
    expect(verbNames.filter(verb => barred(kase, verb, ctx) === null)).toEqual([])
  })

  test('while it is frozen nothing leaves, and nobody decides', () => {
    const { kase, ctx } = at('frozen')
    const leaving: readonly Verb[] = [
      'postLetters',
      'packEnvelope',
      'approveDecision',
      'writeReply',
      'sendForms',
      'erase',
    ]
    expect(permitted(kase, ctx).filter(verb => leaving.includes(verb))).toEqual([])
  })
})
