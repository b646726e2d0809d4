import { describe, expect, test } from 'vitest'
import { barred, isVerb, permitted, ruleOf, verbNames } from '../../src/domain/case.ts'
import { roles } from '../../src/domain/rule.ts'
import { ito, kanri, logged, readyToPost, Story, sato, suzuki, takahashi } from './given.ts'

/** Columns: reception, cashier, approver, auditor, admin. */
const table = `
  logFormRequest      x . x . x
  sendForms           x . x . x
  logRequest          x . x . x
  amendArrival        x . x . x
  amendPerson         x . x . x
  changeMethod        x . x . x
  linkCase            x . x . x
  requestSupplement   x . x . x
  receiveSupplement   x . x . x
  noteMissing         x . x . x
  receivePaper        x . x . x
  maskPaper           x . x . x
  checkIdentity       x . x . x
  refuseIdentity      x . x . x
  movePaper           x . x . x
  returnPaper         x . x . x
  shredPaper          x . x . x
  checkAuthority      x . x . x
  recheckAuthority    x . x . x
  endAuthority        x . x . x
  confirmWithSubject  x . x . x
  letSubjectTakeOver  x . x . x
  requestFee          x x x . x
  receiveFee          x x x . x
  remindFee           x x x . x
  recountCash         x x x . x
  receiveLine         x x x . x
  releaseLine         x x x . x
  linkLine            x x x . x
  applyFee            x x x . x
  proposeWaiver       x x x . x
  approveWaiver       . . x . .
  declineWaiver       . . x . .
  keepFee             . . x . .
  reverseFee          x x x . x
  refundFee           x x x . x
  proposeRefund       x x x . x
  approveRefund       . . x . .
  declineRefund       . . x . .
  withdrawRefund      x x x . x
  refundSent          x x x . x
  refundUnsent        x x x . x
  giveUpRefund        x x x . x
  extendDeadline      x . x . x
  openInquiry         x . x . x
  answerInquiry       x . x . x
  identifySubject     x . x . x
  setSchedule         x . x . x
  draftDecision       x . x . x
  approveDecision     . . x . .
  returnDecision      . . x . .
  writeReply          x . x . x
  writeLetter         x x x . x
  printLetter         x x x . x
  discardLetter       x x x . x
  choosePackage       x . x . x
  recordPackage       x . x . x
  recordLocked        x . x . x
  packEnvelope        x x x . x
  confirmPacking      x x x . x
  postLetters         x x x . x
  recordHeld          x x x . x
  recordDelivery      x x x . x
  recordReturn        x x x . x
  receiveCertificate  x x x . x
  askForCertificate   x x x . x
  withdraw            x . x . x
  deemWithdrawn       . . x . .
  freeze              x . x . x
  unfreeze            . . x . .
  close               x x x . x
  reopen              . . x . .
  erase               . . . . x
  addNote             x x x . x
`
const rows = table
  .trim()
  .split('\n')
  .map(row => row.trim().split(/\s+/))

describe('who may do what', () => {
  test('the table names every verb once', () => {
    expect(rows.map(([verb]) => verb).sort()).toEqual([...verbNames].sort())
  })

  test.each(rows.map(([verb = '', ...marks]) => [verb, marks] as const))('%s', (verb, marks) => {
    if (!isVerb(verb)) throw new Error(`${verb} is no verb`)
    expect(roles.filter(role => ruleOf(verb).by.includes(role))).toEqual(roles.filter((_, n) => marks[n] === 'x'))
  })

  test('the auditor does nothing at all, in no state of a case', () => {
    for (const story of [new Story(), logged('ims'), readyToPost(), readyToPost().do('freeze', { because: 'death' })])
      expect(permitted(story.kase, story.as(takahashi).context())).toEqual([])
  })

  test('who has no role does nothing; who has two does what either may', () => {
    const story = logged('ims')
    expect(permitted(story.kase, story.as({ ...sato, roles: [] }).context())).toEqual([])
    const both = permitted(story.kase, story.as({ ...sato, roles: ['cashier', 'auditor'] }).context())
    expect(both).toEqual(permitted(story.kase, story.as(ito).context()))
  })
})

describe('what is offered', () => {
  test('on a blank case only opening', () => {
    const story = new Story()
    expect(permitted(story.kase, story.as(sato).context())).toEqual(['logFormRequest', 'logRequest'])
    expect(permitted(story.kase, story.as(ito).context())).toEqual([])
  })

  test('is what the rules do not bar', () => {
    const story = readyToPost()
    for (const by of [sato, ito, suzuki, kanri]) {
      const ctx = story.as(by).context()
      expect(permitted(story.kase, ctx)).toEqual(verbNames.filter(verb => barred(story.kase, verb, ctx) === null))
    }
  })

  test('on a case of another operator nothing', () => {
    const story = readyToPost().as({ ...suzuki, operators: ['sakura'] })
    expect(permitted(story.kase, story.context())).toEqual([])
    expect(barred(story.kase, 'postLetters', story.context())).toEqual({ refused: 'not_this_operator' })
    const own = readyToPost().as({ ...suzuki, operators: ['sakura', 'ims'] })
    expect(permitted(own.kase, own.context())).toContain('postLetters')
  })
})
