import { readdirSync, readFileSync } from 'node:fs'
import { readOperatorFile } from '../../src/desk/operator-file.ts'
import { makeCalendar } from '../../src/domain/calendar.ts'
import { type Case, type CaseEvent, decide, ruleOf, type Verb, type VerbInput } from '../../src/domain/case.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import { type PlainDate, parseDay } from '../../src/domain/day.ts'
import { blankCase, evolve } from '../../src/domain/evolve.ts'
import type { Operator } from '../../src/domain/operator.ts'
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
  ...more,
})

export class Story {
  readonly events: CaseEvent[] = []
  kase: Case = blankCase
  private by = sato
  private today: string
  constructor(today = '2026-11-21') {
    this.today = today
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
    return contextOn(this.today, this.by)
  }
  /** What the rules answer, without taking it over. */
  try<V extends Verb>(verb: V, input: VerbInput<V>): readonly CaseEvent[] | Refusal {
    const body = stripped(ruleOf(verb).body.parse(input) as Record<string, unknown>)
    return decide(this.kase, verb, body, this.context())
  }
  /** A command that must be permitted. */
  do<V extends Verb>(verb: V, input: VerbInput<V>): this {
    const decided = this.try(verb, input)
    if (isRefusal(decided)) throw new Error(`${verb} was refused: ${JSON.stringify(decided)}`)
    for (const event of decided) {
      this.events.push(event)
      this.kase = evolve(this.kase, event, { seq: this.events.length, at: this.context().now, by: this.by.id })
    }
    return this
  }
  /** The code with which a command is refused, or null when it is permitted. */
  refusal<V extends Verb>(verb: V, input: VerbInput<V>): string | null {
    const decided = this.try(verb, input)
    return isRefusal(decided) ? decided.refused : null
  }
}

export const hanako = {
  family: '山田',
  given: '花子',
  familyKana: 'ヤマダ',
  givenKana: 'ハナコ',
  postcode: '860-0047',
  address: '熊本県熊本市西区春日1丁目14-2',
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
