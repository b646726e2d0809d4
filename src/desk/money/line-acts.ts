import { todayIn } from '../../domain/day.ts'
import { isKept } from '../../domain/kept.ts'
import { barredAct, decideLine, type LineAct, lineActNames, lineRuleOf } from '../../domain/money/line-acts.ts'
import type { LineDone } from '../../domain/money/line-rule.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { type Actor, stripped } from '../../domain/rule.ts'
import { type FieldIssue, issueCode, issuesOf, unprintable } from '../issues.ts'
import type { Store } from '../open-store.ts'
import { ledgerOf } from './ledger.ts'
import { type LineFile, lineBook } from './line-book.ts'
import { onceIn } from './once.ts'
import { lineParticulars } from './tables-money.ts'

export type LineActed =
  | { ok: true; line: LineFile; repeated?: true }
  | { ok: false; refusal: Refusal }
  | { ok: false; issues: readonly FieldIssue[] }

export interface LineActs {
  lineFile(id: string, by: Actor): Promise<LineFile | null>
  /** Acts that `by` may carry out on the line now. */
  lineActs(file: LineFile, by: Actor): LineAct[]
  /**
   * One act in one transaction. `seen`: number of the line's entries that the sender looked at; more of them refuse it as stale.
   * `once`: the same key again does nothing and gives the line as it stands.
   */
  lineAct(
    id: string,
    act: LineAct,
    input: unknown,
    by: Actor,
    how?: { seen?: number; once?: string },
  ): Promise<LineActed>
}

export const lineActing = ({ store, now }: { store: Store; now: () => string }): LineActs => {
  const read = lineBook(store.read)
  const book = lineBook(store.write)
  const ledger = ledgerOf(store.write)
  const once = onceIn(store)

  const write = async ({ movements, kept = {} }: LineDone, line: string, at: string, by: Actor): Promise<void> => {
    const [first] = await ledger.append(movements, { at, by: by.id })
    for (const [field, value] of Object.entries(kept))
      if (first !== undefined && isKept(value) && 'fresh' in value)
        await store.write
          .insert(lineParticulars)
          .values({ seq: first.seq, field, line, body: JSON.stringify(value.fresh) })
  }

  return {
    lineFile: read,
    lineActs: (file, by) =>
      lineActNames.filter(act => barredAct(file.state, act, { today: todayIn(now()), by }) === null),
    lineAct: async (id, act, input, by, how = {}) => {
      const parsed = lineRuleOf(act).body.safeParse(input ?? {}, { error: issueCode })
      if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error) }
      const body = stripped(parsed.data as Record<string, unknown>)
      const blind = unprintable(body)
      if (blind.length > 0) return { ok: false, issues: blind }
      return store.transaction(async () => {
        const at = now()
        const file = await book(id, by)
        if (file === null) return { ok: false, refusal: refuse('unknown_line') }
        if (!by.roles.some(role => lineRuleOf(act).by.includes(role)))
          return { ok: false, refusal: refuse('not_allowed') }
        const key = once.key(by, `${act}:${id}`, how.once)
        if (await once.done(key)) return { ok: true, line: file, repeated: true }
        if (how.seen !== undefined && how.seen !== file.entries.length) return { ok: false, refusal: refuse('stale') }
        const done = decideLine(file.state, act, body, { today: todayIn(at), by })
        if (isRefusal(done)) return { ok: false, refusal: done }
        await write(done, id, at, by)
        await once.remember(key, at)
        const line = await book(id, by)
        if (line === null) throw new Error(`line ${id} has gone`)
        return { ok: true, line }
      })
    },
  }
}
