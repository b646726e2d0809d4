import type { PlainDate } from './day.ts'
import { postTariffs, type Steps } from './post-tariffs.ts'
import { type Yen, yen } from './yen.ts'

export type PostService =
  | 'general_registered'
  | 'simple_registered'
  | 'specified_record'
  | 'ordinary'
  | 'letter_pack'
  | 'cash_registered'
  | 'electronic'
  | 'counter'

export type PostOption = 'delivery_certificate' | 'addressee_only' | 'no_forwarding' | 'express'

/** 配達証明 and 本人限定受取 ride on 一般書留 only (Japan Post, 付加サービス). */
export function fitting(service: PostService, options: readonly PostOption[]): boolean {
  return service === 'general_registered' || !options.some(o => o === 'delivery_certificate' || o === 'addressee_only')
}

/** 定形; 定形外規格内 (34 × 25 × 3 cm and 1 kg at most); 定形外規格外 (beyond that, 4 kg at most) */
export const letterSizes = ['standard', 'within', 'beyond'] as const
export type LetterSize = (typeof letterSizes)[number]

const LABELS: Readonly<Partial<Record<PostService | PostOption, string>>> = {
  general_registered: '一般書留',
  simple_registered: '簡易書留',
  specified_record: '特定記録',
  delivery_certificate: '配達証明',
  addressee_only: '本人限定受取',
  express: '速達',
}

const SIZES: Readonly<Record<LetterSize, string>> = {
  standard: '定形',
  within: '定形外（規格内）',
  beyond: '定形外（規格外）',
}

const isOption = (s: PostService | PostOption): s is PostOption =>
  s === 'delivery_certificate' || s === 'addressee_only' || s === 'no_forwarding' || s === 'express'

export interface Postage {
  readonly total: Yen
  readonly parts: readonly { readonly label: string; readonly amount: Yen }[]
}

/** `services`: at most one service (none is 普通) and its options. */
export interface PostageQuestion {
  readonly on: PlainDate
  readonly grams: number
  readonly size: LetterSize
  readonly services: readonly (PostService | PostOption)[]
}

const stepFor = (steps: Steps, grams: number) => steps.find(([limit]) => grams > 0 && grams <= limit)

const priceOf = (price: number | Steps | undefined, grams: number): number | undefined =>
  typeof price === 'object' ? stepFor(price, grams)?.[1] : price

/**
 * Stamps for one letter posted `on`, by the prices of that day. Null where services do not fit together, the size does not carry
 * the weight, the day is before the oldest tariff, or the service has no stamps of its own (レターパック, 現金書留).
 */
export function postage({ on, grams, size, services }: PostageQuestion): Postage | null {
  const options = services.filter(isOption)
  const [service = 'ordinary', ...more] = services.filter(s => !isOption(s))
  if (more.length > 0 || !fitting(service, options)) return null
  if (service === 'electronic' || service === 'counter') return { total: yen(0), parts: [] }

  const tariff = postTariffs.find(({ from }) => from <= on)
  const step = tariff && stepFor(tariff.letters[size], grams)
  if (!tariff || !step) return null

  const parts = [{ label: `${SIZES[size]} ${step[0]}gまで`, amount: yen(step[1]) }]
  for (const item of new Set([service, ...options])) {
    const amount = priceOf(tariff.extra[item], grams)
    if (amount === undefined) return null
    const label = LABELS[item]
    if (label !== undefined) parts.push({ label, amount: yen(amount) })
  }
  return { total: yen(parts.reduce((sum, { amount }) => sum + amount, 0)), parts }
}

/** Millimetres; the sides in any order. */
export interface Bulk {
  readonly sides: readonly [number, number]
  readonly thickness: number
  readonly grams: number
}

const LARGEST: readonly { size: LetterSize; long: number; short: number; thickness: number; grams: number }[] = [
  { size: 'standard', long: 235, short: 120, thickness: 10, grams: 50 },
  { size: 'within', long: 340, short: 250, thickness: 30, grams: 1000 },
]

/** The cheapest size that a letter goes as, or null where it goes as no letter (下限 140 × 90 mm; 上限 600 mm, 三辺 900 mm, 4 kg). */
export function letterSize({ sides, thickness, grams }: Bulk): LetterSize | null {
  const [short, long] = [Math.min(...sides), Math.max(...sides)]
  const known = [short, thickness, grams].every(each => Number.isFinite(each) && each > 0)
  if (!known || long < 140 || short < 90) return null
  const found = LARGEST.find(
    most => long <= most.long && short <= most.short && thickness <= most.thickness && grams <= most.grams,
  )
  if (found) return found.size
  return long <= 600 && long + short + thickness <= 900 && grams <= 4000 ? 'beyond' : null
}
