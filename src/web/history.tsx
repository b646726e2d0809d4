import type { HistoryRow } from '../desk/desk.ts'
import { isKept, type Kept } from '../domain/kept.ts'
import { eventSentence } from '../words/events.ts'
import type { Visit } from './visit.ts'

/** 経過: sentences with who and when, newest first, and what people wrote as far as the reader may see it. */
export interface HistoryLine {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly sentence: string
  readonly memos: readonly string[]
}

export const historyOf = async (visit: Visit, number: string): Promise<readonly HistoryLine[]> => {
  const [rows, staff] = await Promise.all([visit.desk.history(number, visit.by), visit.parts.staff.list()])
  const names = new Map(staff.map(member => [member.id, member.name]))
  const kept = rows.map(memosIn)
  const texts = await visit.desk.reveal(number, kept.flat(), visit.by)
  return rows
    .map((row, at) => {
      const from = kept.slice(0, at).reduce((total, each) => total + each.length, 0)
      const mine = texts.slice(from, from + (kept[at]?.length ?? 0))
      return {
        seq: row.seq,
        at: row.at,
        who: names.get(row.by) ?? '（退職者）',
        sentence: eventSentence(row.event),
        memos: mine.filter(text => typeof text === 'string'),
      }
    })
    .reverse()
}

/** Texts that people wrote; persons and lists are shown elsewhere. */
const memosIn = ({ event }: HistoryRow): Kept<unknown>[] =>
  Object.entries(event).flatMap(([name, value]) => (memoFields.has(name) && isKept(value) ? [value] : []))
const memoFields = new Set(['memo', 'reason', 'how', 'more', 'answer', 'facts', 'content', 'names', 'address', 'payer'])

const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

export const Moment = ({ at }: { at: string }) => <time dateTime={at}>{clock.format(new Date(at))}</time>

export const History = ({ rows }: { rows: readonly HistoryLine[] }) => (
  <section class="panel history">
    <h2>経過</h2>
    <ol reversed>
      {rows.map(row => (
        <li>
          <p>{row.sentence}</p>
          {row.memos.map(memo => (
            <blockquote>{memo}</blockquote>
          ))}
          <span class="sub">
            <Moment at={row.at} />・{row.who}
          </span>
        </li>
      ))}
    </ol>
  </section>
)
