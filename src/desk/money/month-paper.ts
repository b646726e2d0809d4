import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Definition } from '../../documents/definition.ts'
import { renderSheets, type Sheet, type Values } from '../../documents/render.ts'
import { monthSheetValues, type Signed } from '../../letters/month-sheet.ts'
import type { SheetNames } from '../../letters/month-sheet-rows.ts'
import type { Db } from '../open-store.ts'
import { definitions } from '../tables.ts'
import type { MonthFound } from './month-closing.ts'

/** Who stands for a month's sheet. */
export interface Stands {
  readonly prepared?: Signed
  readonly signed?: Signed
}

/** The paper of a month as the ledger gives it. `createdAt`: ISO instant, the file's CreationDate. */
export const monthPaper = (
  definition: Definition,
  { sheet, facts: { hash } }: MonthFound,
  names: SheetNames,
  { prepared, signed }: Stands,
  createdAt: string,
): Sheet => ({
  definition,
  values: monthSheetValues({ sheet, names, hash, ...(prepared && { prepared }), ...(signed && { signed }) }),
  caseNumber: '',
  createdAt,
})

/** What is kept of a signed sheet: hash of the form, values, instant. The same bytes come from it for ever. */
const Frozen = z.object({
  definition: z.string(),
  values: z.custom<Values>(value => typeof value === 'object' && value !== null),
  createdAt: z.string(),
})

/** JSON for the closing; the form itself is kept once by its hash, as with letters. */
export const freezePaper = async (db: Db, { definition, values, createdAt }: Sheet): Promise<string> => {
  const { hash, id } = definition
  await db
    .insert(definitions)
    .values({ hash, id, body: JSON.stringify(definition) })
    .onConflictDoNothing()
  return JSON.stringify({ definition: hash, values, createdAt } satisfies z.output<typeof Frozen>)
}

export const frozenPdf = async (db: Db, frozen: string): Promise<Buffer> => {
  const { definition: hash, values, createdAt } = Frozen.parse(JSON.parse(frozen))
  const kept = await db.select().from(definitions).where(eq(definitions.hash, hash)).get()
  if (kept === undefined) throw new Error(`definition ${hash} of a month's sheet is gone`)
  return renderSheets([{ definition: JSON.parse(kept.body) as Definition, values, caseNumber: '', createdAt }])
}
