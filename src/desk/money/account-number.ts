import type { BankAccount } from '../../banks/statement.ts'

/** 全銀: 1 普通, 2 当座, 4 貯蓄 */
export const depositKinds = ['普通', '当座', '貯蓄'] as const

const half = (text: string): string => text.normalize('NFKC').trim()
const digits = (most: number) => (text: string) => {
  const bare = half(text)
  return new RegExp(`^\\d{1,${most}}$`).test(bare) ? bare.padStart(most, '0') : null
}

/** 統一金融機関コード: four digits; 支店コード: three. Null for anything else. */
export const bankCodeOf = digits(4)
export const branchCodeOf = digits(3)

/** Digits without leading zeros: files pad to seven or ten, ゆうちょ writes 記号-番号. Null where there are none, or words. */
export const numberOf = (text: string): string | null => {
  const bare = half(text).replace(/[-‐‑–−ー\s]/g, '')
  return /^\d{1,16}$/.test(bare) && /[1-9]/.test(bare) ? bare.replace(/^0+/, '') : null
}

export interface AccountName {
  readonly bankCode: string | null
  readonly branchCode: string | null
  readonly kind: string | null
  readonly number: string | null
}

/** What a file says of its account, as the desk writes it. ANSER puts branch, kind and number into one field. */
export const accountNamed = (named: BankAccount): AccountName => {
  const written = half(named.number ?? '')
  const last = written.split(/\s+/).at(-1) ?? ''
  const kind = depositKinds.find(each => named.kind === each) ?? depositKinds.find(each => written.includes(each))
  return {
    bankCode: bankCodeOf(named.bankCode ?? ''),
    branchCode: branchCodeOf(named.branchCode ?? ''),
    kind: kind ?? null,
    number: numberOf(last),
  }
}

/** Whether a registered account may be the one that a file names: the number is the same and nothing else speaks against it. */
export const isSameAccount = (registered: AccountName, named: AccountName): boolean =>
  named.number !== null &&
  registered.number === named.number &&
  (['bankCode', 'branchCode', 'kind'] as const).every(
    part => registered[part] === null || named[part] === null || registered[part] === named[part],
  )
