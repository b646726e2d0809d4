import type { Case, Verb } from '../../src/domain/case.ts'
import { freezeReasons } from '../../src/domain/closing.ts'
import { addDays, type PlainDate } from '../../src/domain/day.ts'
import { openRefunds, outstanding } from '../../src/domain/fee.ts'
import { groundCodes, groundOf } from '../../src/domain/grounds.ts'
import { maskTargets, paperKindNames } from '../../src/domain/identity-papers.ts'
import { methods, requesters } from '../../src/domain/intake.ts'
import { outcomes, outcomesOf, requestKindNames } from '../../src/domain/kinds.ts'
import { notices } from '../../src/domain/letter.ts'
import { paymentMeans } from '../../src/domain/operator.ts'
import { nextEdition } from '../../src/domain/package.ts'
import { expectedPages, lettersToPack, openEnvelopes, packable } from '../../src/domain/packing.ts'
import { pageCode } from '../../src/domain/page-code.ts'
import { policyBook } from '../../src/domain/policy-of.ts'
import { account, hanako, operators, promised } from './given.ts'

const policyOn = policyBook(operators)

/** Throws of a die that fast-check can shrink: each question takes the next number, and zero when they are used up. */
export class Dice {
  private readonly throws: readonly number[]
  private at = 0
  constructor(throws: readonly number[]) {
    this.throws = throws
  }
  below(n: number): number {
    const thrown = this.throws[this.at] ?? 0
    this.at += 1
    return n === 0 ? 0 : thrown % n
  }
  /** True in so many of a hundred throws. */
  often(percent: number): boolean {
    return this.below(100) >= 100 - percent
  }
  one<T>(list: readonly [T, ...T[]]): T
  one<T>(list: readonly T[]): T | undefined
  one<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)]
  }
}

type Guess = (dice: Dice, kase: Case, today: PlainDate) => Record<string, unknown>

const id = (dice: Dice, list: readonly { readonly id: string }[], stray = 'x9') =>
  dice.often(8) ? stray : (dice.one(list)?.id ?? stray)
const near = (dice: Dice, today: PlainDate) => (dice.often(80) ? today : addDays(today, dice.below(9) - 6))
const coming = (dice: Dice, today: PlainDate) => addDays(today, dice.below(20) - 2)
const yen = (dice: Dice) => dice.one(['3300', '1000', '1415', '300', '0', '5000'])
const common = ['driver_license', 'power_of_attorney', 'seal_certificate', 'family_register'] as const
const words = { reason: '理由', how: '電話', memo: 'メモ' }
const nothing: Guess = () => ({})
const paper: Guess = (dice, kase, today) => ({
  paper: id(dice, kase.identity.papers),
  on: near(dice, today),
  place: '金庫',
  witness: 'ito',
})
const posting: Guess = (dice, kase, today) => {
  const on = near(dice, today)
  return { posting: id(dice, kase.postings), on, since: on, reason: dice.one(['moved', 'unclaimed']) }
}
const letter: Guess = (dice, kase) => ({ letter: id(dice, kase.letters) })
const judged: Guess = (dice, kase) => ({
  decision: id(
    dice,
    kase.decisions.filter(each => each.state === (dice.often(85) ? 'waiting' : 'approved')),
  ),
  ...words,
})
const kinds = (dice: Dice) => (dice.often(70) ? ['disclosure'] : requestKindNames.filter(() => dice.often(30)))

/** A body for every verb, built from the case: mostly sensible, now and then not. */
export const guesses: Record<Verb, Guess> = {
  logFormRequest: (dice, _kase, today) => ({
    operator: dice.one(['ims', 'sakura', 'iij']),
    channel: 'phone',
    receivedOn: near(dice, today),
    requester: hanako,
    kinds: kinds(dice),
  }),
  sendForms: (dice, _kase, today) => ({ on: near(dice, today) }),
  logRequest: (dice, kase, today) => {
    const requester = dice.often(70) ? 'self' : dice.one(requesters)
    return {
      operator: kase.number === null ? dice.one(['ims', 'ims', 'iij', 'sakura']) : kase.intake.operator,
      service: 'simple_registered',
      arrivedOn: near(dice, today),
      stampedOn: today,
      requester,
      subject: { ...hanako, bornOn: dice.one(['1985-04-03', '2008-12-01']) },
      ...(requester === 'self' ? {} : { agent: { family: '鈴木' } }),
      kinds: kinds(dice),
      method: dice.one(methods),
      onForm: dice.often(80),
      enclosed: dice.often(80) ? ['subject_identity', 'fee'] : [],
    }
  },
  amendArrival: (dice, _kase, today) => ({ arrivedOn: addDays(today, -dice.below(4)), ...words }),
  amendPerson: () => ({ person: hanako, ...words }),
  changeMethod: dice => ({ method: dice.one(methods), ...words }),
  linkCase: dice => ({ other: dice.one(['26000017', '99']), relation: 'joint' }),
  requestSupplement: (dice, _kase, today) => ({ items: dice.often(50) ? [] : ['fee'], dueOn: coming(dice, today) }),
  receiveSupplement: (dice, kase, today) => ({
    items: dice.often(80) ? kase.intake.missing : [],
    receivedOn: near(dice, today),
  }),
  noteMissing: () => ({ items: ['subject_identity'] }),
  receivePaper: (dice, kase, today) => ({
    whose: kase.intake.requester === 'self' || dice.often(30) ? 'subject' : 'agent',
    kind: dice.often(60)
      ? dice.one(kase.intake.requester === 'self' ? common.slice(0, 1) : common)
      : dice.one(paperKindNames),
    as: dice.often(70) ? 'original' : 'copy',
    receivedOn: near(dice, today),
    issuedOn: '2026-11-01',
    expiresOn: dice.often(90) ? '2029-01-01' : '2020-01-01',
    unmasked: dice.often(10) ? [dice.one(maskTargets)] : [],
  }),
  maskPaper: paper,
  movePaper: paper,
  returnPaper: paper,
  shredPaper: paper,
  checkIdentity: (dice, kase) => ({
    whose: kase.intake.requester === 'self' || dice.often(30) ? 'subject' : 'agent',
    papers: dice.often(85) ? [] : [id(dice, kase.identity.papers)],
    sendTo: dice.often(90) ? 'papers' : 'request',
  }),
  refuseIdentity: () => words,
  checkAuthority: dice => ({ powers: dice.often(80) ? ['request', 'receive'] : ['request'] }),
  recheckAuthority: nothing,
  endAuthority: (dice, _kase, today) => ({ on: near(dice, today), ...words }),
  confirmWithSubject: (dice, _kase, today) => ({ on: near(dice, today), ...words }),
  letSubjectTakeOver: (dice, _kase, today) => ({ on: near(dice, today) }),
  requestFee: (dice, _kase, today) => ({ dueOn: coming(dice, today) }),
  receiveFee: (dice, kase, today) => ({
    means: dice.often(70) ? (kase.intake.operator === 'iij' ? 'stamps' : 'transfer') : dice.one(paymentMeans),
    amount: dice.often(60) ? String(outstanding(kase)) : yen(dice),
    receivedOn: near(dice, today),
  }),
  remindFee: (dice, _kase, today) => ({ dueOn: coming(dice, today) }),
  recountCash: (dice, kase) => ({
    receipt: id(dice, kase.fee.receipts),
    amount: dice.often(70) ? String(dice.one(kase.fee.receipts)?.amount ?? 1) : yen(dice),
  }),
  receiveLine: (dice, _kase, today) => ({
    amount: yen(dice),
    receivedOn: near(dice, today),
    line: dice.one(['n1', 'n2', 'n3']),
  }),
  releaseLine: (dice, kase) => ({ receipt: id(dice, kase.fee.receipts), ...words }),
  linkLine: (dice, kase) => ({ receipt: id(dice, kase.fee.receipts), line: dice.one(['n4', 'n5']) }),
  proposeRefund: (dice, kase) => ({
    receipt: id(dice, kase.fee.receipts),
    amount: yen(dice),
    payee: account,
    ...words,
  }),
  approveRefund: (dice, kase) => ({ receipt: id(dice, openRefunds(kase)) }),
  declineRefund: (dice, kase) => ({ receipt: id(dice, openRefunds(kase)), ...words }),
  withdrawRefund: (dice, kase) => ({ receipt: id(dice, kase.fee.receipts), ...words }),
  refundSent: (dice, kase, today) => ({
    receipt: id(dice, openRefunds(kase)),
    amount: String(dice.one(openRefunds(kase))?.amount ?? 1),
    on: near(dice, today),
    line: dice.one(['n6', 'n7']),
  }),
  refundUnsent: (dice, kase) => ({
    receipt: id(dice, kase.fee.receipts),
    line: dice.one(['n6', 'n7']),
    bounced: dice.often(50),
  }),
  applyFee: (dice, kase) => ({ receipt: id(dice, kase.fee.receipts), amount: yen(dice) }),
  proposeWaiver: () => words,
  approveWaiver: nothing,
  declineWaiver: () => words,
  keepFee: () => words,
  reverseFee: (dice, kase) => ({ receipt: id(dice, kase.fee.receipts), ...words }),
  refundFee: (dice, kase, today) => ({
    receipt: id(dice, kase.fee.receipts),
    amount: yen(dice),
    means: 'transfer',
    on: near(dice, today),
    ...words,
  }),
  giveUpRefund: (dice, kase) => ({ receipt: id(dice, kase.fee.receipts), ...words }),
  extendDeadline: (dice, _kase, today) => ({ until: coming(dice, today), ...words }),
  openInquiry: () => ({ department: '営業部', systems: '会員管理、課金', period: '全期間' }),
  answerInquiry: (dice, kase) => ({
    inquiry: id(
      dice,
      kase.inquiries.filter(each => each.finding === undefined),
    ),
    finding: dice.often(80) ? 'found' : dice.one(['none', 'several']),
    answer: '回答',
  }),
  identifySubject: () => words,
  setSchedule: dice => ({
    rows: [
      { system: '会員管理', item: '氏名', value: '山田花子' },
      ...(dice.often(30) ? [{ system: '課金', item: '与信', withheld: '33-2-2', facts: '事実' }] : []),
    ],
  }),
  choosePackage: (dice, kase) => ({
    letter: id(dice, kase.letters),
    choice: { parts: [{ file: 'f', pages: [{ page: 1, boxes: dice.often(50) ? [{ x: 1, y: 1, w: 9, h: 9 }] : [] }] }] },
  }),
  recordPackage: (dice, kase) => ({
    letter: id(dice, kase.letters),
    file: 'f',
    sha256: '0'.repeat(64),
    pages: 3,
    attached: 1,
    masked: 0,
    edition: nextEdition(kase, 'l1'),
  }),
  recordLocked: (dice, kase) => ({ letter: id(dice, kase.letters), file: 'f', password: 'p' }),
  draftDecision: (dice, kase) => {
    const kind = dice.often(90) ? dice.one(kase.intake.kinds) : 'correction'
    const outcome = dice.often(60) ? 'full' : dice.one(kind && dice.often(80) ? outcomesOf[kind] : outcomes)
    const fitting = groundCodes.filter(
      code =>
        kind && groundOf(code).kinds.includes(kind) && (groundOf(code).scope ?? false) === (outcome === 'out_of_scope'),
    )
    const gives = outcome === 'full' || outcome === 'absent'
    return { kind, outcome, grounds: gives ? [] : [dice.one(fitting)], facts: '事実', content: '別紙のとおり' }
  },
  approveDecision: judged,
  returnDecision: judged,
  writeReply: (dice, kase) => ({ decision: id(dice, kase.decisions) }),
  writeLetter: dice => ({ form: dice.one(notices) }),
  printLetter: (dice, kase) => ({ letter: id(dice, kase.letters), ...(dice.often(60) && { why: 'faulty' }) }),
  discardLetter: letter,
  packEnvelope: (dice, kase) => {
    const list = kase.letters.filter(each => packable(kase, each) && (each.decision !== undefined || dice.often(20)))
    const letters = lettersToPack(
      kase,
      list.map(each => each.id),
    )
    const scans = Array.isArray(letters) ? expectedPages(kase, letters, { policyOn }).map(pageCode) : []
    return { letters: list.map(each => each.id), scans: dice.often(85) ? scans : scans.slice(1) }
  },
  confirmPacking: (dice, kase) => ({ envelope: id(dice, openEnvelopes(kase)) }),
  postLetters: (dice, kase, today) => {
    const replies = kase.letters.filter(each => each.decision !== undefined && !each.discarded)
    const list = dice.often(80) ? replies : kase.letters
    const envelope = dice.often(80) ? dice.one(openEnvelopes(kase)) : undefined
    return {
      letters: envelope?.letters ?? (dice.often(50) ? list.map(each => each.id) : [id(dice, list)]),
      ...promised,
      ...(kase.intake.operator === 'sakura' ? { service: 'simple_registered', options: [] } : {}),
      ...(dice.often(15) ? { service: 'ordinary', options: [] } : {}),
      postedOn: near(dice, today),
    }
  },
  recordHeld: posting,
  recordDelivery: posting,
  recordReturn: posting,
  receiveCertificate: posting,
  askForCertificate: posting,
  withdraw: (dice, kase, today) => ({
    kinds: dice.often(60) ? [dice.one(kase.intake.kinds)] : [],
    on: near(dice, today),
    how: 'phone',
  }),
  deemWithdrawn: dice => ({ because: dice.one(['fee', 'supplement']) }),
  freeze: dice => ({ because: dice.one(freezeReasons) }),
  unfreeze: () => words,
  close: dice => ({ undelivered: dice.often(30) }),
  reopen: () => words,
  erase: nothing,
  addNote: () => words,
}
