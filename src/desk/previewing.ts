import { renderSheets } from '../documents/render.ts'
import { decide } from '../domain/case.ts'
import type { CaseNumber } from '../domain/case-number.ts'
import { fold } from '../domain/evolve.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/rule.ts'
import type { DeskParts, Previewed } from './desk.ts'
import { journalOf } from './journal.ts'
import { keeping } from './keeping.ts'
import { lettering } from './lettering.ts'
import type { Db } from './open-store.ts'
import { evolved } from './performing.ts'
import { serves, type World } from './world.ts'

type Parts = Pick<DeskParts, 'definitions' | 'letterValues' | 'now'> & {
  readonly current: () => World
  readonly read: Db
}

/** What the person who decides is about to sign: the letter that `writeReply` would make, set and thrown away. */
export const previewing = (parts: Parts) => {
  const journal = journalOf(parts.read)
  const draft = lettering({ ...parts, keep: keeping(parts.read) })
  return async (number: string, decision: string, by: Actor): Promise<Previewed> => {
    const entries = await journal.read(number)
    const kase = fold(entries)
    if (entries.length === 0 || !serves(by, kase.intake.operator)) return { ok: false, refusal: refuse('not_opened') }
    const at = parts.now()
    const ctx = parts.current().context(at, by, number as CaseNumber)
    const waiting = kase.decisions.some(each => each.id === decision && each.state === 'waiting')
    const approval = waiting ? [{ type: 'DecisionApproved' as const, decision }] : []
    const approved = evolved(kase, approval, at, by)
    const written = decide(approved, 'writeReply', { decision }, ctx)
    if (isRefusal(written)) return { ok: false, refusal: written }
    const after = evolved(approved, written, at, by)
    const history = [...entries.map(entry => entry.event), ...approval, ...written]
    const letters = await draft(after, history, written, [], ctx)
    if ('issues' in letters) return { ok: false, issues: letters.issues }
    const sheets = letters.drafts.flatMap(letter => letter.sheets)
    return {
      ok: true,
      pdf: await renderSheets(sheets.map(sheet => ({ ...sheet, caseNumber: number, createdAt: at }))),
    }
  }
}
