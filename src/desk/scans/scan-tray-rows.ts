import { and, asc, eq, type SQL } from 'drizzle-orm'
import { type PageCode, readPageCode } from '../../domain/page-code.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Db } from '../open-store.ts'
import { scanTray } from '../tables.ts'
import { serves } from '../world.ts'
import type { Remark } from './scan-tray-sorting.ts'

export const discardReasons = ['blank', 'scanned_again', 'not_for_us', 'by_mistake'] as const
export type DiscardReason = (typeof discardReasons)[number]

/** One page that came in. `nth`: file of the upload, from 1. `file`, `filePage`: where it is kept in its case. */
export interface TrayPage {
  readonly id: string
  readonly batch: string
  readonly nth: number
  readonly page: number
  readonly code: PageCode | null
  readonly remarks: readonly Remark[]
  readonly operator: string | null
  readonly follows: string | null
  readonly state: 'waiting' | 'filed' | 'discarded'
  readonly caseNumber: string | null
  readonly file: string | null
  readonly filePage: number | null
  readonly reason: DiscardReason | null
  readonly by: string
  readonly at: string
  readonly settledBy: string | null
  readonly settledAt: string | null
}

/** The case that a waiting page most likely belongs to: the one on its code, else that of the page before it; null where neither can be. */
export const likelyCase = ({ code, remarks, follows }: TrayPage): string | null => {
  if (code === null) return follows
  const astray: readonly Remark[] = ['unknown_case', 'unknown_letter', 'not_served', 'case_erased']
  return remarks.some(remark => astray.includes(remark)) ? null : code.number
}

type Row = typeof scanTray.$inferSelect

/** Nobody's page is shown to whoever put it in and to those who serve every operator: it may be of any of them. */
const visible = (row: Row, by: Actor): boolean =>
  by.operators === 'all' || row.by === by.id || (row.operator !== null && serves(by, row.operator))

const pageOf = (row: Row): TrayPage => ({
  ...row,
  code: row.code === null ? null : readPageCode(row.code),
  remarks: JSON.parse(row.remarks) as Remark[],
  reason: row.reason as DiscardReason | null,
})

export const trayRows = (db: Db) => {
  const rows = async (where: SQL | undefined, by: Actor): Promise<TrayPage[]> => {
    const order = [asc(scanTray.at), asc(scanTray.batch), asc(scanTray.nth), asc(scanTray.page)]
    const found = await db
      .select()
      .from(scanTray)
      .where(where)
      .orderBy(...order)
    return found.filter(row => visible(row, by)).map(pageOf)
  }
  return {
    waiting: (by: Actor) => rows(eq(scanTray.state, 'waiting'), by),
    batch: (batch: string, by: Actor) => rows(eq(scanTray.batch, batch), by),
    /** the page list of a case's scans */
    ofCase: (number: string, by: Actor) => rows(and(eq(scanTray.caseNumber, number), eq(scanTray.state, 'filed')), by),
    one: async (id: string, by: Actor): Promise<TrayPage | null> => (await rows(eq(scanTray.id, id), by))[0] ?? null,
  }
}
