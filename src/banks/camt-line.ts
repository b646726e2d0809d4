import { isDay, type PlainDate, todayIn } from '../domain/day.ts'
import { isFar } from './csv-cells.ts'
import { readable } from './readable.ts'
import type { Reading } from './reading.ts'
import type { StatementLine } from './statement.ts'
import { attribute, children, down, textAt, textOf, type Xml } from './xml.ts'

/** Where an entry stands, for lines and complaints. */
export interface Place {
  record: number
  position: number
}

/** ISO 20022: `Dt`, or `DtTm` with or without an offset; the day in Tokyo. */
export const dayIn = (of: Xml | undefined): PlainDate | null => {
  const text = textAt(of, 'Dt') || textAt(of, 'DtTm') || textOf(of)
  if (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  ) {
    const year = Number(text.slice(0, 4))
    return year > 1900 && year < 9000 ? todayIn(text) : null
  }
  const day = text.slice(0, 10)
  return isDay(day) ? day : null
}

/** A `Amt` in whole yen; 'foreign' with the currency seen, null where it is no amount. */
export const yenIn = (amount: Xml | undefined): { yen: number } | { foreign: string } | null => {
  const [text, currency] = [textOf(amount), attribute(amount, 'Ccy')]
  if (currency !== '' && currency !== 'JPY') return { foreign: `${currency} ${text}` }
  const found = /^(\d{1,15})(?:\.(\d*))?$/.exec(text)
  if (!found) return null
  return /[1-9]/.test(found[2] ?? '') ? { foreign: text } : { yen: Number(found[1]) }
}

/** Lines of one `Ntry`: one each for its booked details where they carry amounts, else one for the entry. */
export const entryLines = (entry: Xml, place: Place, { log, importedOn }: Reading): StatementLine[] => {
  const lost = (code: Parameters<typeof log.tell>[0], seen = ''): StatementLine[] => {
    log.tell(code, place.record, place.position, { seen, field: '金額' })
    return []
  }
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  if (status === 'PDNG' || status === 'INFO') return lost('entry_pending')
  const date = dayIn(down(entry, 'BookgDt')) ?? dayIn(down(entry, 'ValDt'))
  if (date === null) return lost('date_unreadable', textAt(entry, 'BookgDt', 'Dt'))
  if (isFar(date, importedOn)) log.tell('date_out_of_range', place.record, place.position, { seen: date })
  const way = textAt(entry, 'CdtDbtInd')
  if (way !== 'CRDT' && way !== 'DBIT') return lost('direction_unknown', way)
  const whole = yenIn(down(entry, 'Amt'))
  if (whole === null) return lost('amount_unreadable', textAt(entry, 'Amt'))
  if ('foreign' in whole) return lost('foreign_currency', whole.foreign)
  const details = children(entry, 'NtryDtls').flatMap(each => children(each, 'TxDtls'))
  const parts = details.map(detail => yenIn(down(detail, 'Amt') ?? down(detail, 'AmtDtls', 'TxAmt', 'Amt')))
  const sum = parts.reduce((n, part) => n + (part && 'yen' in part ? part.yen : Number.NaN), 0)
  const value = dayIn(down(entry, 'ValDt'))
  const base = { ...place, date, valueDate: value && value !== date ? value : undefined, entry, way }
  // Details that do not add up to the entry are not trusted: the account moved by the entry.
  if (details.length < 2 || sum !== whole.yen)
    return [line(base, details.length === 1 ? details[0] : undefined, whole.yen)]
  return details.map((detail, i) => {
    const part = parts[i]
    return line(base, detail, part && 'yen' in part ? part.yen : 0)
  })
}

type Base = Place & { date: PlainDate; valueDate: PlainDate | undefined; entry: Xml; way: string }

const line = ({ entry, way, ...when }: Base, detail: Xml | undefined, amount: number): StatementLine => {
  const party = way === 'CRDT' ? 'Dbtr' : 'Cdtr'
  const parties = down(detail, 'RltdPties')
  const payer = textAt(parties, party, 'Nm') || textAt(parties, party, 'Pty', 'Nm')
  const agent = down(detail, 'RltdAgts', `${party}Agt`, 'FinInstnId')
  const remittance = children(down(detail, 'RmtInf'), 'Ustrd').map(textOf).join('\n')
  const reversal = textAt(entry, 'RvslInd') === 'true' || textAt(entry, 'RvslInd') === '1'
  const text = textAt(detail, 'AddtlTxInf') || textAt(entry, 'AddtlNtryInf')
  return {
    ...when,
    in: way === 'CRDT' ? amount : undefined,
    out: way === 'DBIT' ? amount : undefined,
    payer,
    payerRead: readable(payer),
    kind: reversal ? '取消' : kindOf(entry),
    reference: textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef') || undefined,
    payerCode:
      textAt(parties, party, 'Id', 'PrvtId', 'Othr', 'Id') || textAt(detail, 'Refs', 'EndToEndId') || undefined,
    edi: remittance || undefined,
    description: text || undefined,
    fromBank: textAt(agent, 'Nm') || undefined,
    cancels: reversal ? { why: 'cancelled' } : undefined,
  }
}

/** The Japanese profile writes 全銀's 取引区分 as a proprietary code; ISO families say RCDT for a transfer received. */
const kindOf = (entry: Xml): string => {
  const code = textAt(entry, 'BkTxCd', 'Prtry', 'Cd')
  const words: Readonly<Record<string, string>> = { '10': '現金', '11': '振込', '14': '振替', '19': '訂正' }
  const family = textAt(entry, 'BkTxCd', 'Domn', 'Fmly', 'Cd')
  return words[code] ?? (code || (family === 'RCDT' || family === 'ICDT' ? '振込' : ''))
}
