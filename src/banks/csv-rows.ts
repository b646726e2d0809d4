import { type Decoded, widthIn } from './encoding.ts'
import { byteShown, type IssueLog } from './issue.ts'

export interface CsvRow {
  /** The line of the file, from 1, as an editor shows it. */
  record: number
  position: number
  cells: string[]
}

/** A memo may hold a line break inside quotes; a stray quote must not swallow the file. */
const MOST_LINES_IN_A_ROW = 5

/** The end-of-file byte of old programs. */
const EOF_MARK = '\x1a'

/** Cells of one line. `open`: a quote was still open at its end. */
export const cellsOf = (line: string, delimiter: string): { cells: string[]; open: boolean } => {
  if (!line.includes('"')) return { cells: line.split(delimiter), open: false }
  const cells: string[] = []
  let at = 0
  for (;;) {
    const quoted = /[ \u3000]*"/y
    quoted.lastIndex = at
    let cell = ''
    if (quoted.test(line)) {
      let from = quoted.lastIndex
      for (;;) {
        const quote = line.indexOf('"', from)
        if (quote < 0) return { cells: [...cells, cell + line.slice(from)], open: true }
        cell += line.slice(from, quote)
        from = quote + 2
        at = quote + 1
        if (line[at] !== '"') break
        cell += '"'
      }
    }
    const next = line.indexOf(delimiter, at)
    if (next < 0) return { cells: [...cells, cell + line.slice(at)], open: false }
    cells.push(cell + line.slice(at, next))
    at = next + 1
  }
}

export interface CsvFile {
  bytes: Uint8Array
  decoded: Decoded
  delimiter: ',' | '\t'
}

/**
 * The byte where a line begins, asked for in rising order: line breaks are the same byte in CP932 and UTF-8, and never
 * half of a character.
 */
const lineStarts = ({ bytes, decoded }: CsvFile, lineBreak: number): ((line: number) => number) => {
  let [reached, start] = [0, decoded.skipped]
  return line => {
    for (; reached < line; reached += 1) {
      const at = bytes.indexOf(lineBreak, start)
      start = at < 0 ? bytes.length : at + 1
    }
    return start
  }
}

/** The rows that hold anything. Bytes without meaning are told with their place. */
export function* csvRows(file: CsvFile, log: IssueLog): Generator<CsvRow> {
  const { text, encoding } = file.decoded
  const lineBreak = text.includes('\n') ? '\n' : '\r'
  const position = lineStarts(file, lineBreak.charCodeAt(0))
  const lineFrom = (at: number): { line: string; next: number } => {
    const found = text.indexOf(lineBreak, at)
    const [to, next] = found < 0 ? [text.length, text.length] : [found, found + 1]
    return { line: text.slice(at, text[to - 1] === '\r' && to > at ? to - 1 : to), next }
  }
  for (let at = 0, number = 0; at < text.length; ) {
    const { line, next } = lineFrom(at)
    const first = number
    at = next
    number += 1
    if (/^[\s,]*$/.test(line) || line === EOF_MARK) continue
    let { cells, open } = cellsOf(line, file.delimiter)
    for (let more = 1, whole = line, end = next; open && more < MOST_LINES_IN_A_ROW && end < text.length; more += 1) {
      const following = lineFrom(end)
      whole += `\n${following.line}`
      end = following.next
      const joined = cellsOf(whole, file.delimiter)
      if (joined.open) continue
      cells = joined.cells
      open = false
      at = end
      number = first + more + 1
    }
    const row = { record: first + 1, position: position(first), cells }
    if (open) log.tell('quote_unclosed', row.record, row.position)
    const bad = line.indexOf('\uFFFD')
    if (bad >= 0) {
      const at = row.position + widthIn(encoding, line.slice(0, bad))
      log.tell('unknown_bytes', row.record, at, { seen: byteShown(file.bytes, at) })
    }
    yield row
  }
}
