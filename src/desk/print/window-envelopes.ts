import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Operator, Policy } from '../../domain/operator.ts'
import { type WindowEnvelope, windowEnvelope } from '../../domain/window-envelope.ts'

/** Envelopes with a window, from fixtures/envelopes.yaml: a house with others adds them there. */
export const windowEnvelopes: readonly WindowEnvelope[] = windowEnvelope
  .array()
  .min(1)
  .parse(parse(readFileSync(new URL('../../../fixtures/envelopes.yaml', import.meta.url), 'utf8')))

/** The envelope whose window shows the letters' address; null where a face is printed. The first one unless the terms name another. */
export const windowOf = ({ packing: { value } }: Pick<Policy, 'packing'>): WindowEnvelope | null => {
  if (value.envelope !== 'window') return null
  if (value.ownWindow !== undefined) return value.ownWindow
  const found = windowEnvelopes.find(({ id }) => value.window === undefined || id === value.window)
  if (found === undefined) throw new Error(`fixtures/envelopes.yaml has no ${value.window}`)
  return found
}

/** Those of the list and those that the operators' desks measured, each once. */
export const windowsOf = (operators: Iterable<Pick<Operator, 'policies'>>): readonly WindowEnvelope[] => {
  const own = [...operators].flatMap(({ policies }) => policies.flatMap(({ packing }) => packing.value.ownWindow ?? []))
  return [...new Map([...own, ...windowEnvelopes].map(each => [each.id, each])).values()]
}
