import type { PlainDate } from './day.ts'
import { type LetterSize, type PostageQuestion, type PostOption, type PostService, postage } from './postage.ts'
import { type Yen, yen } from './yen.ts'

/** 差出票: what is handed in at the post office's counter, one item an envelope. */
export interface CounterItem {
  /** case */
  readonly number: string
  readonly letters: readonly string[]
  readonly service: CounterService
  readonly options: readonly PostOption[]
  readonly grams: number
  readonly size: LetterSize
}

/** What leaves over the counter with a list: services without a record need none, but may stand on it. */
export const counterServices = ['general_registered', 'simple_registered', 'specified_record', 'ordinary'] as const
export type CounterService = (typeof counterServices)[number]
export const isCounterService = (service: PostService): service is CounterService =>
  (counterServices as readonly string[]).includes(service)

/** Proposed for prints of before their pages were counted; else letter-bulk.ts knows better. */
export const USUAL_GRAMS = 40
/** The counter's own form has as many lines as a page of ours. */
export const ROWS_A_SHEET = 12

const services: Record<CounterService, string> = {
  general_registered: 'g',
  simple_registered: 's',
  specified_record: 'r',
  ordinary: 'o',
}
const options: Record<PostOption, string> = {
  delivery_certificate: 'c',
  addressee_only: 'a',
  no_forwarding: 'n',
  express: 'x',
}

/** A size as a list's address has it. */
export const counterSizes: Readonly<Record<LetterSize, string>> = { standard: 't', within: 'n', beyond: 'b' }

const byLetter = <K extends string>(letters: Readonly<Record<K, string>>, letter: string): K | undefined =>
  (Object.keys(letters) as K[]).find(key => letters[key] === letter)

/** As a list's address carries it: 26000014-l1-l2~gca40t. No personal data, and short enough for hundreds. */
export const counterItemText = ({ number, letters, service, options: chosen, grams, size }: CounterItem): string =>
  `${[number, ...letters].join('-')}~${services[service]}${chosen.map(option => options[option]).join('')}${grams}${counterSizes[size]}`

/** Null where the text is none of ours. */
export const readCounterItem = (text: string): CounterItem | null => {
  const found = /^(\d{8})((?:-l\d{1,4}){1,20})~([gsro])([canx]{0,4})(\d{1,4})([tnb])$/.exec(text)
  if (!found) return null
  const [, number = '', letters = '', service = '', chosen = '', grams = '', size = ''] = found
  return {
    number,
    letters: letters.slice(1).split('-'),
    service: byLetter(services, service) ?? 'ordinary',
    options: [...new Set(chosen)].flatMap(letter => byLetter(options, letter) ?? []),
    grams: Number(grams),
    size: byLetter(counterSizes, size) ?? 'standard',
  }
}

/** Stamps by the tariff of that day; null where services do not fit together or the tariff has no figure. */
export const itemPostage = (item: CounterItem, on: PlainDate): ReturnType<typeof postage> =>
  postage({
    on,
    grams: item.grams,
    size: item.size,
    services: [item.service, ...item.options],
  } satisfies PostageQuestion)

/** Null where one of them has no price: a list with a hole has no total. */
export const totalPostage = (items: readonly CounterItem[], on: PlainDate): Yen | null => {
  let sum = 0
  for (const item of items) {
    const price = itemPostage(item, on)
    if (price === null) return null
    sum += price.total
  }
  return yen(sum)
}

/** Rows as they go onto the sheets of a list. */
export const inSheets = <T>(rows: readonly T[], most = ROWS_A_SHEET): T[][] =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_, nth) => rows.slice(nth * most, (nth + 1) * most))

/** Where an item stands on paper. */
export interface CounterPlace {
  /** of its sender's sheets, from 1 */
  readonly sheet: number
  readonly sheets: number
  /** number in front of the line, from 1 for each sender */
  readonly no: number
}

/**
 * The one order of a list, on paper and on every screen: by sender, who each hand in sheets and numbers of their own, in the order
 * in which senders come first. Rows whose sender is not shown (another operator's, or erased since) take no number of the others;
 * one that stands between two of one sender keeps its place among them.
 */
export const counterOrder = <R>(
  rows: readonly R[],
  senderOf: (row: R) => string | null,
): { row: R; place: CounterPlace }[] => {
  const known = rows.map(senderOf)
  const unseen = (at: number): string | null => {
    const before = known.slice(0, at).findLast(sender => sender !== null)
    return before !== undefined && before === known.slice(at).find(sender => sender !== null) ? before : null
  }
  const bySender = Map.groupBy(rows.keys(), at => known[at] ?? unseen(at))
  return [...bySender.values()].flatMap(group =>
    inSheets(group).flatMap((some, nth, { length: sheets }) =>
      some.map((at, line) => ({
        row: rows[at] as R,
        place: { sheet: nth + 1, sheets, no: nth * ROWS_A_SHEET + line + 1 },
      })),
    ),
  )
}
