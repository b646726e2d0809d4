import { columnsOf } from './encoding.ts'
import { issueLog } from './issue.ts'
import { whatItIsNot } from './not-a-statement.ts'
import type { Terms } from './reading.ts'
import type { Statement } from './statement.ts'
import { readZengin } from './zengin.ts'
import { zenginRecords } from './zengin-framing.ts'

/**
 * Reads a bank's file: 全銀, a known CSV, a mapped CSV, camt. Pure and total: any bytes give a statement, and what could
 * not be read is in `issues`, in Japanese, with record and byte. The bytes themselves are the caller's to keep.
 */
export const readStatement = (bytes: Uint8Array, how: Terms): Statement => {
  const log = issueLog()
  const reading = { ...how, log }
  const refusal = whatItIsNot(bytes)
  if (refusal) {
    log.tell(refusal.code, 0, 0, refusal)
    return { format: 'unknown', accounts: [], issues: log.issues }
  }
  return readZengin(zenginRecords(columnsOf(bytes), log), reading)
}
