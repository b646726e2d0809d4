import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { readTrackingNumber } from '../../domain/tracking-number.ts'
import { issueSentence } from '../../words/issues.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { FormIssue } from '../controls.tsx'
import { textAt } from '../read-body.ts'
import type { Sent } from '../visit.ts'
import type { CounterAsked } from './counter.tsx'
import { counterListPage, fieldOf, placeWords } from './counter-numbers.tsx'
import { printPaths } from './print-paths.ts'

/** Each number that was read is recorded at its row at once; a row with a mistake stops no other. */
export const recordNumbers = async (visit: Sent, list: CounterAsked): Promise<FastifyReply> => {
  const { desk, by, fields, marks } = visit
  const rows = await desk.counterRows(list.items, list.on, by)
  const issues: FormIssue[] = []
  const used = new Map(
    rows.flatMap(({ posted }, nth) => (posted?.trackingNumber ? [[posted.trackingNumber, nth] as const] : [])),
  )
  for (const [nth, row] of rows.entries()) {
    const { item, posted } = row
    const path = fieldOf(nth)
    const typed = textAt(fields, path).trim()
    const without = item.service === 'ordinary' && textAt(fields, `plain.${path}`) !== ''
    if (posted !== null || (typed === '' && !without)) continue
    const wrong = (sentence: string) => issues.push({ path, label: placeWords(rows, row), sentence })
    const read = typed === '' ? null : readTrackingNumber(typed)
    const other = read && rows[used.get(read.number) ?? -1]
    if (read === null && !without)
      wrong('番号を読み取れませんでした。11桁または12桁の数字を、もう一度読み取ってください。')
    else if (other) wrong(`${placeWords(rows, other)}と同じ番号です。受領証の行を確かめてください。`)
    else if (read && !read.valid && textAt(fields, `accept.${path}`) !== read.number)
      wrong('検査数字が合いません。もう一度読み取るか、受領証と同じなら「このまま記録する」を選んでください。')
    else {
      const { letters, service, options, grams } = item
      const input = {
        letters,
        service,
        options,
        grams: String(grams),
        postedOn: list.on,
        ...(read && { trackingNumber: read.number }),
      }
      const once = `${marks._once || randomUUID()}:${nth}`
      const done = await desk.perform(item.number, 'postLetters', input, by, { once })
      if (!done.ok)
        wrong(
          'refusal' in done
            ? refusalSentence(done.refusal)
            : done.issues.map(each => issueSentence(each.code, each.about)).join(''),
        )
      else if (read) used.set(read.number, nth)
    }
  }
  if (issues.length > 0) return counterListPage(visit, list, { values: fields, issues }, 422)
  return visit.reply.redirect(printPaths.counterList({ on: list.on, rows: list.rows }), 303)
}
