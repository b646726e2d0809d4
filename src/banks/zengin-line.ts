import type { IssueLog } from './issue.ts'
import { readable } from './readable.ts'
import type { ShortDates } from './short-date.ts'
import type { StatementAccount, StatementLine } from './statement.ts'
import { data01A, data01B, data03 } from './zengin-layout.ts'
import { cut, type ZenginRecord } from './zengin-record.ts'

/** 取引区分 of 種別 03. */
const kinds: Readonly<Record<string, string>> = {
  '10': '現金',
  '11': '振込',
  '12': '他店券入金',
  '13': '交換',
  '14': '振替',
  '15': '継続',
  '18': 'その他',
  '19': '訂正',
}

export const kindWord = (code: string): string => kinds[code] ?? code

export interface LineReading {
  dates: ShortDates
  account: StatementAccount
  log: IssueLog
}

/** A data record of 種別 03; null where it gives no line (told to the log). */
export const line03 = (from: ZenginRecord, reading: LineReading): StatementLine | null => {
  const f = cut(from, data03, reading.log)
  const dates = readDates(from, f.bookedOn, f.valueOn, reading)
  const amount = readAmount(from, f.amount, '取引金額', reading.log)
  if (f.direction !== '1' && f.direction !== '2') {
    reading.log.tell('direction_unknown', from.record, from.offset(0), { seen: f.direction })
    return null
  }
  if (dates === null || amount === null) return null
  return {
    ...common(from, dates, f),
    in: f.direction === '1' ? amount : undefined,
    out: f.direction === '2' ? amount : undefined,
    kind: kindWord(f.kind),
    description: f.description || undefined,
    edi: f.edi || undefined,
    uncleared: Number(f.uncleared) || undefined,
    cancels: f.kind === '19' ? { why: 'corrected' } : undefined,
  }
}

/** Format B writes large amounts into columns 129–152, all digits; in format A text and spaces stand there. */
const isFormatB = ({ body }: ZenginRecord): boolean =>
  typeof body === 'string' ? /^\d{24}$/.test(body.slice(128, 152)) : body.length > 13

/** A data record of 種別 01. A cancelled notice is money that left again. */
export const line01 = (from: ZenginRecord, reading: LineReading): StatementLine | null => {
  const b = isFormatB(from) ? cut(from, data01B, reading.log) : null
  const f = b ?? cut(from, data01A, reading.log)
  const dates = readDates(from, f.bookedOn, f.valueOn, reading)
  const large = Number(b?.amount2 ?? 0) > 0
  const amount = readAmount(from, large ? (b?.amount2 ?? '') : f.amount, '金額', reading.log)
  if (dates === null || amount === null) return null
  const cancelled = f.cancelled === '1'
  return {
    ...common(from, dates, f),
    in: cancelled ? undefined : amount,
    out: cancelled ? amount : undefined,
    kind: cancelled ? '取消' : '振込',
    edi: f.edi || undefined,
    uncleared: Number(large ? b?.uncleared2 : f.uncleared) || undefined,
    cancels: cancelled ? { why: 'cancelled' } : undefined,
  }
}

interface Shared {
  inquiry: string
  payer: string
  payerCode: string
  fromBank: string
  fromBranch: string
}

const common = (from: ZenginRecord, dates: Pick<StatementLine, 'date' | 'valueDate'>, f: Shared) => ({
  record: from.record,
  position: from.offset(0),
  ...dates,
  payer: f.payer,
  payerRead: readable(f.payer),
  reference: /[^0]/.test(f.inquiry) ? f.inquiry : undefined,
  payerCode: /[^0]/.test(f.payerCode) ? f.payerCode : undefined,
  fromBank: f.fromBank || undefined,
  fromBranch: f.fromBranch || undefined,
})

const readAmount = (from: ZenginRecord, digits: string, field: string, log: IssueLog): number | null => {
  if (digits === '') log.tell('amount_unreadable', from.record, from.offset(0), { field, seen: '' })
  else if (Number(digits) === 0) log.tell('amount_zero', from.record, from.offset(0))
  return digits === '' ? null : Number(digits)
}

const readDates = (from: ZenginRecord, booked: string, value: string, { dates, account, log }: LineReading) => {
  const [bookedOn, valueOn] = [dates.read(booked), dates.read(value)]
  const found = bookedOn ?? valueOn
  if (bookedOn === null) log.tell('date_unreadable', from.record, from.offset(0), { seen: booked })
  if (found === null) return null
  const { date } = found
  if (!found.sure && account.dateMode !== undefined)
    log.tell('date_mode_unclear', from.record, from.offset(0), { seen: booked })
  if ((account.from && date < account.from) || (account.to && date > account.to))
    log.tell('date_outside_period', from.record, from.offset(0), {
      seen: date,
      expected: `${account.from ?? ''}〜${account.to ?? ''}`,
    })
  return { date, valueDate: valueOn && valueOn.date !== date ? valueOn.date : undefined }
}
