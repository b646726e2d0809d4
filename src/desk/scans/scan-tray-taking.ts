import { randomUUID } from 'node:crypto'
import { pageCode } from '../../domain/page-code.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Sight } from '../../reading/page-sight.ts'
import type { PageRead } from '../../reading/read-pages.ts'
import type { Files } from '../files.ts'
import type { Store } from '../open-store.ts'
import { scanTray } from '../tables.ts'
import type { Vault } from '../vault.ts'
import type { Scan } from './scan.ts'
import { pagesOnly } from './scan-tray-pages.ts'
import { type Expected, isHeld, type Sorted } from './scan-tray-sorting.ts'

type SortedPage = PageRead & Sorted

/** Puts the pages of one file where they belong: those of a case into one file of that case, the others into the tray. */
export const taking = ({
  store,
  files,
  vault,
  sort,
  now,
}: {
  store: Store
  files: Files
  vault: Vault
  sort: (sight: Sight, expected: Expected, by: Actor) => Promise<Sorted>
  now: () => string
}) => {
  /** By page, where it is kept now; pages that the case did not take are not among them. */
  const file = async (scan: Scan, pages: readonly SortedPage[], by: Actor) => {
    const kept = new Map<number, { file: string; filePage: number }>()
    const own = pages.filter(({ number, remarks }) => number !== null && !isHeld(remarks))
    for (const [number, group] of Map.groupBy(own, page => page.number ?? '')) {
      const wanted = group.map(({ page }) => page)
      const bytes = wanted.length === scan.pages ? scan.bytes : await pagesOnly(scan.bytes, wanted)
      const added = await files.add(number, nameOf(group[0]?.code?.form ?? '', now()), bytes, by)
      if (!added.ok) continue
      for (const [at, page] of wanted.entries()) kept.set(page, { file: added.file.id, filePage: at + 1 })
    }
    return kept
  }

  return async (
    { scan, read, nth }: { scan: Scan; read: readonly PageRead[]; nth: number },
    about: Expected & { batch: string },
    by: Actor,
  ): Promise<void> => {
    const pages: SortedPage[] = []
    for (const page of read) pages.push({ ...page, ...(await sort(page, about, by)) })
    const kept = await file(scan, pages, by)
    const made: (typeof scanTray.$inferInsert)[] = []
    let follows: string | null = null
    for (const { page, code, number, operator, remarks, picture } of pages) {
      const place = kept.get(page)
      const row = { id: randomUUID(), batch: about.batch, nth, page, operator, follows, by: by.id, at: now() }
      const said = { ...row, code: code && pageCode(code), remarks: JSON.stringify(remarks) }
      if (place === undefined) await vault.prepare(row.id, picture)
      made.push(
        place === undefined
          ? { ...said, state: 'waiting' }
          : { ...said, ...place, state: 'filed', caseNumber: number, settledBy: by.id, settledAt: now() },
      )
      if (place !== undefined) follows = number
    }
    await store.transaction(async () => {
      for (const row of made) await store.write.insert(scanTray).values(row)
    })
    for (const { id, state } of made) if (state === 'waiting') await vault.keep(id)
  }
}

/** Never the name that the upload had: it may name another person. */
export const nameOf = (form: string, now: string): string => `${form || 'scan'}-${now.slice(0, 10).replaceAll('-', '')}`
