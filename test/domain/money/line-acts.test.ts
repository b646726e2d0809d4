import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../../src/domain/day.ts'
import { explainDebit, unexplainDebit } from '../../../src/domain/money/debit.ts'
import type { LedgerEntry, Movement } from '../../../src/domain/money/ledger-entry.ts'
import { decideLine, type LineAct, lineRuleOf } from '../../../src/domain/money/line-acts.ts'
import { type LineState, lineState } from '../../../src/domain/money/line-state.ts'
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts'
import type { Actor } from '../../../src/domain/rule.ts'
import { type Yen, yen } from '../../../src/domain/yen.ts'
import { ito, sato, suzuki } from '../given.ts'

const today = '2026-11-21' as PlainDate
const payee = { bank: 'みずほ銀行', branch: '本店', kind: 'ordinary', number: '1234567', holder: 'ヤマダ ハナコ' }

/** A line and everything that has been done with it. */
const story = (side: { in: Yen } | { out: Yen }, id = 'L1') => {
  const line = { id, operator: 'ims', account: 'a1', date: '2026-11-20' as PlainDate, ...side }
  const entries: LedgerEntry[] = []
  const write = (movements: readonly Movement[], by: Actor) => {
    for (const each of movements.filter(each => each.line === id))
      entries.push({ ...each, seq: entries.length + 1, at: '2026-11-21T03:00:00Z', by: by.id })
  }
  if ('in' in side)
    write(
      [
        {
          kind: 'line_in',
          on: line.date,
          debit: 'bank',
          credit: 'unidentified',
          amount: side.in,
          operator: 'ims',
          line: id,
        },
      ],
      ito,
    )
  const state = (): LineState => lineState(line, entries)
  const act = (name: LineAct, body: unknown, by: Actor = ito): Refusal | null => {
    const parsed = lineRuleOf(name).body.parse(body) as Record<string, unknown>
    const done = decideLine(state(), name, parsed, { today, by })
    if (isRefusal(done)) return done
    write(done.movements, by)
    return null
  }
  return { state, act, write, entries }
}
const refused = (code: string) => expect.objectContaining({ refused: code })

describe('a credit line', () => {
  it('is 仮受金 in full until something is done with it', () => {
    expect(story({ in: yen(3300) }).state()).toMatchObject({ rest: 3300, aside: 0 })
  })

  it('that is none of ours is set aside and taken back, to the yen', () => {
    const line = story({ in: yen(3300) })
    expect(line.act('setAside', { reason: 'other_business' })).toBeNull()
    expect(line.state()).toMatchObject({ rest: 0, aside: 3300 })
    expect(line.act('setAside', { reason: 'interest' })).toEqual(refused('line_used_up'))
    expect(line.act('takeBack', {})).toBeNull()
    expect(line.state()).toMatchObject({ rest: 3300, aside: 0 })
    expect(line.act('takeBack', {})).toEqual(refused('not_set_aside'))
  })

  it('is returned only after another person has approved it', () => {
    const line = story({ in: yen(3300) })
    expect(line.act('approveLineRefund', {}, suzuki)).toEqual(refused('line_refund_missing'))
    expect(line.act('proposeLineRefund', { amount: '3,301', payee, why: '重複' })).toEqual(refused('line_used_up'))
    expect(line.act('proposeLineRefund', { amount: '3300', payee, why: '重複' }, suzuki)).toBeNull()
    expect(line.act('setAside', { reason: 'other' })).toEqual(refused('line_refund_waits'))
    expect(line.act('approveLineRefund', {}, ito)).toEqual(refused('not_allowed'))
    expect(line.act('approveLineRefund', {}, suzuki)).toEqual(refused('same_person'))
    expect(line.act('approveLineRefund', {}, { ...suzuki, id: 'another' })).toBeNull()
    expect(line.state()).toMatchObject({ rest: 0, refund: { amount: 3300, approved: true } })
  })

  it('may be asked for again after a refusal', () => {
    const line = story({ in: yen(3300) })
    line.act('proposeLineRefund', { amount: '3300', payee, why: '重複' })
    expect(line.act('declineLineRefund', { why: '案件が見つかった' }, suzuki)).toBeNull()
    expect(line.state().refund).toBeUndefined()
    expect(line.act('proposeLineRefund', { amount: '100', payee, why: '差額' })).toBeNull()
  })

  it('goes back to 仮受金 when its refund is not sent', () => {
    const line = story({ in: yen(3300) })
    line.act('proposeLineRefund', { amount: '3300', payee, why: '重複' })
    line.act('approveLineRefund', {}, suzuki)
    expect(line.act('withdrawLineRefund', { why: '口座なし' })).toBeNull()
    expect(line.state()).toMatchObject({ rest: 3300 })
  })
})

describe('組戻し', () => {
  it('waits for one who decides, and for the money to be nobody else’s', () => {
    const line = story({ in: yen(3300) })
    expect(line.act('requestRecall', { on: '2026-11-19', amount: '3300', why: '誤振込' })).toEqual(
      refused('date_before_event'),
    )
    expect(line.act('requestRecall', { on: '2026-11-22', amount: '3300', why: '誤振込' })).toEqual(
      refused('date_in_future'),
    )
    expect(line.act('requestRecall', { on: '2026-11-21', amount: '3300', why: '誤振込' })).toBeNull()
    line.write(
      [
        {
          kind: 'allocated',
          on: today,
          debit: 'unidentified',
          credit: 'held',
          amount: yen(3300),
          operator: 'ims',
          line: 'L1',
        },
      ],
      ito,
    )
    expect(line.act('agreeToRecall', {}, ito)).toEqual(refused('not_allowed'))
    expect(line.act('agreeToRecall', {}, suzuki)).toEqual(refused('recall_allocated'))
    expect(line.act('refuseRecall', { why: '手数料に充当済み' }, suzuki)).toBeNull()
    expect(line.state().recall).toBeUndefined()
  })
})

describe('a debit line', () => {
  const returned = () => {
    const credit = story({ in: yen(3300) })
    credit.act('proposeLineRefund', { amount: '3300', payee, why: '重複' })
    credit.act('approveLineRefund', {}, suzuki)
    return credit
  }
  const debit = (out = 3300) => story({ out: yen(out) }, 'L2')
  const prove = (of: ReturnType<typeof story>, by: ReturnType<typeof story>, what: 'refund' | 'recall') => {
    const moved = explainDebit(by.state(), of.state(), what, { today, by: ito })
    if (isRefusal(moved)) return moved
    of.write(moved, ito)
    by.write(moved, ito)
    return null
  }

  it('proves the refund that it paid, and only to the yen', () => {
    const credit = returned()
    expect(prove(credit, debit(3299), 'refund')).toEqual(refused('nothing_to_explain'))
    const proof = debit()
    expect(prove(credit, proof, 'refund')).toBeNull()
    expect(proof.state().unexplained).toBe(0)
    expect(credit.state().refund).toBeUndefined()
    expect(prove(credit, debit(), 'refund')).toEqual(refused('nothing_to_explain'))
  })

  it('that pays a bank fee is set aside and taken back, and never becomes 仮受金', () => {
    const line = debit(440)
    expect(line.act('setDebitAside', { reason: 'other' })).toBeNull()
    expect(line.act('takeBack', {})).toEqual(refused('line_is_debit'))
    expect(line.act('takeDebitBack', {})).toBeNull()
    expect(line.state()).toMatchObject({ unexplained: 440, rest: 0 })
  })

  it('may be taken back, and the refund is owed again', () => {
    const [credit, proof] = [returned(), debit()]
    prove(credit, proof, 'refund')
    const last = proof.entries.at(-1)
    const moved = last && unexplainDebit(proof.state(), credit.state(), last, { today, by: sato })
    if (moved === undefined || isRefusal(moved)) throw new Error('refused')
    credit.write(moved, ito)
    proof.write(moved, ito)
    expect(proof.state().unexplained).toBe(3300)
    expect(credit.state()).toMatchObject({ rest: 0, refund: { amount: 3300, approved: true } })
  })

  it('proves the recall that was agreed to, and gives it back', () => {
    const [credit, proof] = [story({ in: yen(3300) }), debit()]
    expect(prove(credit, proof, 'recall')).toEqual(refused('nothing_to_explain'))
    credit.act('requestRecall', { on: '2026-11-21', amount: '3300', why: '誤振込' })
    credit.act('agreeToRecall', {}, suzuki)
    expect(prove(credit, proof, 'recall')).toBeNull()
    expect(credit.state()).toMatchObject({ rest: 0 })
    const last = proof.entries.at(-1)
    const moved = last && unexplainDebit(proof.state(), credit.state(), last, { today, by: sato })
    if (moved === undefined || isRefusal(moved)) throw new Error('refused')
    credit.write(moved, ito)
    expect(credit.state()).toMatchObject({ rest: 3300, recall: { amount: 3300, state: 'agreed' } })
  })
})

describe('a line that is used up', () => {
  it('is not asked to be recalled again', () => {
    const [credit, proof] = [story({ in: yen(3300) }), story({ out: yen(3300) }, 'L2')]
    credit.act('requestRecall', { on: '2026-11-21', amount: '3300', why: '誤振込' })
    credit.act('agreeToRecall', {}, suzuki)
    const moved = explainDebit(proof.state(), credit.state(), 'recall', { today, by: ito })
    if (isRefusal(moved)) throw new Error('refused')
    credit.write(moved, ito)
    expect(credit.act('requestRecall', { on: '2026-11-21', amount: '3300', why: '再度' })).toEqual(
      refused('line_used_up'),
    )
  })

  it('is taken back by the bank from its own account alone', () => {
    const credit = story({ in: yen(3300) })
    credit.act('requestRecall', { on: '2026-11-21', amount: '3300', why: '誤振込' })
    credit.act('agreeToRecall', {}, suzuki)
    const elsewhere = { ...story({ out: yen(3300) }, 'L2').state(), account: 'a2' }
    expect(explainDebit(elsewhere, credit.state(), 'recall', { today, by: ito })).toEqual(refused('nothing_to_explain'))
  })
})
