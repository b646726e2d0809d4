import { parseDay } from '../domain/day.ts'
import { readAmount } from './csv-cells.ts'
import type { BankAccount } from './statement.ts'

export interface Preamble {
  account: BankAccount
  /** 明細件数 */
  count?: number
}

/** What stands above the heading: the account's number and how many rows there should be. */
export const readPreamble = (rows: readonly (readonly string[])[]): Preamble => {
  const text = rows.map(cells => cells.join(' ').normalize('NFKC')).join('\n')
  const number = /口座番号[:\s"]*([\d*]{3,}(?:-[\d*]+)*)/.exec(text)?.[1]
  const holder = /(?:口座名義?|お名前)(?:人名?)?[:\s"]+([^\n]{1,60})/.exec(text)?.[1]?.trim()
  const stated = readAmount(/明細件数[:\s"]*([\d,]+)/.exec(text)?.[1] ?? '')
  return {
    account: { number, holder: holder !== undefined && parseDay(holder) === null ? holder : undefined },
    ...('yen' in stated ? { count: stated.yen } : {}),
  }
}
