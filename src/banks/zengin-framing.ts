import type { Columns } from './encoding.ts'
import type { IssueLog } from './issue.ts'
import type { ZenginRecord } from './zengin-record.ts'

const WIDTH = 200
const PADDING = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20])

/** Rough shape of a record's first columns; enough to find the beat again after a lost or added byte. */
const begins = (text: string, at: number): boolean => {
  const head = text.slice(at, at + 36)
  if (head.startsWith('2')) return /^2[\d ]{5}(?:[\d ]{2}\d{12}[12]|\d{22,})/.test(head)
  return /^(?:1(?:01|03)[01 ]\d|8\d{18}|9(?:\d{10}| {10}))/.test(head)
}

/**
 * Records of 200 columns, however they were framed: unbroken, one a line (CRLF, LF, CR), right-stripped,
 * without the last line break, with an old end-of-file mark (0x1A).
 */
export function* zenginRecords({ text, offset }: Columns, log: IssueLog): Generator<ZenginRecord> {
  const whole = text.slice(0, lastColumn(text) + 1)
  let record = 0
  const make = (at: number, body: string): ZenginRecord => ({
    record: ++record,
    body,
    offset: i => offset(Math.min(at + i, whole.length)),
  })
  const line = /[^\r\n]+/y
  for (let at = 0; at < whole.length; ) {
    line.lastIndex = at
    const found = line.exec(whole)?.[0]
    if (found === undefined) at += 1
    else {
      if (found.trim() !== '') yield* recordsOf(found, at, make, log, at + found.length >= whole.length)
      at += found.length
    }
  }
}

/** Padding at the end of the file: blanks, line breaks, NUL, 0x1A. */
const lastColumn = (text: string): number => {
  let at = text.length - 1
  while (at >= 0 && PADDING.has(text.charCodeAt(at))) at -= 1
  return at
}

type Make = (at: number, body: string) => ZenginRecord

function* recordsOf(line: string, start: number, make: Make, log: IssueLog, last: boolean): Generator<ZenginRecord> {
  if (line.length <= WIDTH) {
    yield make(start, line.padEnd(WIDTH))
    return
  }
  const surplus = lastColumn(line) + 1 - WIDTH
  if (surplus < WIDTH / 2 && !begins(line, WIDTH)) {
    const only = make(start, line.slice(0, WIDTH))
    if (surplus > 0) log.tell('record_too_long', only.record, only.offset(WIDTH), { seen: String(surplus + WIDTH) })
    yield only
    return
  }
  for (let at = 0; at < line.length; ) {
    const beat = begins(line, at) ? at : near(line, at)
    const body = line.slice(beat, beat + WIDTH)
    const made = make(start + beat, body.padEnd(WIDTH))
    if (beat !== at) log.tell('misaligned', made.record, made.offset(0), { seen: String(beat - at) })
    const short = body.length < WIDTH && !body.startsWith('9')
    if (short) log.tell(last ? 'truncated' : 'misaligned', made.record, made.offset(0), { seen: String(body.length) })
    yield made
    at = beat + WIDTH
  }
}

/** The nearest place where a record begins, before or after; the place itself when there is none. */
const near = (line: string, at: number): number => {
  for (let by = 1; by < WIDTH; by += 1) {
    if (by <= WIDTH / 2 && at > by && begins(line, at - by)) return at - by
    if (begins(line, at + by)) return at + by
  }
  return at
}
