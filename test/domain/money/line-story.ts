import type { PlainDate } from '../../../src/domain/day.ts'
import type { LedgerEntry, Movement } from '../../../src/domain/money/ledger-entry.ts'
import { barredAct, decideLine, type LineAct, lineActNames, lineRuleOf } from '../../../src/domain/money/line-acts.ts'
import { type LineState, lineState } from '../../../src/domain/money/line-state.ts'
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts'
import type { Actor } from '../../../src/domain/rule.ts'
import { yen } from '../../../src/domain/yen.ts'
import { ito, on, suzuki } from '../given.ts'

const today: PlainDate = on('2026-11-21')
const account = { bank: 'みずほ銀行', branch: '本店', kind: 'ordinary', number: '1234567', holder: 'ヤマダ ハナコ' }
/** What each act is sent with when a test says nothing else. */
const plain: Partial<Record<LineAct, object>> = {
  setAside: { reason: 'other_business' },
  noteLine: { note: '照会中' },
  proposeLineRefund: { amount: '3300', payee: account, why: '重複' },
  declineLineRefund: { why: '案件が見つかった' },
  withdrawLineRefund: { why: '口座が違う' },
  requestRecall: { on: '2026-11-21', amount: '3300', why: '振込先の誤り' },
  refuseRecall: { why: '請求者の入金と確認した' },
  setDebitAside: { reason: 'bank_fee' },
}

/** One line of 2026-11-20 on an account of IMS, with all that people do with it on the next day. */
export class LineStory {
  readonly entries: LedgerEntry[] = []
  private readonly side: { in: number } | { out: number }
  constructor(side: { in: number } | { out: number }) {
    this.side = side
    if ('in' in side) this.moved({ kind: 'line_in', debit: 'bank', credit: 'unidentified', amount: yen(side.in) })
  }

  state(): LineState {
    const side = 'in' in this.side ? { in: yen(this.side.in) } : { out: yen(this.side.out) }
    return lineState({ id: 'L1', operator: 'ims', account: 'A1', date: on('2026-11-20'), ...side }, this.entries)
  }
  /** An entry that another part of the desk writes about this line. */
  moved(given: Omit<Movement, 'on' | 'operator'>, by = ito): this {
    const seq = this.entries.length + 1
    const at = '2026-11-21T03:00:00Z'
    this.entries.push({ on: today, operator: 'ims', line: 'L1', ...given, seq, at, by: by.id })
    return this
  }
  try(act: LineAct, by: Actor = ito, more: object = {}) {
    const body = lineRuleOf(act).body.parse({ ...plain[act], ...more }) as Record<string, unknown>
    return decideLine(this.state(), act, body, { today, by })
  }
  do(act: LineAct, by: Actor = ito, more: object = {}): this {
    const done = this.try(act, by, more)
    if (isRefusal(done)) throw new Error(`${act} was refused: ${JSON.stringify(done)}`)
    for (const movement of done.movements) this.moved(movement, by)
    return this
  }
  refusal(act: LineAct, by: Actor = ito, more: object = {}): Refusal | null {
    const done = this.try(act, by, more)
    return isRefusal(done) ? done : null
  }
  /** What this person is offered. */
  offered(by: Actor): LineAct[] {
    return lineActNames.filter(act => barredAct(this.state(), act, { today, by }) === null)
  }
}

export const credited = (amount = 3300) => new LineStory({ in: amount })
export const debited = (amount = 3300) => new LineStory({ out: amount })
/** Given to a case whole, as settling writes it. */
export const allocated = (story: LineStory, amount = 3300) =>
  story.moved({ kind: 'allocated', debit: 'unidentified', credit: 'held', amount: yen(amount) })
export const another: Actor = { ...suzuki, id: 'another' }
