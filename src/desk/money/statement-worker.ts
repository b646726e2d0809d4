import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { Statement, StatementAccount, StatementLine } from '../../banks/statement.ts'
import { type ReadTerms, readWithLayouts } from './statement-layouts.ts'

/** What the thread says, in this order: way …, then account and its lines for each account, then end. */
export type Said =
  | { way: { bytes: number; records: number } }
  | { account: StatementAccount }
  | { lines: StatementLine[] }
  | { end: Omit<Statement, 'accounts'> & { layoutUsed?: number } }

/** Taken over in one piece, the lines of a large file would hold up everybody; each answer asks for the next piece. */
const PIECE = 2_000

const { bytes, terms } = workerData as { bytes: Uint8Array; terms: ReadTerms }
const port = parentPort
const say = async (said: Said): Promise<void> => {
  port?.postMessage(said)
  if (port && !('way' in said)) await once(port, 'message')
}

const { accounts, ...rest } = readWithLayouts(bytes, terms, (reached, records) => {
  void say({ way: { bytes: reached, records } })
})
for (const { lines, ...account } of accounts) {
  await say({ account: { ...account, lines: [] } })
  for (let at = 0; at < lines.length; at += PIECE) await say({ lines: lines.slice(at, at + PIECE) })
}
await say({ end: rest })
