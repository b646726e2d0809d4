import fc from 'fast-check'
import { addDays, day } from '../../../src/domain/day.ts'
import type { Month } from '../../../src/domain/money/closing.ts'
import type { LedgerAccount, LedgerEntry, Movement } from '../../../src/domain/money/ledger-entry.ts'
import { yen } from '../../../src/domain/yen.ts'

/** The month of `entry`. */
export const november = '2026-11' as Month

/** One throw of the dice: what to try, on whom, how much, and how many days later. */
interface Throw {
  readonly act: number
  readonly who: number
  readonly amount: number
  readonly days: number
}

const throws = fc.array(
  fc.record({
    act: fc.nat(27),
    who: fc.nat(4),
    amount: fc.integer({ min: 1, max: 5000 }),
    days: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }),
  }),
  { maxLength: 120, size: 'max' },
)

const operators = ['ims', 'kinki', null] as const
const assets = ['cash', 'stamps', 'postal_orders', 'in_transit'] as const

/** Plays throws as the desk would book them: nothing is given that is not there. */
const play = (all: readonly Throw[]): LedgerEntry[] => {
  const entries: LedgerEntry[] = []
  const balances = new Map<string, number>()
  const lineOf = new Map<string, { operator: string | null; account: string }>()
  let on = day('2026-09-20')
  const has = (key: string) => balances.get(key) ?? 0
  const shift = (key: string, by: number) => balances.set(key, has(key) + by)
  const book = (movement: Omit<Movement, 'on' | 'amount'> & { amount: number }) =>
    entries.push({
      ...movement,
      amount: yen(movement.amount),
      on,
      seq: entries.length + 1,
      at: `${on}T01:00:00.000Z`,
      by: 's1',
    })
  /** Between two accounts of one case, as much as there is. */
  const within = (
    who: number,
    amount: number,
    kind: Movement['kind'],
    debit: LedgerAccount,
    credit: LedgerAccount,
    [less, more]: readonly [string, string],
  ) => {
    const most = Math.min(amount, has(`${less}:${who}`))
    if (most === 0) return
    shift(`${less}:${who}`, -most)
    shift(`${more}:${who}`, most)
    book({ kind, debit, credit, amount: most, ...caseOf(who) })
  }
  const caseOf = (who: number) => ({
    operator: who % 2 === 0 ? 'ims' : 'kinki',
    caseNumber: `2600${String(who).padStart(4, '0')}`,
    receipt: 'r1',
  })
  for (const { act, who, amount, days } of all) {
    on = addDays(on, days)
    const line = `l${who}`
    const held = Math.min(amount, has(`held:${who}`))
    const free = Math.min(amount, has(`line:${who}`))
    const asset = assets[amount % 4] ?? 'cash'
    const kept = Math.min(held, has(asset))
    switch (act) {
      case 0:
      case 1:
      case 2: {
        if (lineOf.has(line)) break
        const origin = { operator: operators[who % 3] ?? null, account: `b${who % 2}` }
        lineOf.set(line, origin)
        shift(`line:${who}`, amount)
        shift('bank', amount)
        shift(`came:${who}`, amount)
        book({ kind: 'line_in', debit: 'bank', credit: 'unidentified', amount, line, ...origin })
        break
      }
      case 3:
      case 4: {
        if (free === 0) break
        const to = (who + (amount % 2)) % 5
        shift(`line:${who}`, -free)
        shift(`held:${to}`, free)
        shift(`from:${who}:${to}`, free)
        book({ kind: 'allocated', debit: 'unidentified', credit: 'held', amount: free, line, ...caseOf(to) })
        break
      }
      case 5: {
        const to = (who + (amount % 2)) % 5
        const back = Math.min(has(`from:${who}:${to}`), has(`held:${to}`))
        if (back === 0) break
        shift(`from:${who}:${to}`, -back)
        shift(`held:${to}`, -back)
        shift(`line:${who}`, back)
        book({ kind: 'released', debit: 'held', credit: 'unidentified', amount: back, line, ...caseOf(to) })
        break
      }
      case 6:
      case 7:
        shift(`held:${who}`, amount)
        shift(asset, amount)
        if (asset === 'in_transit') shift(`transit:${who}`, amount)
        book({ kind: 'received', debit: asset, credit: 'held', amount, ...caseOf(who) })
        break
      case 8: {
        const back = asset === 'in_transit' ? Math.min(held, has(`transit:${who}`)) : kept
        if (back === 0) break
        if (asset === 'in_transit') shift(`transit:${who}`, -back)
        shift(`held:${who}`, -back)
        shift(asset, -back)
        book({ kind: amount % 2 ? 'reversed' : 'returned', debit: 'held', credit: asset, amount: back, ...caseOf(who) })
        break
      }
      case 9: {
        const to = (who + (amount % 2)) % 5
        const same = Math.min(free, has(`transit:${to}`))
        if (same === 0) break
        shift(`line:${who}`, -same)
        shift(`transit:${to}`, -same)
        shift('in_transit', -same)
        book({ kind: 'linked', debit: 'unidentified', credit: 'in_transit', amount: same, line, ...caseOf(to) })
        break
      }
      case 10:
      case 11:
      case 12:
        within(who, amount, 'applied', 'held', 'fees', ['held', 'fees'])
        break
      case 13:
        within(who, amount, 'unapplied', 'fees', 'held', ['fees', 'held'])
        break
      case 14:
        within(who, amount, 'given_up', 'held', 'kept', ['held', 'kept'])
        break
      case 15:
        within(who, amount, 'refund_owed', 'held', 'refund_payable', ['held', 'payable'])
        break
      case 16:
        within(who, amount, 'refund_unpaid', 'refund_payable', 'held', ['payable', 'held'])
        break
      case 17: {
        const out = Math.min(amount, has(`payable:${who}`))
        if (out === 0) break
        shift(`payable:${who}`, -out)
        shift(`sent:${who}`, out)
        book({ kind: 'refund_paid', debit: 'refund_payable', credit: 'in_transit', amount: out, ...caseOf(who) })
        break
      }
      case 18:
      case 19: {
        if (free === 0) break
        const origin = lineOf.get(line) ?? { operator: null, account: 'b0' }
        shift(`line:${who}`, -free)
        const ids = { line, ...origin }
        if (act === 18) {
          shift(`aside:${who}`, free)
          book({ kind: 'set_aside', debit: 'unidentified', credit: 'not_ours', amount: free, ...ids })
          break
        }
        shift('sent:', free)
        if (amount % 2) {
          book({ kind: 'recalled', debit: 'unidentified', credit: 'in_transit', amount: free, ...ids })
          break
        }
        book({ kind: 'refund_owed', debit: 'unidentified', credit: 'refund_payable', amount: free, ...ids })
        book({ kind: 'refund_paid', debit: 'refund_payable', credit: 'in_transit', amount: free, ...ids })
        break
      }
      case 20: {
        const back = Math.min(amount, has(`aside:${who}`))
        if (back === 0) break
        shift(`aside:${who}`, -back)
        shift(`line:${who}`, back)
        const operator = lineOf.get(line)?.operator ?? null
        book({ kind: 'taken_back', debit: 'not_ours', credit: 'unidentified', amount: back, line, operator })
        break
      }
      case 21: {
        const cashed = Math.min(amount, has('postal_orders'))
        if (cashed === 0) break
        shift('postal_orders', -cashed)
        const into = amount % 2 ? 'cash' : 'in_transit'
        shift(into, cashed)
        book({ kind: 'orders_cashed', debit: into, credit: 'postal_orders', amount: cashed, operator: 'ims' })
        break
      }
      case 22: {
        const used = Math.min(amount, has('stamps'))
        if (used === 0) break
        shift('stamps', -used)
        book({ kind: 'stamps_used', debit: 'postage', credit: 'stamps', amount: used, operator: 'ims' })
        break
      }
      case 23:
      case 24: {
        const of = act === 23 ? `sent:${who}` : 'sent:'
        const sent = Math.min(amount, has(of))
        if (sent === 0) break
        shift(of, -sent)
        const ids = act === 23 ? caseOf(who) : { operator: null }
        const debit = { line: `d${entries.length}`, account: `b${amount % 2}` }
        book({ kind: 'debit_explained', debit: 'in_transit', credit: 'bank', amount: sent, ...ids, ...debit })
        break
      }
      case 25:
      case 26: {
        const [from, into] = act === 25 ? [`line:${who}`, `wrong:${who}`] : [`wrong:${who}`, `line:${who}`]
        const came = has(`came:${who}`)
        if (came === 0 || has(from) !== came) break
        shift(from, -came)
        shift(into, came)
        const { operator, account } = lineOf.get(line) ?? { operator: null, account: 'b0' }
        const of = { amount: came, operator, account }
        const debit = { ...of, line: `w${who}` }
        if (act === 25) {
          book({ kind: 'corrected', debit: 'unidentified', credit: 'in_transit', line, ...of })
          book({ kind: 'debit_explained', debit: 'in_transit', credit: 'bank', ...debit })
        } else {
          book({ kind: 'debit_unexplained', debit: 'bank', credit: 'in_transit', ...debit })
          book({ kind: 'correction_undone', debit: 'in_transit', credit: 'unidentified', line, ...of })
        }
        break
      }
      default:
        book({ kind: 'noted', debit: 'held', credit: 'held', amount: 0, ...caseOf(who) })
    }
  }
  return entries
}

/** Random sequences that the desk could have booked, over about half a year. */
export const legalLedgers = throws.map(play)

/** Any entries at all. */
export const entry = (
  over: Partial<Omit<LedgerEntry, 'on' | 'amount'>> & { on?: string; amount?: number },
): LedgerEntry => {
  const { on = '2026-11-05', amount = 3300, ...rest } = over
  return {
    kind: 'line_in',
    debit: 'bank',
    credit: 'unidentified',
    operator: 'ims',
    seq: 1,
    at: `${on}T01:00:00.000Z`,
    by: 's1',
    ...rest,
    on: day(on),
    amount: yen(amount),
  }
}
