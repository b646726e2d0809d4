import { caseNumber } from '../../src/domain/case-number.ts'
import { day, type PlainDate } from '../../src/domain/day.ts'
import { type Due, type LineVerdict, type PayerLine, type PayerName, settle } from '../../src/domain/settlement.ts'
import { yen } from '../../src/domain/yen.ts'

/** 受付番号 of the nth case of 2026. */
export const no = (serial: number): string => caseNumber(2026, serial)

let made = 0

/** An open case of ヤマダ タロウ that owes 3,300円, or whatever is said otherwise. */
export const due = (
  serial: number,
  kana: string | readonly PayerName[] = 'ヤマダ タロウ',
  more: Partial<Omit<Due, 'outstanding' | 'asked'>> & { outstanding?: number; asked?: number } = {},
): Due => {
  const { outstanding = 3300, asked = 3300, ...rest } = more
  return {
    caseNumber: no(serial),
    operator: 'ims',
    outstanding: yen(rest.state === undefined || rest.state === 'open' ? outstanding : 0),
    asked: yen(asked),
    state: 'open',
    names: typeof kana === 'string' ? [{ kana, role: 'subject' }] : kana,
    arrivedOn: day('2026-11-01'),
    booked: [],
    ...rest,
  }
}

/** A line of 3,300円 on 10 November, in an account that serves IMS. */
export const line = (
  payer: string,
  more: Partial<Omit<PayerLine, 'amount' | 'date'>> & { amount?: number; date?: string } = {},
): PayerLine => {
  const { amount = 3300, date = '2026-11-10', ...rest } = more
  made += 1
  return { id: `l${made}`, date: day(date), amount: yen(amount), payer, operators: ['ims'], ...rest }
}

export const byHand = (receipt: string, amount: number, receivedOn = '2026-11-10') => ({
  receipt,
  amount: yen(amount),
  receivedOn: receivedOn as PlainDate,
  byHand: true,
})

/** The verdict on one line among these cases. */
export const verdictOn = (payer: PayerLine, dues: readonly Due[], terms = {}): LineVerdict => {
  const [verdict] = settle([payer], dues, terms).lines
  if (verdict === undefined) throw new Error('a line without a verdict')
  return verdict
}

/** Bucket and cases in a word each: 'proposed 26000017'. */
export const told = (verdict: LineVerdict): string =>
  [verdict.bucket, ...verdict.proposals.map(each => each.caseNumber)].join(' ')

/** All codes said about a line, anywhere. */
export const codes = (verdict: LineVerdict): string[] => [
  ...verdict.proposals.flatMap(each => [...each.reasons, ...each.contradictions].map(({ code }) => code)),
  ...verdict.notes.map(({ code }) => code),
]
