import type { Values } from './facts.ts'
import { present } from './facts.ts'

/** A line of the 差出票 as it is printed; yen without a sign. */
export interface CounterLine {
  readonly name: string
  readonly number?: string
  /** 書留, 配達証明 … */
  readonly services: readonly string[]
  readonly price: number
}

export interface CounterSheet {
  /** the `sender` of the envelopes' faces: one sender a list */
  readonly sender: Values
  /** as paper writes it */
  readonly date: string
  /** place of the first line, from 1 */
  readonly first: number
  readonly lines: readonly CounterLine[]
  readonly nth: number
  readonly of: number
  readonly all: { readonly count: number; readonly sum: number }
}

/** One sheet of form 'counter-list'. Without 申出 a registered item is insured for the least sum: nothing is declared. */
export const counterListValues = ({ sender, date, first, lines, nth, of, all }: CounterSheet): Values => ({
  sender: senderLines(sender),
  date,
  count: `${lines.length}通`,
  sum: inYen(lines.reduce((sum, line) => sum + line.price, 0)),
  all: `${nth}/${of}枚目　全部で${all.count}通　${inYen(all.sum)}`,
  items: lines.map((line, at) =>
    present({
      no: String(first + at),
      name: line.name,
      number: line.number,
      services: line.services.join('・'),
      price: inYen(line.price),
    }),
  ),
})

const inYen = (amount: number): string => `${amount.toLocaleString('en-US')}円`

const senderLines = ({ postcode, lines, company, desk }: Values): string[] =>
  [
    postcode && `〒${String(postcode)}`,
    ...(Array.isArray(lines) ? lines : []),
    [company, desk].filter(part => typeof part === 'string' && part !== '').join('　'),
  ].filter((line): line is string => typeof line === 'string' && line !== '')
