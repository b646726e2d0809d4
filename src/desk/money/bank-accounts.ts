import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type ColumnMapping, columnMapping } from '../../banks/column-mapping.ts'
import type { DateMode } from '../../banks/statement.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Actor, Role } from '../../domain/rule.ts'
import { type FieldIssue, issueCode, issuesOf } from '../issues.ts'
import type { Db, Store } from '../open-store.ts'
import { operators } from '../tables.ts'
import { serves } from '../world.ts'
import { accountBody } from './account-body.ts'
import { nextInSeries } from './number-series.ts'
import { bankAccounts } from './tables-money.ts'

/** An account whose statements are imported. Codes and number normalised, null where nobody said. */
export interface AccountRow {
  readonly id: string
  readonly label: string
  /** ids of those whose fees are paid into it */
  readonly operators: readonly string[]
  readonly bankCode: string | null
  readonly branchCode: string | null
  readonly kind: string | null
  readonly number: string | null
  readonly dateMode: DateMode | null
  readonly layout: ColumnMapping | null
  readonly active: boolean
}

export type AccountResult =
  | { ok: true; account: AccountRow }
  | { ok: false; refusal: Refusal }
  | { ok: false; issues: readonly FieldIssue[] }

/** 口座. Changed by 経理 or 管理者 who serve all of its operators; read by whoever serves one of them. */
export interface BankAccounts {
  /** Those in use, then (with `retired`) those that were; in the order of registering. */
  list(by: Actor, how?: { retired?: boolean }): Promise<AccountRow[]>
  one(id: string, by: Actor): Promise<AccountRow | null>
  /** Body: `accountBody`. Issue `account_known` at 'number' where an account in use has the same bank, branch and number. */
  register(input: unknown, by: Actor): Promise<AccountResult>
  change(id: string, input: unknown, by: Actor): Promise<AccountResult>
  /** Retired accounts keep their lines and take no more statements. */
  setActive(id: string, active: boolean, by: Actor): Promise<AccountResult>
}

/** Who keeps the bank's books: accounts and statements. */
export const bookkeepers = ['cashier', 'admin'] as const satisfies readonly Role[]
export const keepsBooks = (by: Actor): boolean => by.roles.some(role => bookkeepers.some(each => each === role))

type Row = typeof bankAccounts.$inferSelect

export const accountOf = (row: Row): AccountRow => ({
  id: row.id,
  label: row.label,
  operators: z.array(z.string()).parse(JSON.parse(row.operators)),
  bankCode: row.bankCode,
  branchCode: row.branchCode,
  kind: row.kind,
  number: row.number,
  dateMode: row.dateMode,
  layout: row.layout === null ? null : columnMapping.parse(JSON.parse(row.layout)),
  active: row.active,
})

/** For those who serve one of its operators. */
export const seesAccount = (by: Actor, account: Pick<AccountRow, 'operators'>): boolean =>
  account.operators.some(operator => serves(by, operator))

/** Every account, whoever may see it. */
export const readAccounts = async (db: Db): Promise<AccountRow[]> =>
  (await db.select().from(bankAccounts).orderBy(asc(bankAccounts.createdAt), asc(bankAccounts.id))).map(accountOf)

export const bankAccountsOf = ({ store, now }: { store: Store; now: () => string }): BankAccounts => {
  const find = async (db: Db, id: string, by: Actor): Promise<AccountRow | null> => {
    const row = await db.select().from(bankAccounts).where(eq(bankAccounts.id, id)).get()
    const account = row && accountOf(row)
    return account && seesAccount(by, account) ? account : null
  }

  /** The body, or why it cannot stand. */
  const checked = async (input: unknown, id: string | null, by: Actor) => {
    const parsed = accountBody.safeParse(input ?? {}, { error: issueCode })
    if (!parsed.success) return { ok: false as const, issues: issuesOf(parsed.error) }
    const body = parsed.data
    if (!body.operators.every(operator => serves(by, operator)))
      return { ok: false as const, refusal: refuse('not_this_operator') }
    const known = new Set((await store.write.select({ id: operators.id }).from(operators)).map(each => each.id))
    if (!body.operators.every(operator => known.has(operator))) return issue('operators', 'operator_missing')
    const same = (await readAccounts(store.write)).find(
      each =>
        each.id !== id &&
        each.active &&
        body.number !== undefined &&
        each.number === body.number &&
        each.bankCode === (body.bankCode ?? null) &&
        each.branchCode === (body.branchCode ?? null) &&
        each.kind === (body.kind ?? null),
    )
    return same ? issue('number', 'account_known') : { ok: true as const, body }
  }

  const columns = (body: z.output<typeof accountBody>) => ({
    label: body.label,
    operators: JSON.stringify(body.operators),
    bankCode: body.bankCode ?? null,
    branchCode: body.branchCode ?? null,
    kind: body.kind ?? null,
    number: body.number ?? null,
    dateMode: body.dateMode ?? null,
  })

  const update = (id: string, by: Actor, work: () => Promise<Partial<Row> | Exclude<AccountResult, { ok: true }>>) =>
    store.transaction(async (): Promise<AccountResult> => {
      const before = await find(store.write, id, by)
      if (before === null) return issue('id', 'unknown_account')
      if (!keepsBooks(by)) return { ok: false, refusal: refuse('not_allowed') }
      if (!before.operators.every(operator => serves(by, operator)))
        return { ok: false, refusal: refuse('not_this_operator') }
      const change = await work()
      if ('ok' in change) return change
      const [row] = await store.write.update(bankAccounts).set(change).where(eq(bankAccounts.id, id)).returning()
      return row === undefined ? issue('id', 'unknown_account') : { ok: true, account: accountOf(row) }
    })

  return {
    list: async (by, { retired = false } = {}) =>
      (await readAccounts(store.read))
        .filter(account => seesAccount(by, account) && (retired || account.active))
        .sort((a, b) => Number(b.active) - Number(a.active)),
    one: (id, by) => find(store.read, id, by),
    register: (input, by) =>
      store.transaction(async (): Promise<AccountResult> => {
        if (!keepsBooks(by)) return { ok: false, refusal: refuse('not_allowed') }
        const given = await checked(input, null, by)
        if (!given.ok) return given
        const id = `A${await nextInSeries(store.write, 'account')}`
        const [row] = await store.write
          .insert(bankAccounts)
          .values({ ...columns(given.body), id, layout: null, active: true, createdAt: now(), by: by.id })
          .returning()
        if (row === undefined) throw new Error('an account was not written')
        return { ok: true, account: accountOf(row) }
      }),
    change: (id, input, by) =>
      update(id, by, async () => {
        const given = await checked(input, id, by)
        if (!given.ok) return given
        return { ...columns(given.body), ...(given.body.forgetLayout !== undefined && { layout: null }) }
      }),
    setActive: (id, active, by) => update(id, by, async () => ({ active })),
  }
}

const issue = (path: string, code: string) => ({ ok: false as const, issues: [{ path, code }] })
