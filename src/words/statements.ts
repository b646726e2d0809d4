import type { DateMode } from '../banks/statement.ts'
import type { AccountRow } from '../desk/money/bank-accounts.ts'
import type { StoredIssue } from '../desk/money/statement-rows.ts'

export const calendarWords: Record<DateMode, string> = {
  wareki: '和暦（令和8年なら 08）',
  seireki: '西暦（2026年なら 26）',
}

/** 0001-234 普通 1234567; what nobody said is left out. */
export const accountNumberText = ({
  bankCode,
  branchCode,
  kind,
  number,
}: Pick<AccountRow, 'bankCode' | 'branchCode' | 'kind' | 'number'>): string => {
  const bank = [bankCode, branchCode].filter(part => part !== null).join('-')
  return [bank, kind, number].filter(part => part !== null && part !== '').join(' ') || '—'
}

/** 3,300円, −3,300円: sums of statements may be longer than any fee, and below zero. */
export const money = (yen: number): string => `${yen < 0 ? '−' : ''}${Math.abs(yen).toLocaleString('en-US')}円`

/** 全銀 codes and positions are for people who look into the file. */
export const issuePlace = ({ record, position }: Pick<StoredIssue, 'record' | 'position'>): string =>
  record === 0 ? 'ファイル全体' : `${record}件目（${position}バイト目）`

export const unprovenWords: Readonly<Record<string, string>> = {
  trailer_count: '件数がファイルの記載と合いません。',
  trailer_sum: '合計がファイルの記載と合いません。',
  trailer_missing: '件数と合計の記録がなく、全部そろっているか確かめられません。',
  end_count: '終わりの記録の件数と合いません。',
  end_missing: '終わりの記録がなく、途中で切れているおそれがあります。',
  truncated: '最後の記録が途中で切れています。',
  xml_cut: '途中で壊れています。',
  balance_gap: '残高のつながりが合わないところがあります。',
  date_out_of_range: '取込日から離れすぎた日付があります。',
  date_in_future: '今日より後の日付があります。',
  quote_unclosed: '引用符（"）が閉じておらず、行の区切りが違っているおそれがあります。',
  header_missing: 'どの口座のものか書かれていない明細があります。',
}

/** Every other reason is a record that could not be read. */
export const unprovenSentence = (code: string): string => unprovenWords[code] ?? '読めない記録があります。'

const gaps: Readonly<Record<string, (amount: number) => string>> = {
  gap_before: amount =>
    `前の明細の残高とつながりません（差 ${money(amount)}）。間の明細が取り込まれていないおそれがあります。`,
  gap_after: amount =>
    `後の明細の残高とつながりません（差 ${money(amount)}）。間の明細が取り込まれていないおそれがあります。`,
}

/** What was told of a file when it was taken. */
export const storedIssueSentence = ({ code, message, amount }: StoredIssue): string => {
  if (code === 'taken_despite') return `確かめられないまま取り込みました。理由：${message}`
  return gaps[code]?.(amount ?? 0) ?? message
}

/** うち他店券: cheques of other banks that may still bounce. */
export const unclearedWords = (yen: number): string => `${money(yen)}（まだ資金になっていない小切手など）`

/** An account of a file that is not yet one of the desk's. */
export const placeWords = {
  known: { short: '登録済みの口座', sentence: '口座番号が一致しました。' },
  chosen: { short: '選んだ口座', sentence: '選んだ口座に取り込みます。' },
  unnamed: {
    short: '口座の記載なし',
    sentence: 'このファイルには口座が書かれていません。どの口座のものかを選んでください。',
  },
  unknown: {
    short: '登録のない口座',
    sentence: 'この口座はまだ登録されていません。登録するか、口座を選んでください。',
  },
  ambiguous: { short: '口座が決まりません', sentence: '当てはまる口座が複数あります。どれかを選んでください。' },
  not_served: {
    short: '担当外の口座',
    sentence: '担当していない事業者の口座です。この分は取り込みません。担当する経理が取り込んでください。',
  },
  skipped: { short: '取り込まない', sentence: 'この口座の分は取り込みません。' },
  other: { short: '口座が違います', sentence: '選んだ口座とファイルの口座番号が違います。' },
} as const

export const cancelWords = { cancelled: '取消', corrected: '訂正', negative: 'マイナス（取消）' } as const

/** What a column of an unknown file may be, in the order of the list. */
export const columnWords = {
  date: '日付',
  in: '入金',
  out: '出金',
  amount: '金額（出金はマイナス）',
  balance: '残高',
  payer: '依頼人',
  description: '摘要',
  kind: '種別',
  payerCode: '依頼人番号',
  edi: 'EDI情報',
  reference: '照会番号',
  fromBank: '仕向銀行',
  fromBranch: '仕向支店',
} as const
export type ColumnUse = keyof typeof columnWords
