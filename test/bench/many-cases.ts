import type { Statement } from 'better-sqlite3'
import type { Store } from '../../src/desk/open-store.ts'
import { searching } from '../../src/desk/search.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import type { Person } from '../../src/domain/person.ts'
import { sampleCast } from '../../src/walk/cast.ts'
import { type BusyDesk, scripts, TODAY } from './busy-desk.ts'

type Row = Record<string, string | number | null>
/** What of a case lies where; `position` must stay unique. */
const tables: Record<string, string> = {
  journal: 'case_number',
  particulars: 'case_number',
  letters: 'case_number',
  postings: 'case_number',
  money: 'case_number',
  cases: 'number',
}

/**
 * Fills a desk with cases at every stage, all numbers of the year up to `serial`. A few are performed; the others are those with other
 * numbers and ids, written in one transaction: right to read, but their hash chains are not. The numbers.
 */
export const fill = async ({ desk, store, tell }: BusyDesk, serial: number): Promise<string[]> => {
  const templates: Template[] = []
  // Most are closed, as in a desk of some years.
  for (const script of scripts)
    for (const part of [1, 1, 1, 1, 1, 1, 0.3, 0.7]) {
      const number = await tell(script, Math.max(1, Math.floor(script.steps.length * part)))
      const found = await desk.kase(number, sampleCast.approver)
      const subject = found?.kase.intake.subject
      const [person] = await desk.reveal(number, [subject], sampleCast.approver)
      templates.push({ number, person: person as Person | null, rows: rowsOf(store, number) })
    }
  const numbers = templates.map(each => each.number)
  const search = searching(store)
  let position = Number(store.sqlite.write.prepare('SELECT max(position) FROM journal').pluck().get())
  await store.transaction(async () => {
    for (let nth = templates.length + 1; nth <= serial; nth++) {
      const template = templates[nth % templates.length]
      if (template === undefined) break
      const number = caseNumber(Number(TODAY.slice(0, 4)), nth)
      position = copy(store, template, number, position)
      if (template.person !== null) await search.put(number, [template.person])
      numbers.push(number)
    }
  })
  store.sqlite.write.exec('ANALYZE')
  return numbers
}

interface Template {
  readonly number: string
  readonly person: Person | null
  readonly rows: ReadonlyMap<string, readonly Row[]>
}

const rowsOf = ({ sqlite }: Store, number: string): Map<string, Row[]> =>
  new Map(
    Object.entries(tables).map(([table, key]) => [
      table,
      sqlite.write.prepare(`SELECT * FROM ${table} WHERE ${key} = ?`).all(number) as Row[],
    ]),
  )

const copy = (store: Store, template: Template, number: string, from: number): number => {
  let position = from
  const ids = new Map(template.rows.get('particulars')?.map(({ id }) => [String(id), `${id}-${number}`]))
  const renamed = (value: string | number | null): string | number | null => {
    if (typeof value !== 'string') return value
    if (value === template.number) return number
    return (ids.get(value) ?? value)
      .replaceAll(/"kept":"([^"]+)"/g, (_, id) => `"kept":"${ids.get(id) ?? id}"`)
      .replaceAll(`"${template.number}"`, `"${number}"`)
  }
  for (const [table, rows] of template.rows)
    for (const row of rows) {
      const fresh = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, renamed(value)]))
      if (table === 'journal') Object.assign(fresh, { position: ++position })
      insertInto(store, table, Object.keys(fresh)).run(Object.values(fresh))
    }
  return position
}

const inserts = new Map<string, Statement>()
const insertInto = ({ sqlite }: Store, table: string, columns: readonly string[]): Statement => {
  const known = inserts.get(table)
  if (known) return known
  const names = columns.map(name => `"${name}"`).join()
  const fresh = sqlite.write.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join()})`)
  inserts.set(table, fresh)
  return fresh
}
