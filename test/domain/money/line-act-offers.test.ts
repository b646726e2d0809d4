import { describe, expect, test } from 'vitest'
import { type LineAct, lineActNames } from '../../../src/domain/money/line-acts.ts'
import { kanri, sato, suzuki, takahashi } from '../given.ts'
import { allocated, another, credited, debited, type LineStory } from './line-story.ts'

const refundAsked = () => credited().do('proposeLineRefund')
const refundAgreed = () => refundAsked().do('approveLineRefund', suzuki)
const recallAsked = () => credited().do('requestRecall')

/** What a line lets a cashier do, and what an approver besides; `noteLine` is always there. */
const states: readonly (readonly [string, () => LineStory, readonly LineAct[], readonly LineAct[]])[] = [
  ['just imported', credited, ['setAside', 'proposeLineRefund', 'requestRecall'], []],
  ['set aside', () => credited().do('setAside'), ['takeBack'], []],
  [
    'set aside and taken back',
    () => credited().do('setAside').do('takeBack'),
    ['setAside', 'proposeLineRefund', 'requestRecall'],
    [],
  ],
  ['a refund proposed', refundAsked, ['requestRecall'], ['approveLineRefund', 'declineLineRefund']],
  ['a refund of all of it approved', refundAgreed, ['withdrawLineRefund'], []],
  [
    'a refund of a part approved',
    () => credited().do('proposeLineRefund', undefined, { amount: '1000' }).do('approveLineRefund', suzuki),
    ['setAside', 'withdrawLineRefund', 'requestRecall'],
    [],
  ],
  [
    'a refund declined',
    () => refundAsked().do('declineLineRefund', suzuki),
    ['setAside', 'proposeLineRefund', 'requestRecall'],
    [],
  ],
  [
    'a refund withdrawn',
    () => refundAgreed().do('withdrawLineRefund'),
    ['setAside', 'proposeLineRefund', 'requestRecall'],
    [],
  ],
  ['a recall asked for', recallAsked, ['setAside', 'proposeLineRefund'], ['agreeToRecall', 'refuseRecall']],
  ['a recall agreed to', () => recallAsked().do('agreeToRecall', suzuki), ['setAside', 'proposeLineRefund'], []],
  [
    'a recall refused',
    () => recallAsked().do('refuseRecall', suzuki),
    ['setAside', 'proposeLineRefund', 'requestRecall'],
    [],
  ],
  ['given to a case whole', () => allocated(credited()), ['requestRecall'], []],
  [
    'given to a case in part',
    () => allocated(credited(), 1000),
    ['setAside', 'proposeLineRefund', 'requestRecall'],
    [],
  ],
  [
    'given to a case, and a recall asked for',
    () => allocated(credited()).do('requestRecall'),
    [],
    ['agreeToRecall', 'refuseRecall'],
  ],
  ['a debit just imported', debited, ['setDebitAside'], []],
  ['a debit set aside', () => debited().do('setDebitAside'), ['takeDebitBack'], []],
  ['a debit set aside and taken back', () => debited().do('setDebitAside').do('takeDebitBack'), ['setDebitAside'], []],
]

describe('what is offered on a line', () => {
  test.each(states)('%s', (_, begun, byCashier, byApprover) => {
    const line = begun()
    const sorted = (acts: readonly LineAct[]) => [...acts].sort()
    expect(sorted(line.offered(sato))).toEqual(sorted(['noteLine', ...byCashier]))
    expect(sorted(line.offered(kanri))).toEqual(sorted(['noteLine', ...byCashier]))
    expect(sorted(line.offered(another))).toEqual(sorted(['noteLine', ...byCashier, ...byApprover]))
    expect(line.offered(takahashi)).toEqual([])
  })

  test('every act is offered somewhere', () => {
    const offered = new Set(states.flatMap(([, , byCashier, byApprover]) => [...byCashier, ...byApprover, 'noteLine']))
    expect(lineActNames.filter(act => !offered.has(act))).toEqual([])
  })
})

describe('why an act is not offered', () => {
  test.each<[string, () => LineStory, LineAct, string]>([
    ['money that left cannot be set aside as money that came', debited, 'setAside', 'line_is_debit'],
    ['nor taken back', debited, 'takeBack', 'line_is_debit'],
    ['nor refunded', debited, 'proposeLineRefund', 'line_is_debit'],
    ['nor recalled', debited, 'requestRecall', 'line_is_debit'],
    ['money that came needs no explaining as money that left', credited, 'setDebitAside', 'line_is_credit'],
    [
      'what was explained once is not explained again',
      () => debited().do('setDebitAside'),
      'setDebitAside',
      'nothing_to_explain',
    ],
    ['what was never set aside is not taken back', credited, 'takeBack', 'not_set_aside'],
    ['nor of a debit', debited, 'takeDebitBack', 'not_set_aside'],
    ['while a refund waits for its approval the money stays', refundAsked, 'setAside', 'line_refund_waits'],
    ['and no second refund is proposed', refundAsked, 'proposeLineRefund', 'line_refund_waits'],
    ['what all cases have cannot be refunded', () => allocated(credited()), 'proposeLineRefund', 'line_used_up'],
    ['what was given back cannot be recalled', refundAgreed, 'requestRecall', 'line_used_up'],
    ['without a proposal there is nothing to approve', credited, 'approveLineRefund', 'line_refund_missing'],
    ['what is approved is not declined', refundAgreed, 'declineLineRefund', 'line_refund_missing'],
    ['what is only proposed is declined, not withdrawn', refundAsked, 'withdrawLineRefund', 'line_refund_missing'],
    ['one recall at a time', recallAsked, 'requestRecall', 'recall_waits'],
    ['nobody asked', credited, 'agreeToRecall', 'recall_missing'],
    [
      'what is agreed to is not refused',
      () => recallAsked().do('agreeToRecall', suzuki),
      'refuseRecall',
      'recall_missing',
    ],
  ])('%s', (_, begun, act, code) => {
    expect(begun().refusal(act, another)).toEqual({ refused: code })
  })
})
