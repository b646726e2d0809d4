/** A field: name, Japanese name, type (N digits, C text) and width; positions follow from the widths. */
type Row = readonly [name: string, label: string, type: 'N' | 'C', width: number]

export interface Field {
  name: string
  label: string
  type: 'N' | 'C'
  at: number
  width: number
}

export interface Layout<Name extends string> {
  fields: readonly (Field & { name: Name })[]
}

const layout = <const R extends readonly Row[]>(rows: R): Layout<R[number][0]> => {
  let at = 0
  const fields = rows.map(([name, label, type, width]: R[number]) => {
    const field = { name, label, type, at, width }
    at += width
    return field
  })
  return { fields }
}

const opening = [
  ['type', 'データ区分', 'N', 1],
  ['business', '種別コード', 'N', 2],
  ['code', 'コード区分', 'N', 1],
  ['madeOn', '作成日', 'N', 6],
  ['from', '勘定日（自）', 'N', 6],
  ['to', '勘定日（至）', 'N', 6],
  ['bankCode', '銀行コード', 'N', 4],
  ['bankName', '銀行名', 'C', 15],
  ['branchCode', '支店コード', 'N', 3],
  ['branchName', '支店名', 'C', 15],
] as const

// 全銀協 AP-Ⅰ-12 §2 入出金取引明細 (種別 03), 200 bytes.
export const header03 = layout([
  ...opening,
  ['spare', 'ダミー', 'C', 3],
  ['deposit', '預金種目', 'N', 1],
  ['number', '口座番号', 'N', 10],
  ['holder', '口座名', 'C', 40],
  ['openingSign', '貸越区分', 'N', 1],
  ['book', '通帳・証書区分', 'N', 1],
  ['openingBalance', '取引前残高', 'N', 14],
  ['rest', 'ダミー', 'C', 71],
])

export const data03 = layout([
  ['type', 'データ区分', 'N', 1],
  ['inquiry', '照会番号', 'N', 8],
  ['bookedOn', '勘定日', 'N', 6],
  ['valueOn', '預入・払出日', 'N', 6],
  ['direction', '入払区分', 'N', 1],
  ['kind', '取引区分', 'N', 2],
  ['amount', '取引金額', 'N', 12],
  ['uncleared', 'うち他店券金額', 'N', 12],
  ['presentedOn', '交換呈示日', 'N', 6],
  ['dishonouredOn', '不渡返還日', 'N', 6],
  ['chequeKind', '手形・小切手区分', 'N', 1],
  ['chequeNumber', '手形・小切手番号', 'N', 7],
  ['sisterBranch', '僚店番号', 'N', 3],
  ['payerCode', '振込依頼人コード', 'C', 10],
  ['payer', '振込依頼人名', 'C', 48],
  ['fromBank', '仕向銀行名', 'C', 15],
  ['fromBranch', '仕向店名', 'C', 15],
  ['description', '摘要内容', 'C', 20],
  ['edi', 'EDI情報', 'C', 20],
  ['rest', 'ダミー', 'C', 1],
])

export const trailer03 = layout([
  ['type', 'データ区分', 'N', 1],
  ['inCount', '入金件数', 'N', 6],
  ['inSum', '入金額合計', 'N', 13],
  ['outCount', '出金件数', 'N', 6],
  ['outSum', '出金額合計', 'N', 13],
  ['closingSign', '貸越区分', 'N', 1],
  ['closingBalance', '取引後残高', 'N', 14],
  ['records', 'データ・レコード件数', 'N', 7],
  ['rest', 'ダミー', 'C', 139],
])

// AP-Ⅰ-12 §1 振込入金通知 (種別 01): no spare before 預金種目, and a seven-digit account.
export const header01 = layout([
  ...opening,
  ['deposit', '預金種目', 'N', 1],
  ['number', '口座番号', 'N', 7],
  ['holder', '口座名', 'C', 40],
  ['rest', 'ダミー', 'C', 93],
])

const notice = [
  ['type', 'データ区分', 'N', 1],
  ['inquiry', '照会番号', 'N', 6],
  ['bookedOn', '勘定日', 'N', 6],
  ['valueOn', '起算日', 'N', 6],
  ['amount', '金額', 'N', 10],
  ['uncleared', 'うち他店券金額', 'N', 10],
  ['payerCode', '振込依頼人コード', 'C', 10],
  ['payer', '振込依頼人名', 'C', 48],
  ['fromBank', '仕向銀行名', 'C', 15],
  ['fromBranch', '仕向店名', 'C', 15],
  ['cancelled', '取消区分', 'N', 1],
] as const

export const data01A = layout([...notice, ['edi', 'EDI情報', 'C', 20], ['rest', 'ダミー', 'C', 52]])

export const data01B = layout([
  ...notice,
  ['amount2', '金額（2）', 'N', 12],
  ['uncleared2', 'うち他店券金額（2）', 'N', 12],
  ['edi', 'EDI情報', 'C', 20],
  ['rest', 'ダミー', 'C', 28],
])

export const trailer01 = layout([
  ['type', 'データ区分', 'N', 1],
  ['inCount', '振込合計件数', 'N', 6],
  ['inSum', '振込合計金額', 'N', 12],
  ['outCount', '取消合計件数', 'N', 6],
  ['outSum', '取消合計金額', 'N', 12],
  ['rest', 'ダミー', 'C', 163],
])

export const end = layout([
  ['type', 'データ区分', 'N', 1],
  ['records', 'レコード総件数', 'N', 10],
  ['accounts', '口座数', 'N', 5],
  ['rest', 'ダミー', 'C', 184],
])
