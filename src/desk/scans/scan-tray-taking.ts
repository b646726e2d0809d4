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
import type { Upload } from './scan-uploads.ts'

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
    const kept = new Map<number, { caseNumber: string; file: string; filePage: number }>()
    const own = pages.filter(({ remarks }) => !isHeld(remarks))
    const homes = new Map(own.map(page => [page, homeOf(page, pages)]))
    for (const [number, group] of Map.groupBy(own, page => homes.get(page) ?? null)) {
      if (number === null) continue
      const wanted = group.map(({ page }) => page)
      const bytes = wanted.length === scan.pages ? scan.bytes : await pagesOnly(scan.bytes, wanted)
      const form = group.find(({ code }) => code !== null)?.code?.form ?? ''
      const added = await files.add(number, nameOf(form, now()), bytes, by)
      if (!added.ok) continue
      for (const [at, page] of wanted.entries())
        kept.set(page, { caseNumber: number, file: added.file.id, filePage: at + 1 })
    }
    return kept
  }

  return async (
    { scan, read, nth, upload }: { scan: Scan; read: readonly PageRead[]; nth: number; upload: Upload },
    about: Expected & { batch: string },
    by: Actor,
  ): Promise<void> => {
    const pages: SortedPage[] = []
    for (const page of read) pages.push({ ...page, ...(await sort(page, about, by)) })
    const kept = await file(scan, pages, by)
    const made: (typeof scanTray.$inferInsert)[] = []
    let follows: string | null = null
    for (const { page, code, operator, remarks, picture } of pages) {
      const place = kept.get(page)
      const row = { id: upload.idOf(page), batch: about.batch, nth, page, operator, follows, by: by.id, at: now() }
      const said = { ...row, code: code && pageCode(code), remarks: JSON.stringify(remarks) }
      const settled = { ...said, settledBy: by.id, settledAt: now() }
      if (place !== undefined) made.push({ ...settled, ...place, state: 'filed' })
      // A blank side whose front went to no case: nothing of it is kept, and nobody is asked.
      else if (remarks.includes('blank')) made.push({ ...settled, state: 'discarded', reason: 'blank' })
      else {
        await vault.prepare(row.id, picture)
        made.push({ ...said, state: 'waiting' })
      }
      if (place !== undefined) follows = place.caseNumber
    }
    await store.transaction(async () => {
      for (const row of made) await store.write.insert(scanTray).values(row)
    })
    for (const { id, state } of made) if (state === 'waiting') await vault.keep(id)
  }
}

/** The case of a page; of a blank one that of the page before it, whose back it is, unless that waits for a person. */
const homeOf = (page: SortedPage, pages: readonly SortedPage[]): string | null => {
  if (!page.remarks.includes('blank')) return page.number
  const before = pages.filter(each => each.page < page.page && !each.remarks.includes('blank')).at(-1)
  return before && !isHeld(before.remarks) ? before.number : null
}

/** Never the name that the upload had: it may name another person. */
export const nameOf = (form: string, now: string): string => `${form || 'scan'}-${now.slice(0, 10).replaceAll('-', '')}`
