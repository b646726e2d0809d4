import { and, eq } from 'drizzle-orm'
import type { Definition } from '../../documents/definition.ts'
import { parseCaseNumber } from '../../domain/case-number.ts'
import { pageCode, readPageCode } from '../../domain/page-code.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { type Actor, cashiers } from '../../domain/rule.ts'
import { type PageRead, readPages } from '../../reading/read-pages.ts'
import type { Files } from '../files.ts'
import type { FieldIssue } from '../issues.ts'
import type { Store } from '../open-store.ts'
import { scanTray } from '../tables.ts'
import { openVault } from '../vault.ts'
import { checkScan, type Scan } from './scan.ts'
import { type DiscardReason, discardReasons, likelyCase, type TrayPage, trayRows } from './scan-tray-rows.ts'
import { type Expected, sorting } from './scan-tray-sorting.ts'
import { nameOf, taking } from './scan-tray-taking.ts'
import { type Upload, uploadOf } from './scan-uploads.ts'

export type { TrayPage } from './scan-tray-rows.ts'

type No = { ok: false; refusal: Refusal } | { ok: false; issues: readonly FieldIssue[] }

/** Scans of returned papers on their way to their cases. */
export interface ScanTray {
  /**
   * Reads and sorts every page: to its case, or into the tray. Nothing is kept when one of the files is refused: issue at 'file'
   * with `about.nth`, code of `scanFaults`, 'file_too_long', or 'file_came_before' where the same bytes are here already. `batch`: a uuid; the same again gives the first result.
   */
  take(uploads: readonly Buffer[], about: Expected & { batch: string }, by: Actor): Promise<{ ok: true } | No>
  /** `to`: a case number, or the short code at the foot. Issues at 'to': not_a_number, unknown_case, unknown_letter, other_case (its code says another). */
  file(id: string, to: string, by: Actor): Promise<{ ok: true; number: string } | No>
  /** The picture is gone for good; who, when and why stay. Issue at 'reason'. */
  discard(id: string, reason: string, by: Actor): Promise<{ ok: true } | No>
  waiting(by: Actor): Promise<TrayPage[]>
  batch(batch: string, by: Actor): Promise<TrayPage[]>
  ofCase(number: string, by: Actor): Promise<TrayPage[]>
  one(id: string, by: Actor): Promise<TrayPage | null>
  /** JPEG of a page that waits; null where there is none for these eyes */
  picture(id: string, by: Actor): Promise<Buffer | null>
}

export const MOST_PAGES = 100

interface Parts {
  readonly files: Files
  /** DATA_DIR/tray: a folder of its own, for `openFiles` clears its own of what it does not know */
  readonly folder: string
  /** `Keys.files` */
  readonly key: Buffer
  readonly definitions: ReadonlyMap<string, Definition>
  readonly now: () => string
}

export const openScanTray = async (store: Store, parts: Parts): Promise<ScanTray> => {
  const { files, now } = parts
  const vault = openVault(parts.folder, parts.key)
  const rows = trayRows(store.read)
  const sort = sorting(store.read, parts.definitions)
  const committed = await store.read.select({ id: scanTray.id }).from(scanTray).where(eq(scanTray.state, 'waiting'))
  await vault.mend(new Set(committed.map(row => row.id)), Date.parse(now()))
  /** Pages that somebody is settling at this moment. */
  const busy = new Set<string>()
  /** Files that are just being put where they belong. */
  const coming = new Set<string>()

  const take = taking({ store, files, vault, sort, now })

  const settle = async (id: string, by: Actor, change: Partial<typeof scanTray.$inferInsert>) => {
    await store.transaction(() =>
      store.write
        .update(scanTray)
        .set({ ...change, settledBy: by.id, settledAt: now() })
        .where(and(eq(scanTray.id, id), eq(scanTray.state, 'waiting'))),
    )
    await vault.drop(id)
  }

  /** One person at a time, and only what still waits. */
  const withWaiting = async <T>(id: string, by: Actor, work: (page: TrayPage) => Promise<T | No>): Promise<T | No> => {
    if (!may(by)) return { ok: false, refusal: refuse('not_allowed') }
    const gone = { ok: false, issues: [{ path: 'page', code: 'page_settled' }] } as const
    if (busy.has(id)) return gone
    busy.add(id)
    try {
      const page = await rows.one(id, by)
      return page?.state === 'waiting' ? await work(page) : gone
    } finally {
      busy.delete(id)
    }
  }

  return {
    ...rows,
    async take(uploads, about, by) {
      if (!may(by)) return { ok: false, refusal: refuse('not_allowed') }
      if (about.operator !== null && by.operators !== 'all' && !by.operators.includes(about.operator))
        return { ok: false, refusal: refuse('not_this_operator') }
      if ((await rows.batch(about.batch, by)).length > 0) return { ok: true }
      const uploaded: { scan: Scan; read: readonly PageRead[]; upload: Upload }[] = []
      const at = (nth: number, code: string): No => ({ ok: false, issues: [{ path: 'file', code, about: { nth } }] })
      if (uploads.length === 0) return at(1, 'file_empty')
      let pages = 0
      for (const [index, bytes] of uploads.entries()) {
        const upload = await uploadOf(store.read, bytes)
        if (upload === null || uploaded.some(each => each.upload.sha256 === upload.sha256))
          return at(index + 1, 'file_came_before')
        const scan = await checkScan(bytes)
        if (typeof scan === 'string') return at(index + 1, scan)
        pages += scan.pages
        if (pages > MOST_PAGES) return at(index + 1, 'file_too_long')
        const read = await readPages(scan.bytes, scan.type)
        if (typeof read === 'string') return at(index + 1, read)
        uploaded.push({ scan, read, upload })
      }
      // While the pages were read somebody else may have put the same file in.
      const hashes = uploaded.map(each => each.upload.sha256)
      for (const [index, sha256] of hashes.entries())
        if (
          coming.has(sha256) ||
          (await store.read
            .select({ id: scanTray.id })
            .from(scanTray)
            .where(eq(scanTray.id, uploaded[index]?.upload.idOf(1) ?? ''))
            .get())
        )
          return at(index + 1, 'file_came_before')
      for (const sha256 of hashes) coming.add(sha256)
      try {
        for (const [index, each] of uploaded.entries()) await take({ ...each, nth: index + 1 }, about, by)
      } finally {
        for (const sha256 of hashes) coming.delete(sha256)
      }
      return { ok: true }
    },
    file: (id, to, by) =>
      withWaiting(id, by, async page => {
        const typed = readPageCode(to)
        const number = typed?.number ?? parseCaseNumber(to.trim())
        const no = (code: string): No => ({ ok: false, issues: [{ path: 'to', code }] })
        if (number === null) return no('not_a_number')
        // A readable code is never overruled by a slip of the hand: that is how papers get among another person's.
        if (page.code !== null && (likelyCase(page) ?? number) !== number) return no('other_case')
        const sorted = await sort({ sight: 'ours', code: typed }, { operator: null, number: null }, by)
        if (sorted.remarks.includes('unknown_letter')) return no('unknown_letter')
        const picture = await vault.read(id)
        if (picture === null) return no('page_settled')
        const added = await files.add(number, nameOf(sorted.code?.form ?? '', now()), picture, by)
        if (!added.ok)
          return 'refusal' in added && added.refusal.refused === 'not_this_operator' ? no('unknown_case') : added
        await settle(id, by, {
          state: 'filed',
          caseNumber: number,
          file: added.file.id,
          filePage: 1,
          ...(sorted.code && { code: pageCode(sorted.code), remarks: JSON.stringify(sorted.remarks) }),
        })
        return { ok: true, number }
      }),
    discard: (id, reason, by) =>
      withWaiting(id, by, async () => {
        if (!isReason(reason)) return { ok: false, issues: [{ path: 'reason', code: 'reason_missing' }] }
        await settle(id, by, { state: 'discarded', reason })
        return { ok: true }
      }),
    async picture(id, by) {
      const page = await rows.one(id, by)
      return page?.state === 'waiting' ? vault.read(id) : null
    },
  }
}

const may = (by: Actor): boolean => by.roles.some(role => cashiers.some(each => each === role))
const isReason = (text: string): text is DiscardReason => discardReasons.some(each => each === text)
