import type { PlainDate } from './day.ts'
import { type Yen, yen } from './yen.ts'

/** 端数処理 (国税庁: the taxpayer chooses, once per receipt and rate). */
export const roundings = ['floor', 'round', 'ceil'] as const
type Rounding = (typeof roundings)[number]

const rounded: Readonly<Record<Rounding, (value: number) => number>> = {
  floor: Math.floor,
  round: Math.round,
  ceil: Math.ceil,
}

/** The consumption tax inside a sum of 税込. */
export const taxWithin = (gross: number, rate: number, rounding: Rounding = 'floor'): Yen =>
  yen(rounded[rounding]((gross * rate) / (100 + rate)))

/** Percent, national and local together. */
export type TaxRate = 3 | 5 | 8 | 10

/** The figure printed in the policy: net is 税別, gross is 税込. */
export interface PublishedFee {
  readonly amount: Yen
  readonly basis: 'net' | 'gross'
  /** what becomes of a fraction of a yen of tax; dropped where nothing is said */
  readonly rounding?: Rounding
}

export interface AskedFee {
  readonly published: PublishedFee
  readonly rate: TaxRate
  readonly asked: Yen
  /** The part of `asked` that is consumption tax, its fraction rounded as the policy says. */
  readonly tax: Yen
}

const RATES: readonly { from: string; rate: TaxRate }[] = [
  { from: '2019-10-01', rate: 10 },
  { from: '2014-04-01', rate: 8 },
  { from: '1997-04-01', rate: 5 },
  { from: '1989-04-01', rate: 3 },
]

const ratesSince = (on: PlainDate) => RATES.filter(({ from }) => from <= on).map(({ rate }) => rate)

/** Throws RangeError before 1989-04-01: no fee of the Act (2005) can be older. */
export function consumptionTaxRate(on: PlainDate): TaxRate {
  const [rate] = ratesSince(on)
  if (rate === undefined) throw new RangeError(`no consumption tax on ${on}`)
  return rate
}

/** What the requester pays for a case that arrived `on`. Net moves with the rate, gross stays as printed. */
export function askedFee(published: PublishedFee, on: PlainDate): AskedFee {
  const rate = consumptionTaxRate(on)
  const { amount, basis, rounding = 'floor' } = published
  if (basis === 'gross') return { published, rate, asked: amount, tax: taxWithin(amount, rate, rounding) }
  const tax = yen(rounded[rounding]((amount * rate) / 100))
  return { published, rate, asked: yen(amount + tax), tax }
}

const roundNet = (gross: number, rate: TaxRate): Yen | null => {
  const net = Math.round(gross / (100 + rate)) * 100
  return Math.round((net * (100 + rate)) / 100) === gross ? yen(net) : null
}

/** A 税込 figure that looks like a round price at an older rate (3,150円 is 3,000 at 5 %): worth a warning, never a change. */
export function staleGross(published: PublishedFee, on: PlainDate): { rate: TaxRate; net: Yen } | null {
  const [current, ...older] = ratesSince(on)
  if (published.basis === 'net' || current === undefined || roundNet(published.amount, current) !== null) return null
  for (const rate of older) {
    const net = roundNet(published.amount, rate)
    if (net !== null) return { rate, net }
  }
  return null
}
