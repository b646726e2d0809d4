import { describe, expect, it, test } from 'vitest'
import { readStatement } from '../../src/banks/read-statement.ts'
import { day } from '../../src/domain/day.ts'
import { camt, entry, report } from './camt-writer.ts'
import { cp932, utf8 } from './cp932.ts'

const how = { importedOn: day('2026-11-21') }
const read = (text: string) => readStatement(utf8(text), how)

describe('camt', () => {
  it('reads a notification with its account and period', () => {
    const statement = read(camt([entry(), entry({ way: 'DBIT', yen: '440', date: '2026-11-05' })]))
    expect(statement.issues).toEqual([])
    expect(statement.format).toBe('camt.054')
    expect(statement.accounts).toMatchObject([
      {
        account: { number: '1234567', bankCode: '0001', branchCode: '210' },
        from: '2026-11-01',
        to: '2026-11-30',
        lines: [
          {
            record: 1,
            date: '2026-11-02',
            in: 3300,
            payer: 'ﾔﾏﾀﾞ ﾀﾛｳ',
            payerRead: 'ヤマダ タロウ',
            kind: '振込',
            edi: '26000017',
          },
          { record: 2, date: '2026-11-05', out: 440 },
        ],
      },
    ])
  })

  it('gives the byte where each entry begins', () => {
    const text = camt([entry({ name: '髙橋' }), entry()])
    const positions = read(text).accounts[0]?.lines.map(line => line.position)
    const bytes = Buffer.from(text)
    expect(positions).toEqual([bytes.indexOf('<Ntry>'), bytes.lastIndexOf('<Ntry>')])
  })

  it('reads a report whose balances show a gap', () => {
    const balance = (code: string, yen: number) =>
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="JPY">${yen}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-02</Dt></Dt></Bal>`
    const statement = read(camt([entry()], { ...report, more: balance('OPBD', 1000) + balance('CLBD', 4600) }))
    expect(statement).toMatchObject({ format: 'camt.052', accounts: [{ openingBalance: 1000, closingBalance: 4600 }] })
    expect(statement.issues).toMatchObject([{ code: 'balance_gap', amount: 300 }])
  })

  it('checks the summary of transactions', () => {
    const summary = (sum: number) =>
      `<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>${sum}</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>0</NbOfNtries><Sum>0</Sum></TtlDbtNtries></TxsSummry>`
    expect(read(camt([entry()], { more: summary(3300) })).accounts[0]?.trailer?.agrees).toBe(true)
    expect(read(camt([entry()], { more: summary(3600) })).issues).toMatchObject([{ code: 'trailer_sum', amount: 300 }])
  })

  it('splits an entry into its transactions where they add up, and only there', () => {
    const part = (yen: number, name: string) =>
      `<TxDtls><Amt Ccy="JPY">${yen}</Amt><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`
    const both = entry({ details: part(3000, 'ｻﾄｳ') + part(300, 'ｽｽﾞｷ') })
    expect(read(camt([both])).accounts[0]?.lines).toMatchObject([
      { in: 3000, payer: 'ｻﾄｳ' },
      { in: 300, payer: 'ｽｽﾞｷ' },
    ])
    const wrong = entry({ details: part(3000, 'ｻﾄｳ') + part(200, 'ｽｽﾞｷ') })
    expect(read(camt([wrong])).accounts[0]?.lines).toMatchObject([{ in: 3300, payer: '' }])
  })

  it('links a reversal to the payment it takes back', () => {
    const statement = read(camt([entry(), entry({ way: 'DBIT', more: '<RvslInd>true</RvslInd>', details: ' ' })]))
    expect(statement.accounts[0]?.lines[1]).toMatchObject({ out: 3300, kind: '取消', cancels: { why: 'cancelled' } })
  })

  it.each([
    [{ currency: 'USD', yen: '12.50' }, 'foreign_currency'],
    [{ yen: '12.50' }, 'foreign_currency'],
    [{ yen: '-300' }, 'amount_unreadable'],
    [{ date: '2026-02-30' }, 'date_unreadable'],
    [{ way: 'BOTH' }, 'direction_unknown'],
    [{ status: 'PDNG' }, 'entry_pending'],
  ] as const)('tells of %j and keeps the other entries', (bad, code) => {
    const statement = read(camt([entry(bad), entry()]))
    expect(statement.issues).toMatchObject([{ code, record: 1 }])
    expect(statement.accounts[0]?.lines).toMatchObject([{ in: 3300, record: 2 }])
  })

  it('takes the day of an instant in Tokyo', () => {
    const text = camt([entry()]).replaceAll('<Dt>2026-11-02</Dt>', '<DtTm>2026-11-02T16:30:00Z</DtTm>')
    expect(read(text).accounts[0]?.lines[0]?.date).toBe('2026-11-03')
  })

  it('opens an envelope with a header, and a namespace prefix', () => {
    const body = camt([entry()]).replace(/^<\?xml.*\n/, '')
    expect(read(`<Msg><AppHdr><Fr/></AppHdr>${body}</Msg>`).accounts[0]?.lines).toHaveLength(1)
    expect(
      read(body.replaceAll(/<(\/?)(?=\w)/g, '<$1c:').replace('xmlns=', 'xmlns:c=')).accounts[0]?.lines,
    ).toHaveLength(1)
  })

  it('resolves the five entities and numbers, and no other', () => {
    expect(read(camt([entry({ name: 'A&amp;B &#x9AD9; &lol;' })])).accounts[0]?.lines[0]?.payer).toBe('A&B 髙 &lol;')
  })

  it('refuses a DOCTYPE, so that nothing can be expanded or fetched', () => {
    const bomb = camt([entry({ name: '&a;' })]).replace(
      '\n<Document',
      '\n<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<Document',
    )
    expect(read(bomb)).toMatchObject({ accounts: [], issues: [{ code: 'xml_doctype', level: 'refused' }] })
  })

  test.each([
    ['cut off', camt([entry()]).slice(0, 600), 'xml_broken'],
    ['another message', '<Document><CstmrCdtTrfInitn/></Document>', 'xml_other'],
    ['a web page', '<!doctype html><html></html>', 'xml_doctype'],
    ['nested beyond reason', '<a>'.repeat(5000) + '</a>'.repeat(5000), 'xml_broken'],
  ])('refuses a file that is %s', (_, text, code) => {
    expect(read(text)).toMatchObject({ format: 'unknown', accounts: [], issues: [{ code, level: 'refused' }] })
  })

  it('keeps the entries before the place where a file breaks off', () => {
    const text = camt([entry(), entry({ yen: '300' }), entry()])
    const at = text.lastIndexOf('<BookgDt>')
    const statement = read(text.slice(0, at))
    expect(statement.issues).toMatchObject([{ code: 'xml_cut', level: 'check' }])
    expect(statement.accounts[0]?.lines).toMatchObject([{ in: 3300 }, { in: 300 }])
  })

  it('reads CP932 too', () => {
    expect(readStatement(cp932(camt([entry({ name: '髙橋' })])), how).accounts[0]?.lines[0]?.payer).toBe('髙橋')
  })
})
