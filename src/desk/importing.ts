import { isDeepStrictEqual } from 'node:util'
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import type { PlainDate } from '../domain/day.ts'
import { type Operator, policyOn } from '../domain/operator.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/rule.ts'
import { type Beside, withPicturesInside } from './letterhead-pictures.ts'
import type { Store } from './open-store.ts'
import { OperatorFileError, type OperatorFileIssue, readOperatorFile } from './operator-file.ts'
import { windowEnvelopes } from './print/window-envelopes.ts'
import { cases, operators } from './tables.ts'
import { readWorld, serves, type World } from './world.ts'

export type Imported =
  | { ok: true; operator: Operator; changed: boolean }
  | { ok: false; refusal: Refusal }
  | { ok: false; issues: readonly OperatorFileIssue[] }

export interface OperatorRow {
  readonly id: string
  readonly hash: string
  readonly file: string
  readonly importedAt: string
  readonly by: string
  readonly operator: Operator
}

export const importing = ({
  store,
  current,
  change,
  now,
}: {
  store: Store
  current: () => World
  change: <T>(work: () => Promise<T>) => Promise<T>
  now: () => string
}) => {
  /** `by`: null at the start of the desk */
  const take = async (file: string, given: string, by: Actor | null, beside: Beside): Promise<Imported> => {
    const yaml = await withPicturesInside(file, given, readOperatorFile(file, given).operator, beside)
    const { operator, hash } = readOperatorFile(file, yaml)
    if (by !== null && !serves(by, operator.id)) return { ok: false, refusal: refuse('not_this_operator') }
    const unknown = unknownWindow(operator)
    if (unknown !== null) return { ok: false, issues: [unknown] }
    return change(async () => {
      // Read here, not in memory: the shell may have imported others since.
      const known = (await readWorld(store.write)).operators.get(operator.id)
      if (known?.hash === hash) return { ok: true, operator, changed: false }
      const refused = (policy: string | null, code: string): Imported | null =>
        policy === null ? null : { ok: false, issues: [{ line: 1, path: `policies.${policy}`, code }] }
      const wrong =
        refused(await policyInUse(store, known?.operator, operator), 'policy_in_use') ??
        refused(await reachesBack(store, known?.operator, operator), 'policy_reaches_back')
      if (wrong !== null) return wrong
      await store.write
        .insert(operators)
        .values({ id: operator.id, hash, file, yaml, importedAt: now(), by: by?.id ?? 'system' })
      return { ok: true, operator, changed: true }
    })
  }

  return {
    atStart: async (file: string, yaml: string): Promise<void> => {
      const { operator } = readOperatorFile(file, yaml)
      if (!current().operators.has(operator.id)) await take(file, yaml, null, () => null)
    },
    byHand: async (file: string, yaml: string, by: Actor, beside: Beside = () => null): Promise<Imported> => {
      if (!by.roles.includes('admin')) return { ok: false, refusal: refuse('not_allowed') }
      try {
        return await take(file, yaml, by, beside)
      } catch (error) {
        if (error instanceof OperatorFileError) return { ok: false, issues: error.issues }
        throw error
      }
    },
    all: async (): Promise<OperatorRow[]> => [...current().operators].map(([id, loaded]) => ({ id, ...loaded })),
  }
}

/** The house's envelopes are data of the desk, which the terms alone do not know. */
const unknownWindow = ({ policies }: Operator): OperatorFileIssue | null => {
  const at = policies.findIndex(({ packing: { value } }) => {
    return value.window !== undefined && !windowEnvelopes.some(({ id }) => id === value.window)
  })
  return at < 0 ? null : { line: 1, path: `policies[${at}].packing.value.window`, code: 'window_unknown' }
}

/** A case keeps the terms of its arrival day for ever: a policy under which one lives may not change or go. */
const policyInUse = async (store: Store, before: Operator | undefined, after: Operator): Promise<string | null> => {
  for (const policy of before?.policies ?? []) {
    const same = after.policies.find(each => each.id === policy.id)
    if (isDeepStrictEqual(same, policy)) continue
    const used = await store.write
      .select({ n: count() })
      .from(cases)
      .where(and(eq(cases.operator, after.id), eq(cases.policy, policy.id)))
      .get()
    if ((used?.n ?? 0) > 0) return policy.id
  }
  return null
}

/** The policy that would have governed the arrival of a case now under way, had it been there: its day is in the past. */
const reachesBack = async (store: Store, before: Operator | undefined, after: Operator): Promise<string | null> => {
  if (before === undefined) return null
  const live = await store.write
    .selectDistinct({ arrivedOn: cases.arrivedOn })
    .from(cases)
    .where(
      and(eq(cases.operator, after.id), isNull(cases.closedOn), isNull(cases.erasedOn), isNotNull(cases.arrivedOn)),
    )
  for (const { arrivedOn } of live) {
    const [was, now] = [before, after].map(terms => policyOn(terms, arrivedOn as PlainDate)?.id)
    if (now !== undefined && now !== was) return now
  }
  return null
}
