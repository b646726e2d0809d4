import { eq } from 'drizzle-orm'
import type { Files } from '../../src/desk/files.ts'
import type { Store } from '../../src/desk/open-store.ts'
import { files as rows } from '../../src/desk/tables.ts'
import type { Actor } from '../../src/domain/rule.ts'

/** A paper of the case with all that a file may carry: what is uploaded today is refused or cleaned, an older desk kept it. */
export async function plantedPaper(
  { files, store }: { files: Files; store: Store },
  paper: { number: string; name: string; bytes: Buffer },
  by: Actor,
): Promise<string> {
  const kept = await files.keepMade(paper.number, paper.name, { bytes: paper.bytes, pages: 2 }, by)
  if (!kept.ok) throw new Error('not kept')
  await store.transaction(() =>
    store.write.update(rows).set({ origin: 'uploaded' }).where(eq(rows.id, kept.file.id)).execute(),
  )
  return kept.file.id
}
