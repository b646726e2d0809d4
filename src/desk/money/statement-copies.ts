import { isDeepStrictEqual } from 'node:util'
import type { StatementAccount, StatementLine } from '../../banks/statement.ts'

/** The same block of the same account once more, as when a file was appended to itself: its money came once. */
export const isCopy = (accounts: readonly StatementAccount[], nth: number): boolean => {
  const block = accounts[nth]
  return block !== undefined && block.lines.length > 0 && accounts.slice(0, nth).some(each => isSameBlock(each, block))
}

const isSameBlock = (a: StatementAccount, b: StatementAccount): boolean =>
  isDeepStrictEqual(a.account, b.account) &&
  a.from === b.from &&
  a.to === b.to &&
  a.openingBalance === b.openingBalance &&
  a.lines.length === b.lines.length &&
  a.lines.every((line, at) => isDeepStrictEqual(withoutPlace(line), withoutPlace(b.lines[at])))

const withoutPlace = (line: StatementLine | undefined) =>
  line && { ...line, record: 0, position: 0, cancels: line.cancels?.why, cancelledBy: undefined }
