import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Case, type CaseEvent, decide, permitted, ruleOf, type Verb, verbNames } from '../../src/domain/case.ts'
import { addDays, type PlainDate } from '../../src/domain/day.ts'
import { evolve, fold } from '../../src/domain/evolve.ts'
import { nextSteps } from '../../src/domain/next-steps.ts'
import { isRefusal, refusalCodes } from '../../src/domain/refusal.ts'
import { type Entry, stripped } from '../../src/domain/rule.ts'
import { Dice, guesses } from './dice.ts'
import { contextOn, hanako, ito, kanri, logged, on, sato, suzuki, takahashi } from './given.ts'

/** One who may do everything but must still not approve their own draft. */
const tanaka = { ...suzuki, id: 'tanaka', roles: ['reception', 'cashier', 'approver', 'admin'] as const }
const desk = [sato, suzuki, tanaka, ito, kanri, takahashi] as const

type Row = Entry & { readonly event: CaseEvent }
interface Walk {
  readonly kase: Case
  readonly rows: readonly Row[]
  readonly refused: readonly string[]
}

/** What ends a case is tried seldom, or no walk would get to the post office. */
const endings: readonly Verb[] = [
  'withdraw',
  'deemWithdrawn',
  'freeze',
  'close',
  'reverseFee',
  'refuseIdentity',
  'discardLetter',
]

/** A father asks for his daughter; by chance alone hardly a walk gets so far that an answer goes to an agent. */
const begun = logged('ims', {
  requester: 'parent',
  agent: { family: '山田' },
  subject: { ...hanako, bornOn: '2008-12-20' },
})
  .do('receivePaper', { whose: 'agent', kind: 'driver_license', receivedOn: '2026-11-20' })
  .do('receivePaper', { kind: 'family_register', receivedOn: '2026-11-20', issuedOn: '2026-11-01' })
  .do('checkIdentity', { whose: 'agent' })
  .do('checkAuthority', {})
  .events.map((event, n): Row => ({ seq: n + 1, at: '2026-11-21T03:00:00.000Z', by: 'sato', event }))

const choose = (dice: Dice, kase: Case, ctx: ReturnType<typeof contextOn>): Verb => {
  if (kase.intake.requester !== 'self' && dice.often(15)) return 'recheckAuthority'
  const step = dice.often(65) ? dice.one(nextSteps(kase, ctx)) : undefined
  if (step?.verb !== undefined) return step.verb
  const verb = (dice.often(75) ? dice.one(permitted(kase, ctx)) : undefined) ?? dice.one(verbNames)
  return verb === undefined || (endings.includes(verb) && dice.often(85)) ? 'addNote' : verb
}

const walk = (steps: readonly (readonly number[])[], from: readonly Row[]): Walk => {
  let kase = fold(from)
  let today: PlainDate = on('2026-11-21')
  const rows: Row[] = [...from]
  const refused: string[] = []
  for (const throws of steps) {
    const dice = new Dice(throws)
    if (dice.often(15)) today = addDays(today, dice.below(8))
    const ctx = contextOn(today, dice.often(50) ? dice.one([sato, suzuki, tanaka]) : dice.one(desk))
    const verb = kase.number === null && dice.often(80) ? 'logRequest' : choose(dice, kase, ctx)
    const parsed = ruleOf(verb).body.safeParse(guesses[verb](dice, kase, today))
    if (!parsed.success) continue
    const decided = decide(kase, verb, stripped(parsed.data as Record<string, unknown>), ctx)
    if (isRefusal(decided)) refused.push(decided.refused)
    else
      for (const event of decided) {
        const row = { seq: rows.length + 1, at: ctx.now, by: ctx.by.id, event }
        rows.push(row)
        kase = evolve(kase, event, row)
      }
    nextSteps(kase, ctx)
    expect(ctx.by === takahashi && !isRefusal(decided)).toBe(false)
  }
  return { kase, rows, refused }
}

/** What the journal itself says about an answer that left: not asked of the rules that let it leave. */
const wrongPosting = (rows: readonly Row[], at: number): string | null => {
  const before = rows.slice(0, at)
  const posted = rows[at]?.event
  if (posted?.type !== 'LettersPosted' || !posted.reply) return null
  const last = <T extends CaseEvent['type']>(type: T, fits: (event: Extract<CaseEvent, { type: T }>) => boolean) =>
    before.findLast((row): row is Entry & { event: Extract<CaseEvent, { type: T }> } => {
      const { event } = row
      return event.type === type && fits(event as Extract<CaseEvent, { type: T }>)
    })
  const envelope = last(
    'EnvelopePacked',
    event => [...event.letters].sort().join() === [...posted.letters].sort().join(),
  )
  if (envelope === undefined && posted.service !== 'electronic') return 'not packed'
  const again = last('LetterPrinted', event => posted.letters.includes(event.letter))?.seq ?? 0
  if (envelope && again > envelope.seq) return 'printed again after it was packed'
  const took = last('SubjectTookOver', () => true)
  const self = took !== undefined || last('RequestLogged', () => true)?.event.requester === 'self'
  for (const id of posted.letters) {
    const decision = last('LetterDrafted', event => event.id === id)?.event.decision
    const drafted = last('DecisionDrafted', event => event.id === decision)
    if (drafted === undefined) continue
    const approval = last('DecisionApproved', event => event.decision === decision)
    if (approval === undefined || approval.by === drafted.by) return 'not approved by another'
    if (last('DecisionReturned', event => event.decision === decision)) return 'approval taken back'
    if (drafted.event.outcome === 'out_of_scope') continue
    const whose = self ? 'subject' : 'agent'
    const checked = last('IdentityChecked', event => event.whose === whose)?.seq ?? 0
    if (checked <= (last('IdentityRefused', event => event.whose === whose)?.seq ?? 0)) return 'not proved'
    if (!self && last('AuthorityChecked', () => true) === undefined) return 'agent without power'
    const majorityOn = self ? undefined : last('RequestLogged', () => true)?.event.majorityOn
    if (majorityOn !== undefined && majorityOn <= posted.postedOn) return 'came of age'
    const due = last('FeeAsked', () => true)?.event
    if (due?.kinds.includes(drafted.event.kind) && balance(before) < due.asked) return 'not paid'
  }
  return null
}

/** Yen applied and waived so far. */
const balance = (rows: readonly Row[]): number => {
  const back = new Set(rows.flatMap(({ event }) => (event.type === 'FeeReversed' ? [event.receipt] : [])))
  return rows.reduce((sum, { event }) => {
    if (event.type === 'FeeWaived') return sum + event.amount
    if (event.type === 'FeeApplied' && !back.has(event.receipt)) return sum + event.amount
    return event.type === 'FeeUnapplied' && !back.has(event.receipt) ? sum - event.amount : sum
  }, 0)
}

const throws = fc.array(fc.nat({ max: 9999 }), { minLength: 24, maxLength: 24 })
const steps = fc.noBias(fc.array(throws, { minLength: 50, maxLength: 50 }))

describe('whatever the desk does, in whatever order', () => {
  const seen = { replies: 0, agents: 0, closed: 0, events: new Set<string>(), refused: new Set<string>() }

  test('no answer leaves unproved, unpaid or unapproved, and the journal alone is the case', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom([], [], [], begun), (list, from) => {
        const { kase, rows, refused } = walk(list, from)
        for (const [at, { event }] of rows.entries()) {
          expect(wrongPosting(rows, at)).toBeNull()
          seen.events.add(event.type)
          if (event.type === 'LettersPosted' && event.reply) seen.replies += 1
          if (event.type === 'LettersPosted' && event.reply && event.to === 'agent') seen.agents += 1
          if (event.type === 'CaseClosed') seen.closed += 1
        }
        for (const code of refused) seen.refused.add(code)
        expect(fold(rows)).toEqual(kase)
        expect(JSON.parse(JSON.stringify(rows.map(row => row.event)))).toEqual(rows.map(row => row.event))
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('and the walk has really been there', () => {
    expect(seen.replies).toBeGreaterThan(40)
    expect(seen.agents).toBeGreaterThan(5)
    expect(seen.closed).toBeGreaterThan(5)
    expect(seen.events.size).toBeGreaterThan(40)
    expect([...seen.refused].filter(code => !refusalCodes.some(each => each === code))).toEqual([])
    expect(seen.refused.size).toBeGreaterThan(30)
  })
})
