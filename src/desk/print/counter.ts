import type { Definition } from '../../documents/definition.ts'
import { renderSheets, type Values } from '../../documents/render.ts'
import type { Case } from '../../domain/case.ts'
import { type CounterItem, type CounterPlace, counterOrder, inSheets, itemPostage } from '../../domain/counter.ts'
import type { PlainDate } from '../../domain/day.ts'
import { wareki } from '../../domain/era.ts'
import { liveLetter } from '../../domain/letter.ts'
import type { Posting } from '../../domain/post.ts'
import type { Postage } from '../../domain/postage.ts'
import type { Actor } from '../../domain/rule.ts'
import { formatTrackingNumber } from '../../domain/tracking-number.ts'
import { counterListForm, counterListValues } from '../../letters/counter-list.ts'
import { optionWords, serviceWords } from '../../words/posts.ts'
import type { Envelopes } from './envelopes.ts'

/** A line of the list as the desk knows it. */
export interface CounterRow {
  readonly item: CounterItem
  /** on the paper: sheet and number within the sender's list */
  readonly place: CounterPlace
  /** as the envelope has it; null where there is no such case or letter for these eyes, or it has been erased */
  readonly name: string | null
  readonly sender: Values | null
  /** null: the tariff has no figure for it */
  readonly postage: Postage | null
  /** recorded already: just these letters are under way */
  readonly posted: Posting | null
}

export type CounterListed = { ok: true; pdf: Buffer } | { ok: false; rows: readonly CounterRow[] }

export interface Counter {
  /** In the order of the paper (`counterOrder`), whatever the order asked in. */
  counterRows(items: readonly CounterItem[], on: PlainDate, by: Actor): Promise<CounterRow[]>
  /** 差出票 by sender, at most 12 lines a sheet; rows without a name or a price stop it. The same bytes until a number is recorded. */
  counterList(items: readonly CounterItem[], on: PlainDate, by: Actor): Promise<CounterListed>
}

export const counter = (
  { faceValues }: Pick<Envelopes, 'faceValues'>,
  list: () => Definition | undefined,
  kase: (number: string, by: Actor) => Promise<{ kase: Case } | null>,
): Counter => {
  const rowOf = async (item: CounterItem, on: PlainDate, by: Actor): Promise<Omit<CounterRow, 'place'>> => {
    const postage = itemPostage(item, on)
    const found = await kase(item.number, by)
    const here = found !== null && item.letters.every(id => liveLetter(found.kase, id) !== undefined)
    // Also of a letter that was discarded since: the numbers of the others were printed already.
    const face = found && (await faceValues(item.number, item.letters[0] ?? '', by))
    const posted = here ? underWay(found.kase, item) : null
    return {
      item,
      name: here ? textOf(face?.addressee, 'name') : null,
      sender: objectOf(face?.sender),
      postage,
      posted,
    }
  }
  const counterRows: Counter['counterRows'] = async (items, on, by) => {
    const rows = await Promise.all(items.map(item => rowOf(item, on, by)))
    return counterOrder(rows, ({ sender }) => sender && JSON.stringify(sender)).map(({ row, place }) => ({
      ...row,
      place,
    }))
  }

  return {
    counterRows,
    counterList: async (items, on, by) => {
      const rows = await counterRows(items, on, by)
      const complete = rows.flatMap(({ name, sender, postage, ...row }) =>
        name !== null && sender !== null && postage !== null ? [{ ...row, name, sender, postage }] : [],
      )
      if (rows.length === 0 || complete.length < rows.length) return { ok: false, rows }
      const template = list()
      if (template === undefined) throw new Error('forms/counter-list.yaml is not there')
      const definition = counterListForm(template)
      const sheets = listsOf(complete).flatMap(group => {
        const all = { count: group.length, sum: group.reduce((sum, { postage }) => sum + postage.total, 0) }
        return inSheets(group).map(some => ({
          definition,
          values: counterListValues({
            sender: some[0]?.sender ?? {},
            date: wareki(on),
            first: some[0]?.place.no ?? 1,
            lines: some.map(line),
            nth: some[0]?.place.sheet ?? 1,
            of: some[0]?.place.sheets ?? 1,
            all,
          }),
          caseNumber: '',
          createdAt: `${on}T00:00:00.000Z`,
        }))
      })
      return { ok: true, pdf: await renderSheets(sheets) }
    },
  }
}

/** One list a sender: numbers begin anew with each. */
export const listsOf = <R extends Pick<CounterRow, 'place'>>(rows: readonly R[]): R[][] => {
  const lists: R[][] = []
  for (const row of rows) {
    if (row.place.no === 1) lists.push([])
    lists.at(-1)?.push(row)
  }
  return lists
}

const line = ({
  item,
  name,
  postage,
  posted,
}: Omit<CounterRow, 'name' | 'postage'> & { name: string; postage: Postage }) => ({
  name,
  ...(posted?.trackingNumber !== undefined && { number: formatTrackingNumber(posted.trackingNumber) }),
  // The counter's own word for 一般書留.
  services: [
    item.service === 'general_registered' ? '書留' : serviceWords[item.service],
    ...item.options.map(option => optionWords[option]),
  ],
  price: postage.total,
})

const underWay = (kase: Case, { letters }: CounterItem): Posting | null =>
  kase.postings.find(
    ({ returnedOn, letters: sent }) =>
      returnedOn === undefined && sent.length === letters.length && letters.every(id => sent.includes(id)),
  ) ?? null

const objectOf = (value: Values[string] | undefined): Values | null =>
  typeof value === 'object' && !Array.isArray(value) ? value : null

const textOf = (value: Values[string] | undefined, field: string): string | null => {
  const text = objectOf(value)?.[field]
  return typeof text === 'string' && text !== '' ? text : null
}
