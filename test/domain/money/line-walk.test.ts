import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainDebit, leaveOf, unexplainDebit } from '../../../src/domain/money/debit.ts'
import type { LedgerAccount, LedgerEntry, Movement } from '../../../src/domain/money/ledger-entry.ts'
import { decideLine, type LineAct, lineActNames, lineRuleOf } from '../../../src/domain/money/line-acts.ts'
import { type LineState, lineState } from '../../../src/domain/money/line-state.ts'
import { monthSheet } from '../../../src/domain/money/month-sheet.ts'
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts'
import { yen } from '../../../src/domain/yen.ts'
import { ito, on, suzuki } from '../given.ts'
import { november } from './legal-ledger.ts'
import { another } from './line-story.ts'

const SUM = 3300
const today = on('2026-11-21')
const of = { operator: 'ims', account: 'a1', date: on('2026-11-20') }
const payee = { bank: 'みずほ銀行', branch: '本店', kind: 'ordinary', number: '1234567', holder: 'ヤマダ ハナコ' }
const people = [ito, suzuki, another]

/** A credit, and debits of which one may be the bank's correction of it: everything that people do with the two. */
class TwoLines {
  readonly entries: LedgerEntry[] = []
  private readonly cancels: string | undefined
  constructor(corrects: boolean) {
    this.cancels = corrects ? 'C' : undefined
    const side = { debit: 'bank', credit: 'unidentified', operator: 'ims', line: 'C', account: 'a1' } as const
    this.write([{ ...side, kind: 'line_in', on: of.date, amount: yen(SUM) }], 'import')
  }
  private write(movements: readonly Movement[], by: string) {
    for (const each of movements)
      this.entries.push({ ...each, seq: this.entries.length + 1, at: '2026-11-21T03:00:00Z', by })
  }
  private state(id: 'C' | 'D'): LineState {
    const own = this.entries.filter(({ line }) => line === id)
    if (id === 'C') return lineState({ ...of, id, in: yen(SUM) }, own)
    return lineState({ ...of, id, out: yen(SUM), ...(this.cancels && { cancels: this.cancels }) }, own)
  }
  get credit() {
    return this.state('C')
  }
  get debit() {
    return this.state('D')
  }
  /** Credits less debits. */
  balance(account: LedgerAccount): number {
    return this.entries.reduce(
      (sum, { debit, credit, amount }) => sum + (credit === account ? amount : 0) - (debit === account ? amount : 0),
      0,
    )
  }
  private decided(done: readonly Movement[] | Refusal, by: string): boolean {
    if (isRefusal(done)) return false
    this.write(done, by)
    return true
  }
  act(id: 'C' | 'D', act: LineAct, amount: number, who: number): boolean {
    const by = people[who % people.length] ?? ito
    const reason = act === 'setDebitAside' ? 'bank_fee' : 'other_business'
    const typed = { reason, amount: String(amount), payee, why: 'x', note: 'x', on: '2026-11-21' }
    const body = lineRuleOf(act).body.parse(typed) as Record<string, unknown>
    const done = decideLine(this.state(id), act, body, { today, by })
    return this.decided(isRefusal(done) ? done : done.movements, by.id)
  }
  explain(): boolean {
    const { credit, debit } = this
    return this.decided(explainDebit(debit, credit, leaveOf(debit, credit), { today, by: ito }), ito.id)
  }
  unexplain(): boolean {
    const proof = this.entries.findLast(({ kind, line }) => kind === 'debit_explained' && line === 'D')
    if (proof?.body?.of !== 'C' || this.debit.unexplained > 0) return false
    return this.decided(unexplainDebit(this.debit, this.credit, proof, { today, by: ito }), ito.id)
  }
}

/** All but who asked, and on which day: the way back is another person's, of another day. */
const told = ({ refund, recall, ...line }: LineState) => ({
  ...line,
  refund: refund && [refund.amount, refund.approved],
  recall: recall && [recall.amount, recall.state],
})

const step = fc.oneof(
  fc.record({
    act: fc.constantFrom(...lineActNames),
    on: fc.constantFrom('C' as const, 'D' as const),
    amount: fc.constantFrom(SUM, SUM, 1000),
    who: fc.nat(2),
  }),
  fc.constantFrom('explain' as const, 'unexplain' as const),
)
const steps = fc.array(step, { maxLength: 40, size: 'max' })
const play = (lines: TwoLines, all: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) =>
  all.map(each => {
    if (each === 'explain') return lines.explain()
    if (each === 'unexplain') return lines.unexplain()
    return lines.act(each.on, each.act, each.amount, each.who)
  })

describe('whatever people do with a credit and a debit of the same sum', () => {
  it('the credit is 仮受金, set aside, owed back or gone, to the yen; the month’s sheet says the same', () => {
    fc.assert(
      fc.property(fc.boolean(), steps, (corrects, all) => {
        const lines = new TwoLines(corrects)
        play(lines, all)
        const { credit, debit } = lines
        const left = debit.unexplained === 0 && debit.asideAs === undefined ? SUM : 0
        const [rest, aside, owed] = (['unidentified', 'not_ours', 'refund_payable'] as const).map(account =>
          lines.balance(account),
        )
        expect(rest).toBe(credit.rest)
        expect(aside).toBe(credit.aside)
        expect((rest ?? 0) + (aside ?? 0) + (owed ?? 0) + left).toBe(SUM)
        expect(credit.rest).toBeGreaterThanOrEqual(0)
        expect(debit.unexplained === 0 || debit.unexplained === SUM).toBe(true)
        expect(lines.balance('in_transit')).toBe(0)
        expect(lines.balance('bank') + debit.unexplained).toBe(0)
        const sheet = monthSheet(lines.entries, { month: november })
        expect(sheet.proofs.filter(each => !each.holds && each.proof !== 'negative')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('a debit that corrects proves nothing else, and one that does not correct never corrects', () => {
    fc.assert(
      fc.property(fc.boolean(), steps, (corrects, all) => {
        const lines = new TwoLines(corrects)
        play(lines, all)
        const proofs = lines.entries.flatMap(({ kind, body }) =>
          kind === 'debit_explained' && body?.what !== undefined ? [body.what] : [],
        )
        for (const what of proofs) expect(what === 'correction').toBe(corrects)
      }),
    )
  })

  it('a proof taken back leaves both lines as they were before it', () => {
    fc.assert(
      fc.property(fc.boolean(), steps, (corrects, all) => {
        const lines = new TwoLines(corrects)
        play(lines, all)
        const before = { credit: lines.credit, debit: lines.debit }
        if (!lines.explain()) return
        expect(lines.debit.unexplained).toBe(0)
        // A refund that somebody asks for meanwhile is decided first.
        const waits = lines.credit.refund !== undefined
        expect(lines.unexplain()).toBe(!waits)
        if (waits) return
        expect(lines.debit).toEqual(before.debit)
        expect(told(lines.credit)).toEqual(told(before.credit))
      }),
      { numRuns: 500 },
    )
  })
})
