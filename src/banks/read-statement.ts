import { readCamt } from './camt.ts'
import { HEADING_WITHIN, readCsv, recognise } from './csv.ts'
import { type CsvFile, type CsvRow, csvRows } from './csv-rows.ts'
import { columnsOf, decode } from './encoding.ts'
import { issueLog } from './issue.ts'
import { isMufgAll, readMufgAll } from './mufg-all.ts'
import { isXml, whatItIsNot } from './not-a-statement.ts'
import type { Reading, Terms } from './reading.ts'
import type { Statement } from './statement.ts'
import { readZengin } from './zengin.ts'
import { zenginRecords } from './zengin-framing.ts'
import { zenginStart } from './zengin-start.ts'

/** Rows shown to the person who says what each column is. */
const SHOWN = 50
/** Columns shown: no bank writes so many, and one line of commas must not become a form of millions of fields. */
const WIDEST = 100

/**
 * Reads a bank's file: 全銀, a known CSV, a mapped CSV, camt. Pure and total: any bytes give a statement, and what could
 * not be read is in `issues`, in Japanese, with record and byte. The bytes themselves are the caller's to keep.
 */
export const readStatement = (bytes: Uint8Array, how: Terms): Statement => {
  const log = issueLog()
  const terms = { ...how, log }
  const refusal = whatItIsNot(bytes)
  if (refusal) {
    log.tell(refusal.code, 0, 0, refusal)
    return { format: 'unknown', accounts: [], issues: log.issues }
  }
  if (isXml(bytes)) return readCamt(bytes, terms)
  const start = zenginStart(bytes)
  if (start === null) return readRows(bytes, terms)
  if (start.at > 0) log.tell('leading_junk', 1, 0)
  const { text, offset } = columnsOf(bytes)
  const records = zenginRecords({ text: text.slice(start.at), offset: at => offset(at + start.at) }, log)
  return readZengin(
    told(records, record => record.offset(0), terms),
    terms,
  )
}

const readRows = (bytes: Uint8Array, terms: Reading): Statement => {
  const { log, layout } = terms
  const decoded = decode(bytes)
  const firstLines = decoded.text.slice(0, 4096)
  const delimiter = layout?.delimiter ?? (firstLines.includes('\t') && !firstLines.includes(',') ? '\t' : ',')
  const file: CsvFile = { bytes, decoded, delimiter }
  const rowsTold = () => told(csvRows(file, log), row => row.position, terms)
  const head = [...csvRows(file, issueLog()).take(Math.max(HEADING_WITHIN, SHOWN))]
  const [first] = head
  if (/^0[13]$/.test(first?.cells[1]?.trim() ?? '') && first?.cells[0]?.trim() === '1')
    return readZengin(zenginCells(rowsTold()), terms, '-csv')
  if (isMufgAll(first)) return readMufgAll(rowsTold(), terms)
  const recognised = recognise(head, layout)
  if (recognised) return readCsv(rowsTold(), recognised, terms)
  log.tell(layout ? 'layout_changed' : 'layout_unknown', first?.record ?? 0, first?.position ?? 0)
  const rows = head.slice(0, SHOWN).map(row => row.cells.slice(0, WIDEST))
  return { format: 'unknown', accounts: [], issues: log.issues, table: { delimiter, rows } }
}

const EVERY = 1000

/** The same records, with word of how far the reader is. */
function* told<T>(records: Iterable<T>, byteOf: (record: T) => number, { onWay }: Reading): Generator<T> {
  let read = 0
  for (const record of records) {
    if (onWay && read % EVERY === 0) onWay(byteOf(record), read)
    read += 1
    yield record
  }
}

/** 三井住友 Web21: the fields of 全銀, separated by commas. */
function* zenginCells(rows: Iterable<CsvRow>) {
  for (const { record, position, cells } of rows) yield { record, body: cells, offset: () => position }
}
