import { checkOpening } from './balance.ts'
import { dayIn, entryLines, type Place, yenIn } from './camt-line.ts'
import { linkCancellations } from './cancellation.ts'
import { type Decoded, decode, widthIn } from './encoding.ts'
import { byteShown } from './issue.ts'
import type { Reading } from './reading.ts'
import type { Statement, StatementAccount } from './statement.ts'
import { checkTotals } from './totals.ts'
import { children, down, readXml, startOf, textAt, textOf, type Xml } from './xml.ts'

/** Message and part by ISO 20022 name: ZEDI sends 052 and 054, banks abroad 053. */
const messages = [
  ['camt.052', 'BkToCstmrAcctRpt', 'Rpt'],
  ['camt.054', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
  ['camt.053', 'BkToCstmrStmt', 'Stmt'],
] as const

export const readCamt = (bytes: Uint8Array, terms: Reading): Statement => {
  const { log } = terms
  const decoded = decode(bytes)
  const { text } = decoded
  const upTo = positions(decoded)
  // After a byte that stands for nothing the count may drift by a little, never past the end.
  const bytesTo = (index: number): number => Math.min(upTo(index), bytes.length)
  const bad = text.indexOf('\uFFFD')
  if (bad >= 0) log.tell('unknown_bytes', 0, bytesTo(bad), { seen: byteShown(bytes, bytesTo(bad)) })
  const refuse = (): Statement => ({ format: 'unknown', accounts: [], issues: log.issues })
  const parsed = readXml(text, 'Ntry')
  if ('fault' in parsed) {
    if (parsed.fault === 'xml_doctype') log.tell('xml_doctype', 0, 0)
    else log.tell('xml_broken', 0, bytesTo(parsed.at), { seen: parsed.seen })
    return refuse()
  }
  if (parsed.cutAt !== undefined) log.tell('xml_cut', 0, bytesTo(parsed.cutAt))
  const documents = documentsIn(parsed.root)
  const found = messages.find(([, message]) => documents.some(document => down(document, message)))
  if (found === undefined) {
    log.tell('xml_other', 0, 0)
    return refuse()
  }
  const [format, message, part] = found
  const parts = documents.flatMap(document => children(down(document, message), part))
  let record = 0
  const place = (entry: Xml): Place => ({ record: ++record, position: bytesTo(startOf(entry)) })
  return { format, accounts: parts.map(each => accountIn(each, place, terms)), issues: log.issues }
}

/** `Document` alone, or inside an envelope with a business application header. */
const documentsIn = (root: Xml): Xml[] => {
  const direct = children(root, 'Document')
  if (direct.length > 0) return direct
  return Object.keys(root).flatMap(name => children(root, name).flatMap(each => children(each, 'Document')))
}

/** From an index in the text to a byte of the file; asked for in rising order, so it counts on from the last. */
const positions = ({ text, encoding, skipped }: Decoded) => {
  let [at, bytes] = [0, skipped]
  return (index: number): number => {
    bytes =
      index < at ? skipped + widthIn(encoding, text.slice(0, index)) : bytes + widthIn(encoding, text.slice(at, index))
    at = index
    return bytes
  }
}

const accountIn = (part: Xml, place: (entry: Xml) => Place, terms: Reading): StatementAccount => {
  const { log } = terms
  const acct = down(part, 'Acct')
  const servicer = down(acct, 'Svcr')
  const currency = textAt(acct, 'Ccy')
  const entries = children(part, 'Ntry')
  const account: StatementAccount = {
    account: {
      bankCode: textAt(servicer, 'FinInstnId', 'ClrSysMmbId', 'MmbId') || undefined,
      bankName: textAt(servicer, 'FinInstnId', 'Nm') || undefined,
      branchCode: textAt(servicer, 'BrnchId', 'Id') || undefined,
      branchName: textAt(servicer, 'BrnchId', 'Nm') || undefined,
      number: textAt(acct, 'Id', 'Othr', 'Id') || textAt(acct, 'Id', 'IBAN') || undefined,
      holder: textAt(acct, 'Nm') || textAt(acct, 'Ownr', 'Nm') || undefined,
    },
    from: dayIn(down(part, 'FrToDt', 'FrDtTm')) ?? undefined,
    to: dayIn(down(part, 'FrToDt', 'ToDtTm')) ?? undefined,
    openingBalance: balanceOf(part, ['OPBD', 'PRCD']),
    closingBalance: balanceOf(part, ['CLBD', 'ITBD']),
    lines: [],
  }
  let last: Place = { record: 0, position: 0 }
  for (const entry of entries) {
    last = place(entry)
    if (currency !== '' && currency !== 'JPY')
      log.tell('foreign_currency', last.record, last.position, { seen: currency })
    else account.lines.push(...entryLines(entry, last, terms))
  }
  checkSummary(part, account, entries, last, log)
  checkOpening(account, last.record, last.position, log)
  linkCancellations(account.lines, log)
  return account
}

const balanceOf = (part: Xml, codes: readonly string[]): number | undefined => {
  const found = children(part, 'Bal').find(each => codes.includes(textAt(each, 'Tp', 'CdOrPrtry', 'Cd')))
  const amount = yenIn(down(found, 'Amt'))
  if (amount === null || 'foreign' in amount) return undefined
  return textAt(found, 'CdtDbtInd') === 'DBIT' ? -amount.yen : amount.yen
}

/** `TxsSummry` counts entries, not the transactions inside them. */
const checkSummary = (
  part: Xml,
  account: StatementAccount,
  entries: readonly Xml[],
  at: Place,
  log: Reading['log'],
): void => {
  const side = (name: string, way: string) => {
    const summary = down(part, 'TxsSummry', name)
    const mine = entries.filter(entry => textAt(entry, 'CdtDbtInd') === way)
    const count = textAt(summary, 'NbOfNtries')
    return {
      summary,
      count: count === '' ? mine.length : Number(count),
      entries: mine.length,
      sum: textOf(down(summary, 'Sum')),
    }
  }
  const [credits, debits] = [side('TtlCdtNtries', 'CRDT'), side('TtlDbtNtries', 'DBIT')]
  if (!credits.summary || !debits.summary) return
  const words = { in: '入金', out: '出金' }
  for (const [each, field] of [
    [credits, words.in],
    [debits, words.out],
  ] as const)
    if (each.count !== each.entries)
      log.tell('trailer_count', at.record, at.position, { field, expected: `${each.count}`, seen: `${each.entries}` })
  if (credits.sum === '' || debits.sum === '') return
  const lines = account.lines
  const counted = {
    in: lines.filter(line => line.in !== undefined).length,
    out: lines.filter(line => line.out !== undefined).length,
  }
  const stated = {
    in: { count: counted.in, sum: Number(credits.sum) || 0 },
    out: { count: counted.out, sum: Number(debits.sum) || 0 },
  }
  account.trailer = checkTotals(stated, lines, { ...at, words }, log)
}
