import type { PlainDate } from './day.ts'
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

interface Tariff {
  readonly from: string
  /** Up to so many grams: yen, rising. A size without a list has no figure that we could find. */
  readonly letters: Readonly<Partial<Record<LetterSize, readonly (readonly [number, number])[]>>>
  /** On top of the letter. A surcharge that is not here has no figure that we could find: no price is given. */
  readonly extra: Readonly<Partial<Record<PostService | PostOption, number>>>
}

const OLD_NON_STANDARD = [
  [50, 120],
  [100, 140],
  [150, 210],
  [250, 250],
] as const
const OLD_STANDARD = [
  [25, 84],
  [50, 94],
] as const
const FREE = { ordinary: 0, no_forwarding: 0 }

/**
 * Newest first. Source: reference/law.md §7.6; 速達 payments-post.md §5.5. Above 250 g and 規格外: Japan Post's list of 2024-10 as we
 * remember it, to be checked against the counter's.
 */
const TARIFFS: readonly Tariff[] = [
  {
    from: '2024-10-01',
    letters: {
      standard: [[50, 110]],
      within: [
        [50, 140],
        [100, 180],
        [150, 270],
        [250, 320],
        [500, 510],
        [1000, 750],
      ],
      beyond: [
        [50, 260],
        [100, 290],
        [150, 390],
        [250, 450],
        [500, 660],
        [1000, 920],
        [2000, 1350],
        [4000, 1750],
      ],
    },
    extra: {
      ...FREE,
      general_registered: 480,
      simple_registered: 350,
      specified_record: 210,
      delivery_certificate: 350,
      addressee_only: 210,
      express: 300,
    },
  },
  {
    from: '2023-10-01',
    letters: { standard: OLD_STANDARD, within: OLD_NON_STANDARD },
    extra: {
      ...FREE,
      general_registered: 480,
      simple_registered: 350,
      specified_record: 160,
      delivery_certificate: 350,
      addressee_only: 210,
    },
  },
  {
    from: '2019-10-01',
    letters: { standard: OLD_STANDARD, within: OLD_NON_STANDARD },
    extra: {
      ...FREE,
      general_registered: 435,
      simple_registered: 320,
      specified_record: 160,
      delivery_certificate: 320,
    },
  },
]

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
const EXPRESS_GRAMS = 250

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

/** Stamps for one letter posted `on`. Null where services do not fit together or the tariff holds no figure. */
export function postage({ on, grams, size, services }: PostageQuestion): Postage | null {
  const options = services.filter(isOption)
  const [service = 'ordinary', ...more] = services.filter(s => !isOption(s))
  if (more.length > 0 || !fitting(service, options)) return null
  if (service === 'electronic' || service === 'counter') return { total: yen(0), parts: [] }

  const tariff = TARIFFS.find(({ from }) => from <= on)
  const step = tariff?.letters[size]?.find(([limit]) => grams > 0 && grams <= limit)
  if (!tariff || !step) return null
  // The figure we have is for letters of up to 250 g.
  if (grams > EXPRESS_GRAMS && options.includes('express')) return null

  const parts = [{ label: `${SIZES[size]} ${step[0]}gまで`, amount: yen(step[1]) }]
  for (const item of new Set([service, ...options])) {
    const amount = tariff.extra[item]
    if (amount === undefined) return null
    const label = LABELS[item]
    if (label !== undefined) parts.push({ label, amount: yen(amount) })
  }
  return { total: yen(parts.reduce((sum, { amount }) => sum + amount, 0)), parts }
}
