import type { z } from 'zod'

/**
 * Personal particulars on their way into the store. The rules never look inside: the desk takes `fresh` out of an
 * event, keeps it in an erasable table and leaves `kept` (its id) in the journal, which is never erased.
 */
export type Kept<T> = { readonly fresh: T } | { readonly kept: string }

/** A field whose value must not stay in the journal. */
export const keep = <S extends z.ZodType>(schema: S) =>
  schema.transform((value): Kept<z.output<S>> => ({ fresh: value }))

export const isKept = (value: unknown): value is Kept<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  ('fresh' in value || 'kept' in value)
