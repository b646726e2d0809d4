/** A small camt message by hand; `Ntry` elements are given as text. */
export const camt = (
  entries: readonly string[],
  { message = ['camt.054.001.02', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn'], more = '', account = '' } = {},
): string => {
  const [name, root, part] = message
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${name}"><${root}><GrpHdr><MsgId>1</MsgId></GrpHdr><${part}>
<Id>1</Id><FrToDt><FrDtTm>2026-11-01T00:00:00</FrDtTm><ToDtTm>2026-11-30T23:59:59</ToDtTm></FrToDt>
<Acct><Id><Othr><Id>1234567</Id></Othr></Id>${account}<Svcr><FinInstnId><ClrSysMmbId><MmbId>0001</MmbId></ClrSysMmbId></FinInstnId><BrnchId><Id>210</Id></BrnchId></Svcr></Acct>
${more}
${entries.join('\n')}
</${part}></${root}></Document>
`
}

export const report = { message: ['camt.052.001.02', 'BkToCstmrAcctRpt', 'Rpt'] }

export const entry = ({
  yen = '3300',
  currency = 'JPY',
  way = 'CRDT',
  date = '2026-11-02',
  name = 'ﾔﾏﾀﾞ ﾀﾛｳ',
  status = 'BOOK',
  more = '',
  details = '',
} = {}): string => `<Ntry><NtryRef>1</NtryRef><Amt Ccy="${currency}">${yen}</Amt><CdtDbtInd>${way}</CdtDbtInd>${more}<Sts>${status}</Sts>
<BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt><BkTxCd><Prtry><Cd>11</Cd></Prtry></BkTxCd>
<NtryDtls>${
  details ||
  `<TxDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>26000017</Ustrd></RmtInf></TxDtls>`
}</NtryDtls></Ntry>`
