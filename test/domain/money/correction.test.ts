import { describe, expect, it } from 'vitest'
import { explainDebit, leaveOf, unexplainDebit } from '../../../src/domain/money/debit.ts'
import type { LedgerEntry, Movement } from '../../../src/domain/money/ledger-entry.ts'
import { type LineState, lineState } from '../../../src/domain/money/line-state.ts'
import { monthSheet } from '../../../src/domain/money/month-sheet.ts'
import { isRefusal, refuse } from '../../../src/domain/refusal.ts'
import { yen } from '../../../src/domain/yen.ts'
import { ito, on } from '../given.ts'
import { november } from './legal-ledger.ts'

const today = on('2026-11-21')
const line = { operator: 'ims', account: 'a1', date: on('2026-11-20') }
const came: Movement = {
  kind: 'line_in',
  on: line.date,
  debit: 'bank',
  credit: 'unidentified',
  amount: yen(3300),
  operator: 'ims',
  line: 'L1',
  account: 'a1',
}
const written = (movements: readonly Movement[]): LedgerEntry[] =>
  movements.map((each, at) => ({ ...each, seq: at + 1, at: '2026-11-21T03:00:00Z', by: ito.id }))
const creditAfter = (...movements: readonly Movement[]) =>
  lineState({ ...line, id: 'L1', in: yen(3300) }, written([came, ...movements].filter(each => each.line === 'L1')))
const debit = (over: Partial<LineState> = {}): LineState => ({
  ...lineState({ ...line, id: 'L2', out: yen(3300), cancels: 'L1' }, []),
  ...over,
})
const given = (over: Partial<Movement> & Pick<Movement, 'kind'>): Movement => ({ ...came, on: today, ...over })
const corrected = (proof = debit(), of = creditAfter()) => explainDebit(proof, of, 'correction', { today, by: ito })
const done = (moved: ReturnType<typeof corrected>): readonly Movement[] => {
  if (isRefusal(moved)) throw new Error(JSON.stringify(moved))
  return moved
}

describe('a credit that the bank took back as its own error', () => {
  it('leaves 仮受金 by the debit that names it, on the day of the debit', () => {
    const moved = done(corrected())
    expect(moved.map(({ kind, debit, credit, line, on }) => [kind, debit, credit, line, on])).toEqual([
      ['corrected', 'unidentified', 'in_transit', 'L1', '2026-11-20'],
      ['debit_explained', 'in_transit', 'bank', 'L2', '2026-11-20'],
    ])
    expect(creditAfter(...moved)).toMatchObject({ rest: 0, given: 0, aside: 0 })
  })

  it('is 仮受金 again when the proof is taken back', () => {
    const moved = done(corrected())
    const proof = written(moved)[1]
    if (proof === undefined) throw new Error('no proof')
    const back = done(unexplainDebit(debit({ unexplained: 0 }), creditAfter(...moved), proof, { today, by: ito }))
    expect(back.map(({ kind, line, on }) => [kind, line, on])).toEqual([
      ['debit_unexplained', 'L2', today],
      ['correction_undone', 'L1', today],
    ])
    expect(creditAfter(...moved, ...back)).toEqual(creditAfter())
  })

  const held = { debit: 'unidentified', credit: 'held' } as const
  it.each([
    ['another credit', debit({ cancels: 'L9' }), creditAfter(), 'nothing_to_explain'],
    ['no credit at all', lineState({ ...line, id: 'L2', out: yen(3300) }, []), creditAfter(), 'nothing_to_explain'],
    ['another account', debit({ account: 'a2' }), creditAfter(), 'nothing_to_explain'],
    ['another sum', debit({ unexplained: 3299 }), creditAfter(), 'nothing_to_explain'],
    ['an earlier day', debit({ date: on('2026-11-19') }), creditAfter(), 'nothing_to_explain'],
    ['a credit that a case has', debit(), creditAfter(given({ kind: 'allocated', ...held })), 'line_used_up'],
    [
      'a credit of which a case has a part',
      debit(),
      creditAfter(given({ kind: 'allocated', ...held, amount: yen(1) })),
      'line_used_up',
    ],
    [
      'a credit that was set aside',
      debit(),
      creditAfter(given({ kind: 'set_aside', debit: 'unidentified', credit: 'not_ours' })),
      'line_used_up',
    ],
    [
      'a credit whose refund waits',
      debit(),
      creditAfter(given({ kind: 'refund_proposed', amount: yen(0), body: { amount: 3300 } })),
      'line_refund_waits',
    ],
    [
      'a credit that its payer’s bank asks for',
      debit(),
      creditAfter(given({ kind: 'recall_requested', amount: yen(0), body: { amount: 3300 } })),
      'recall_waits',
    ],
  ])('is not proved by a debit that takes back %s', (_what, proof, of, code) => {
    expect(corrected(proof, of)).toMatchObject({ refused: code })
  })

  it('is not proved by a credit, nor does a debit correct a debit', () => {
    expect(corrected(creditAfter())).toEqual(refuse('line_is_credit', { field: 'debit' }))
    expect(corrected(debit(), debit({ id: 'L1' }))).toMatchObject({ refused: 'line_is_debit' })
  })

  it('is no refund and no recall, whatever was approved for the same sum', () => {
    const owed = creditAfter(given({ kind: 'refund_owed', debit: 'unidentified', credit: 'refund_payable' }))
    const agreed = creditAfter(
      given({ kind: 'recall_requested', amount: yen(0), body: { amount: 3300 } }),
      given({ kind: 'recall_agreed', amount: yen(0) }),
    )
    for (const [what, of] of [
      ['refund', owed],
      ['recall', agreed],
    ] as const) {
      expect(explainDebit(debit({ cancels: 'L9' }), of, what, { today, by: ito })).toMatchObject({
        refused: 'nothing_to_explain',
      })
      expect([leaveOf(debit(), of), leaveOf(debit({ cancels: 'L9' }), of)]).toEqual(['correction', what])
    }
  })

  it('stands in the month’s sheet as what left, with every proof holding, before and after it is undone', () => {
    const moved = done(corrected())
    const proof = written(moved)[1]
    if (proof === undefined) throw new Error('no proof')
    const back = done(unexplainDebit(debit({ unexplained: 0 }), creditAfter(...moved), proof, { today, by: ito }))
    for (const [all, returned, unidentified, bank] of [
      [[came, ...moved], 3300, 0, 0],
      [[came, ...moved, ...back], 0, 3300, 3300],
    ] as const) {
      const sheet = monthSheet(written(all), { month: november })
      expect(sheet.proofs.filter(each => !each.holds)).toEqual([])
      expect(sheet.total).toMatchObject({ received: 3300, returned, unidentified })
      expect(sheet.banks).toMatchObject([{ received: 3300, returned, unidentified, closing: bank }])
    }
  })
})
