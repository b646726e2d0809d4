import { eq } from 'drizzle-orm'
import type { PlainDate } from '../../domain/day.ts'
import type { Product } from '../../domain/money/book-products.ts'
import { BookTerms, defaultBookTerms } from '../../domain/money/book-terms.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { legsOf, originsOf } from '../../domain/money/month-sheet-legs.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/rule.ts'
import { type Exported, exportFile } from '../../exports/export-file.ts'
import { type FieldIssue, issueCode, issuesOf } from '../issues.ts'
import type { Db, Store } from '../open-store.ts'
import { operators } from '../tables.ts'
import { ledgerOf } from './ledger.ts'
import { settings } from './tables-money.ts'

export interface BooksAsked {
  readonly product: Product
  /** both included */
  readonly from: PlainDate
  readonly to: PlainDate
  /** only what touches this operator; everything without it */
  readonly operator?: string
}

/** 会計連携: what the books call things, and the journal files. For those who serve every operator; null for the others. */
export interface Bookkeeping {
  terms(by: Actor): Promise<BookTerms | null>
  /** Body: `BookTerms`. By an administrator of all operators. */
  change(
    input: unknown,
    by: Actor,
  ): Promise<{ ok: true } | { ok: false; refusal: Refusal } | { ok: false; issues: readonly FieldIssue[] }>
  /** 'unknown_operator': this desk has none of that id. */
  file(asked: BooksAsked, by: Actor): Promise<Exported | 'unknown_operator' | null>
}

const NAME = 'bookkeeping'

const readTerms = async (db: Db): Promise<BookTerms> => {
  const row = await db.select().from(settings).where(eq(settings.name, NAME)).get()
  return row === undefined ? defaultBookTerms : BookTerms.parse(JSON.parse(row.body))
}

export const bookkeepingOf = ({ store, now }: { store: Store; now: () => string }): Bookkeeping => ({
  terms: async by => (by.operators === 'all' ? readTerms(store.read) : null),
  change: async (input, by) => {
    if (!by.roles.includes('admin') || by.operators !== 'all') return { ok: false, refusal: refuse('not_allowed') }
    const read = BookTerms.safeParse(input, { error: issueCode })
    if (!read.success) return { ok: false, issues: issuesOf(read.error) }
    const values = { body: JSON.stringify(read.data), by: by.id, at: now() }
    await store.transaction(() =>
      store.write
        .insert(settings)
        .values({ name: NAME, ...values })
        .onConflictDoUpdate({ target: settings.name, set: values }),
    )
    return { ok: true }
  },
  file: async ({ product, from, to, operator }, by) => {
    if (by.operators !== 'all') return null
    if (operator !== undefined && !(await knows(store.read, operator))) return 'unknown_operator'
    const upTo = await ledgerOf(store.read).read({ to })
    const inPeriod = upTo.filter(entry => entry.on >= from)
    const asked = operator === undefined ? inPeriod : touching(inPeriod, upTo, operator)
    return exportFile(product, asked, await readTerms(store.read))
  },
})

const knows = async (db: Db, operator: string): Promise<boolean> =>
  (await db.select({ id: operators.id }).from(operators).where(eq(operators.id, operator)).limit(1).get()) !== undefined

/** A line of an account that serves several is nobody's until a case takes it: then both sides are shown. */
const touching = (some: readonly LedgerEntry[], all: readonly LedgerEntry[], operator: string): LedgerEntry[] => {
  const origins = originsOf(all)
  return some.filter(entry => legsOf(entry, origins).some(leg => leg.operator === operator))
}
