import { readdirSync, readFileSync } from 'node:fs'
import { readOperatorFile } from '../../src/desk/operator-file.ts'
import { makeCalendar } from '../../src/domain/calendar.ts'
import { type Case, type CaseEvent, decide, ruleOf, type Verb, type VerbInput } from '../../src/domain/case.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import { addDays, type PlainDate, parseDay } from '../../src/domain/day.ts'
import { blankCase, evolve } from '../../src/domain/evolve.ts'
import { nextSteps } from '../../src/domain/next-steps.ts'
import type { Operator } from '../../src/domain/operator.ts'
import { expectedPages, notPacked, packable, waitsForSecond } from '../../src/domain/packing.ts'
import { pageCode } from '../../src/domain/page-code.ts'
import { sheetsOf } from '../../src/domain/page-set.ts'
import { policyBook } from '../../src/domain/policy-of.ts'
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts'
import { type Actor, type Context, stripped } from '../../src/domain/rule.ts'

const folder = new URL('../../fixtures/operators/', import.meta.url)
export const operators: ReadonlyMap<string, Operator> = new Map(
  readdirSync(folder).map(file => {
    const { operator } = readOperatorFile(file, readFileSync(new URL(file, folder), 'utf8'))
    return [operator.id, operator]
  }),
)

const actor = (id: string, ...roles: Actor['roles']): Actor => ({ id, roles, operators: 'all' })
export const sato = actor('sato', 'reception')
export const ito = actor('ito', 'cashier')
export const suzuki = actor('suzuki', 'approver')
export const takahashi = actor('takahashi', 'auditor')
export const kanri = actor('kanri', 'admin')

export const on = (text: string): PlainDate => {
  const day = parseDay(text)
  if (day === null) throw new Error(`${text} is no day`)
  return day
}

/** Context of a day at noon in Tokyo. */
export const contextOn = (today: string, by: Actor = sato, more: Partial<Context> = {}): Context => ({
  now: `${today}T03:00:00.000Z`,
  today: on(today),
  by,
  calendar: makeCalendar({
    holidays: new Map([['2026-11-23', '勤労感謝の日']]),
    closures: new Map(),
    opened: new Set(),
  }),
  policyOn: policyBook(operators),
  knowsOperator: id => operators.has(id),
  number: caseNumber(2026, 1),
  // Letters of two pages, enclosures of one.
  seriesNumber: series => (series === 'receipt' ? 'R26-00001' : 'C26-00001'),
  printOf: letter => ({ pages: sheetsOf(letter).map((_, at) => (at === 0 ? 2 : 1)) }),
  // What tests write down is still at hand.
  personOf: person => (person && 'fresh' in person ? person.fresh : null),
  ...more,
})

/** What a test has to write: lists and ticks that were not given may be left out, as in a browser's form. */
export type Given<V extends Verb> = Spare<VerbInput<V>>
type Spare<T> = { [K in keyof T as unknown extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as unknown extends T[K] ? K : never]?: T[K]
}

export class Story {
  readonly events: CaseEvent[] = []
  /** what the last command brought about */
  last: readonly CaseEvent[] = []
  kase: Case = blankCase
  private by = sato
  private today: string
  private readonly more: Partial<Context>
  constructor(today = '2026-11-21', more: Partial<Context> = {}) {
    this.today = today
    this.more = more
  }

  /** From here on this person acts. */
  as(by: Actor): this {
    this.by = by
    return this
  }
  /** From here on it is this day. */
  day(today: string): this {
    this.today = today
    return this
  }
  context(): Context {
    return contextOn(this.today, this.by, this.more)
  }
  /** What the rules answer, without taking it over. */
  try<V extends Verb>(verb: V, input: Given<V>): readonly CaseEvent[] | Refusal {
    const body = stripped(ruleOf(verb).body.parse(input) as Record<string, unknown>)
    return decide(this.kase, verb, body, this.context())
  }
  /** A command that must be permitted. */
  do<V extends Verb>(verb: V, input: Given<V>): this {
    const decided = this.try(verb, input)
    if (isRefusal(decided)) throw new Error(`${verb} was refused: ${JSON.stringify(decided)}`)
    this.last = decided
    for (const event of decided) {
      this.events.push(event)
      this.kase = evolve(this.kase, event, { seq: this.events.length, at: this.context().now, by: this.by.id })
    }
    return this
  }
  /** The code with which a command is refused, and the field at which to say it; null when it is permitted. */
  refusal<V extends Verb>(verb: V, input: Given<V>): string | null {
    const decided = this.try(verb, input)
    return isRefusal(decided) ? decided.refused : null
  }
  refusedAt<V extends Verb>(verb: V, input: Given<V>): [string, string | undefined] | null {
    const decided = this.try(verb, input)
    return isRefusal(decided) ? [decided.refused, decided.field] : null
  }
  /** A stretch of story told elsewhere. */
  tell(...stretches: ((story: Story) => Story)[]): Story {
    return stretches.reduce<Story>((story, stretch) => stretch(story), this)
  }
  steps(): string[] {
    return nextSteps(this.kase, this.context()).map(step => step.code)
  }
}

export const hanako = {
  family: '山田',
  given: '花子',
  familyKana: 'ヤマダ',
  givenKana: 'ハナコ',
  postcode: '860-0047',
  address: '熊本県熊本市西区春日1丁目14-2',
  phone: '096-000-0000',
  bornOn: '1985-04-03',
}

/** A disclosure request by the person, complete, on the operator's form, arrived on the story's day. */
export const requestFor = (operator: string, more: Partial<VerbInput<'logRequest'>> = {}): VerbInput<'logRequest'> => ({
  operator,
  service: 'simple_registered',
  arrivedOn: '2026-11-20',
  stampedOn: '2026-11-20',
  requester: 'self',
  subject: hanako,
  kinds: ['disclosure'],
  method: 'paper',
  onForm: true,
  enclosed: ['subject_identity'],
  ...more,
})

type Stretch = (story: Story) => Story

export const logged = (operator: string, more: Partial<VerbInput<'logRequest'>> = {}, today?: string): Story =>
  new Story(today).do('logRequest', requestFor(operator, more))

/** An account to pay back to, as its holder wrote it. */
export const account = {
  bank: '○○銀行',
  branch: '熊本支店',
  kind: 'ordinary',
  number: '１２３－４５６７',
  holder: 'やまだ　はなこ',
} as const

/** Proposed by 伊藤 and approved by 鈴木; not sent yet. Who acted before goes on. */
export const refundApproved =
  (amount: string, receipt = 'r1'): Stretch =>
  story => {
    const { by } = story.context()
    story.as(ito).do('proposeRefund', { receipt, amount, payee: account, reason: '過払い' })
    return story.as(suzuki).do('approveRefund', { receipt }).as(by)
  }

/** A refund by transfer, with all that it takes. */
export const refunded =
  (amount: string, receipt = 'r1'): Stretch =>
  story => {
    const on = story.context().today
    const { by } = story.context()
    return story
      .tell(refundApproved(amount, receipt))
      .as(ito)
      .do('refundFee', { receipt, amount, means: 'transfer', on, reason: '過払い' })
      .as(by)
  }

/** The fee was asked for, and asked for again; on `after` the last day of that has passed. Who acted before goes on. */
export const feeLapsed =
  (after: string, dueOn: string): Stretch =>
  story => {
    const { by } = story.context()
    if (story.kase.fee.dueOn === undefined) story.as(ito).do('requestFee', { dueOn })
    story
      .day(addDays(on(dueOn), 1))
      .as(ito)
      .do('remindFee', { dueOn: addDays(on(after), -1) })
    return story.day(after).as(by)
  }

/** 現金書留, opened by 伊藤 and counted again by 佐藤. */
export const recounted =
  (amount: string): Stretch =>
  story => {
    story.tell(paid(amount, 'registered_cash')).as(sato)
    return story.do('recountCash', { receipt: `r${story.kase.fee.receipts.length}`, amount }).as(ito)
  }

/** A driving licence arrives and the person is proved by it. */
export const proved: Stretch = story =>
  story
    .as(sato)
    .do('receivePaper', { kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2028-05-01' })
    .do('checkIdentity', { papers: [`p${story.kase.identity.papers.length}`] })

export const paid =
  (amount = '3300', means: VerbInput<'receiveFee'>['means'] = 'transfer'): Stretch =>
  story =>
    story.as(ito).do('receiveFee', { means, amount, receivedOn: '2026-11-20' })

export const searched: Stretch = story =>
  story
    .as(sato)
    .do('openInquiry', { department: '顧客管理部', systems: '会員管理、課金', period: '全期間' })
    .do('answerInquiry', { inquiry: `i${story.kase.inquiries.length}`, finding: 'found', answer: '契約者情報1件' })

export const drafted =
  (more: Partial<Given<'draftDecision'>> = {}): Stretch =>
  story =>
    story.as(sato).do('draftDecision', {
      kind: 'disclosure',
      outcome: 'full',
      content: '別紙のとおり',
      ...more,
    })

export const approved: Stretch = story =>
  story
    .as(suzuki)
    .do('approveDecision', { decision: `d${story.kase.decisions.length}` })
    .as(sato)

/** Every approved decision without a letter gets one, printed; all answers that are not out lie packed in one envelope. */
export const written: Stretch = story => {
  story.as(sato)
  const written = story.kase.letters.filter(letter => !letter.discarded).map(letter => letter.decision)
  for (const { id, state } of story.kase.decisions)
    if (state === 'approved' && !written.includes(id))
      story.do('writeReply', { decision: id }).do('printLetter', { letter: `l${story.kase.letters.length}` })
  const inside = story.kase.letters.filter(letter => letter.decision !== undefined && packable(story.kase, letter))
  return inside.length === 0 ? story : story.tell(packed(inside.map(letter => letter.id)))
}

export const promised = {
  service: 'general_registered',
  options: ['delivery_certificate', 'addressee_only'],
  trackingNumber: '131-12-38385-2',
} as const

/** The codes of all that belongs into one envelope. */
export const pagesFor = (story: Story, letters: readonly string[] = lettersOf(story)): string[] => {
  const chosen = story.kase.letters.filter(letter => letters.includes(letter.id))
  return expectedPages(story.kase, chosen, story.context()).map(pageCode)
}

/** These letters (all that stand) lie in an envelope by 佐藤 that 伊藤 has confirmed where the policy asks; who acted before goes on. */
export const packed =
  (letters?: readonly string[]): Stretch =>
  story => {
    const { by } = story.context()
    const chosen = [...(letters ?? lettersOf(story))]
    story
      .as(sato)
      .do('packEnvelope', { letters: chosen, scans: pagesFor(story, chosen) })
      .as(ito)
    const last = story.kase.envelopes.at(-1)
    if (last && waitsForSecond(story.kase, last, story.context())) story.do('confirmPacking', { envelope: last.id })
    return story.as(by)
  }

/** All letters that stand go out in one envelope, as IMS promises; `postedOn` is the story's day. */
export const sent = (story: Story): Story =>
  (notPacked(story.kase, lettersOf(story), story.context()) ? story.tell(packed()) : story).do('postLetters', {
    letters: lettersOf(story),
    ...promised,
    postedOn: story.context().today,
  })

export const lettersOf = (story: Story): string[] =>
  story.kase.letters.filter(letter => !letter.discarded).map(letter => letter.id)

/** A full disclosure by IMS, ready to be posted. */
export const readyToPost = (more: Partial<VerbInput<'logRequest'>> = {}, today?: string): Story =>
  logged('ims', more, today).tell(proved, paid(), searched, drafted(), approved, written)
