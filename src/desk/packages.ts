import { isDeepStrictEqual } from 'node:util'
import type { Attachment } from '../disclosure/assemble.ts'
import { dataFiles } from '../disclosure/data-files.ts'
import { type PackageFault, PackageRefused } from '../disclosure/fault.ts'
import { lockPackage, makePackage } from '../disclosure/in-thread.ts'
import { newPassword } from '../disclosure/password.ts'
import { barred, type Case } from '../domain/case.ts'
import { nextEdition, type Package, type PackageChoice, packableLetter, packageOf } from '../domain/package.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { Actor, Context } from '../domain/rule.ts'
import type { ScheduleRow } from '../domain/schedule.ts'
import type { Desk } from './desk.ts'
import type { Files } from './files.ts'
import { packageData } from './package-data.ts'
import { previewOf, sizeOf } from './page-preview.ts'

type No = { ok: false; refusal: Refusal } | { ok: false; fault: PackageFault }

interface Kept {
  readonly ok: true
  /** id among the case's files */
  readonly file: string
}
interface Locked extends Kept {
  readonly password: string
}

/** 開示資料 of a case: made, proved and kept as one of its files; handed over on paper or locked. */
export interface Packages {
  choice(number: string, by: Actor): Promise<PackageChoice | null>
  rows(number: string, by: Actor): Promise<ScheduleRow[] | null>
  /** From the standing choice. Nothing is kept of a package that was not proved. */
  make(number: string, by: Actor): Promise<Kept | No>
  /** The password is in the answer, and kept among the person's particulars for the letter that tells it; the journal has its id only. */
  lock(number: string, by: Actor): Promise<Locked | No>
  /** The kept package, unchanged since it was made; null where there is none. */
  read(number: string, by: Actor): Promise<Buffer | null>
  /** A page of a file in millimetres as it is seen; null where it cannot be seen. */
  size(number: string, file: string, page: number, by: Actor): Promise<{ width: number; height: number } | null>
  /** The same as a JPEG to look at. */
  picture(number: string, file: string, page: number, by: Actor): Promise<Buffer | null>
}

export const openPackages = ({ desk, files }: { desk: Desk; files: Files }): Packages => {
  const standing = async (number: string, by: Actor): Promise<Standing | null> => {
    const found = await desk.kase(number, by)
    const letter = found && packableLetter(found.kase)
    if (!found || !letter) return null
    return { ...found, letter: letter.id, sheet: letter.enclosures.length + 1, pack: packageOf(found.kase, letter.id) }
  }
  const choiceOf = async (number: string, { pack }: Standing, by: Actor): Promise<PackageChoice | null> => {
    const [choice] = await desk.reveal(number, [pack?.choice], by)
    return choice as PackageChoice | null
  }
  const rowsOf = async (number: string, kase: Case, by: Actor): Promise<ScheduleRow[] | null> => {
    const [rows] = await desk.reveal(number, [kase.schedule?.rows], by)
    return rows as ScheduleRow[] | null
  }
  /** The case as it is now; null where the work was done for a letter, choice or package that is no longer the one. */
  const unmoved = async (number: string, before: Standing, by: Actor): Promise<Standing | null> => {
    const now = await standing(number, by)
    return now && isDeepStrictEqual([now.letter, now.pack], [before.letter, before.pack]) ? now : null
  }
  const made = async (number: string, { pack }: Standing, by: Actor): Promise<Buffer | null> => {
    const kept = pack?.made && (await files.read(pack.made.file, by))
    if (!kept || kept.file.caseNumber !== number) return null
    // The vault has told whether the bytes are those of the file; this tells whether it is the file of the journal.
    return kept.file.sha256 === pack?.made?.sha256 ? kept.bytes : null
  }

  return {
    choice: async (number, by) => {
      const at = await standing(number, by)
      return at && choiceOf(number, at, by)
    },
    rows: async (number, by) => {
      const found = await desk.kase(number, by)
      return found && rowsOf(number, found.kase, by)
    },
    async make(number, by) {
      const at = await standing(number, by)
      if (at === null) return { ok: false, refusal: refuse('reply_missing') }
      const no = barred(at.kase, 'recordPackage', at.context)
      if (no) return { ok: false, refusal: no }
      const choice = await choiceOf(number, at, by)
      const letter = await desk.pdf(number, at.letter, by)
      if (choice === null || letter === null) return { ok: false, refusal: refuse('package_missing') }
      return caught<Kept>(async () => {
        const attachments = await attached(files, number, choice, by)
        const { hidden, allowed } = choice
        const edition = nextEdition(at.kase, at.letter)
        const sheet = { number, letter: at.letter, sheet: at.sheet, edition }
        const built = await makePackage({ letter, attachments, at: sheet, hidden, allowed })
        const now = await unmoved(number, at, by)
        if (now === null) return { ok: false, refusal: refuse('stale') }
        const name = `開示資料-${number}-${at.letter}.pdf`
        const kept = await files.keepMade(number, name, { bytes: Buffer.from(built.pdf), pages: built.pages }, by)
        if (!kept.ok) return 'refusal' in kept ? kept : { ok: false, fault: { fault: 'unreadable' } }
        const { id: file, sha256 } = kept.file
        const counts = { pages: built.pages, attached: built.attached, masked: built.masked, edition }
        const input = { letter: at.letter, file, sha256, ...counts }
        const done = await desk.perform(number, 'recordPackage', input, by, { seen: now.kase.seq })
        if (done.ok) return { ok: true, file }
        await files.dropMade(file)
        return { ok: false, refusal: 'refusal' in done ? done.refusal : refuse('package_missing') }
      })
    },
    async lock(number, by) {
      const at = await standing(number, by)
      if (at === null) return { ok: false, refusal: refuse('reply_missing') }
      const no = barred(at.kase, 'recordLocked', at.context)
      if (no) return { ok: false, refusal: no }
      const pdf = await made(number, at, by)
      if (pdf === null) return { ok: false, fault: { fault: 'changed' } }
      const password = newPassword()
      const data = await packageData({ desk, by }, { number, kase: at.kase, letter: at.letter })
      if (data === null) return { ok: false, refusal: refuse('package_missing') }
      return caught<Locked>(async () => {
        const on = new Date(at.context.now)
        const locked = await lockPackage({ pdf, password, enclosed: dataFiles(data), on })
        const now = await unmoved(number, at, by)
        if (now === null) return { ok: false, refusal: refuse('stale') }
        const name = `開示資料-${number}-${at.letter}-鍵付き.pdf`
        const pages = at.pack?.made?.pages ?? 1
        const kept = await files.keepMade(number, name, { bytes: locked, pages }, by)
        if (!kept.ok) return 'refusal' in kept ? kept : { ok: false, fault: { fault: 'unreadable' } }
        const input = { letter: at.letter, file: kept.file.id, password }
        const done = await desk.perform(number, 'recordLocked', input, by, { seen: now.kase.seq })
        if (done.ok) return { ok: true, file: kept.file.id, password }
        // A locked copy whose password nobody has seen.
        await files.dropMade(kept.file.id)
        return { ok: false, refusal: 'refusal' in done ? done.refusal : refuse('package_missing') }
      })
    },
    async read(number, by) {
      const at = await standing(number, by)
      return at && made(number, at, by)
    },
    size: (number, file, page, by) => sizeOf(files, { number, file, page }, by),
    picture: (number, file, page, by) => previewOf(files, { number, file, page }, by),
  }
}

/** What cannot be made is an answer; anything else is a bug. */
const caught = async <T extends { ok: true }>(work: () => Promise<T | No>): Promise<T | No> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PackageRefused) return { ok: false, fault: error.fault }
    throw error
  }
}

interface Standing {
  readonly kase: Case
  readonly context: Context
  readonly letter: string
  readonly sheet: number
  readonly pack: Package | undefined
}

const attached = async (files: Files, number: string, choice: PackageChoice, by: Actor): Promise<Attachment[]> => {
  const found: Attachment[] = []
  for (const { file, pages } of choice.parts) {
    if (pages.length === 0) continue
    const kept = await files.read(file, by)
    // A document of ours may show what is masked since.
    if (kept === null || kept.file.caseNumber !== number || kept.file.origin === 'made')
      throw new PackageRefused({ fault: 'file_gone' })
    found.push({ bytes: kept.bytes, type: kept.file.type, pages })
  }
  return found
}
