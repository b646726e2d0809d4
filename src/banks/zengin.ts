import { checkOpening } from './balance.ts'
import { linkCancellations } from './cancellation.ts'
import type { Reading } from './reading.ts'
import { shortDates } from './short-date.ts'
import type { Statement, StatementAccount } from './statement.ts'
import { checkTotals } from './totals.ts'
import { openAccount, signed } from './zengin-header.ts'
import { end, trailer01, trailer03 } from './zengin-layout.ts'
import { type LineReading, line01, line03 } from './zengin-line.ts'
import { cut, typeOf, type ZenginRecord } from './zengin-record.ts'

/** What follows a header, until its trailer. Without an account its records are counted and left unread. */
interface Group {
  business: '01' | '03'
  reading: LineReading | null
}

interface Walk {
  group: Group | null
  ended: boolean
  /** EBCDIC read as JIS would not fail: it would give plausible rubbish. */
  stopped: boolean
  records: number
  headers: number
  accounts: StatementAccount[]
  business: string | null
}

/** 全銀 種別 03 and 01: header, data and trailer for each account, one end record. `format` names what they came in. */
export const readZengin = (records: Iterable<ZenginRecord>, terms: Reading, suffix = ''): Statement => {
  const { log } = terms
  const walk: Walk = { group: null, ended: false, stopped: false, records: 0, headers: 0, accounts: [], business: null }
  let last: ZenginRecord | undefined
  for (const from of records) {
    last = from
    walk.records += 1
    take(from, walk, terms)
    if (walk.stopped) break
  }
  if (last !== undefined && !walk.stopped) {
    if (walk.group !== null) log.tell('trailer_missing', last.record, last.offset(0))
    if (!walk.ended) log.tell('end_missing', last.record, last.offset(0))
  }
  for (const account of walk.accounts) linkCancellations(account.lines, log)
  return { format: `zengin-${walk.business ?? '03'}${suffix}`, accounts: walk.accounts, issues: log.issues }
}

const take = (from: ZenginRecord, walk: Walk, terms: Reading): void => {
  const type = typeOf(from)
  if (type === '1') takeHeader(from, walk, terms)
  else if (type === '2') takeData(from, walk, terms)
  else if (type === '8') takeTrailer(from, walk, terms)
  else if (type === '9') takeEnd(from, walk, terms)
  else terms.log.tell('unknown_record', from.record, from.offset(0), { seen: type })
}

const takeHeader = (from: ZenginRecord, walk: Walk, terms: Reading): void => {
  if (walk.group !== null) terms.log.tell('trailer_missing', from.record, from.offset(0))
  const { business, reading, stops } = openAccount(from, terms)
  walk.stopped = stops === true
  walk.headers += 1
  walk.ended = false
  walk.business ??= business
  walk.group = { business, reading }
  if (reading) walk.accounts.push(reading.account)
}

const takeData = (from: ZenginRecord, walk: Walk, terms: Reading): void => {
  walk.group ??= headless(from, walk, terms)
  const { business, reading } = walk.group
  const line = reading && (business === '01' ? line01(from, reading) : line03(from, reading))
  if (!reading || !line) return
  reading.account.dateMode ??= reading.dates.mode()
  reading.account.lines.push(line)
}

const headless = (from: ZenginRecord, walk: Walk, { log, importedOn, dateMode }: Reading): Group => {
  log.tell('header_missing', from.record, from.offset(0))
  const account: StatementAccount = { account: {}, lines: [] }
  walk.accounts.push(account)
  return {
    business: walk.business === '01' ? '01' : '03',
    reading: { account, dates: shortDates(importedOn, dateMode), log },
  }
}

const takeTrailer = (from: ZenginRecord, walk: Walk, { log }: Reading): void => {
  const { group } = walk
  walk.group = null
  if (!group) log.tell('header_missing', from.record, from.offset(0))
  if (!group?.reading) return
  const { account } = group.reading
  const is01 = group.business === '01'
  const f = cut(from, is01 ? trailer01 : trailer03, log)
  const stated = {
    in: { count: Number(f.inCount), sum: Number(f.inSum) },
    out: { count: Number(f.outCount), sum: Number(f.outSum) },
  }
  const words = is01 ? { in: '振込', out: '取消' } : { in: '入金', out: '出金' }
  account.trailer = checkTotals(stated, account.lines, { record: from.record, position: from.offset(0), words }, log)
  if (is01) return
  const closing = cut(from, trailer03, { issues: [], tell: () => {} })
  account.closingBalance = signed(closing.closingSign, closing.closingBalance)
  checkOpening(account, from.record, from.offset(0), log)
}

const takeEnd = (from: ZenginRecord, walk: Walk, { log }: Reading): void => {
  if (walk.group !== null) log.tell('trailer_missing', from.record, from.offset(0))
  walk.group = null
  walk.ended = true
  const f = cut(from, end, log)
  const tell = (field: string, expected: string, seen: number): void => {
    if (Number(expected) !== 0 && Number(expected) !== seen)
      log.tell('end_count', from.record, from.offset(0), { field, expected: `${Number(expected)}`, seen: `${seen}` })
  }
  tell('レコード総件数', f.records, walk.records)
  tell('口座数', f.accounts, walk.headers)
}
