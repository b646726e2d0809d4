import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Case, CaseEvent } from '../../src/domain/case.ts'
import { fold } from '../../src/domain/evolve.ts'
import { nextSteps } from '../../src/domain/next-steps.ts'
import type { Entry } from '../../src/domain/rule.ts'
import { contextOn } from './given.ts'

interface Golden {
  readonly entries: readonly (Entry & { readonly event: CaseEvent })[]
  readonly state: Case
}

const folder = new URL('../../fixtures/journals/', import.meta.url)
const golden = readdirSync(folder).map(
  name => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Golden] as const,
)

// Journals are for ever: what an earlier version wrote down must fold to the state that it folded to then. Never edit these files.
test.each(golden)('%s folds to the state of the day on which it was recorded', (_name, { entries, state }) => {
  expect(JSON.parse(JSON.stringify(fold(entries)))).toMatchObject(state)
})

test.each(golden)('%s still tells what is owed next', (_name, { entries }) => {
  expect(nextSteps(fold(entries), contextOn('2026-12-20'))[0].code).toMatch(/^[a-z_]+$/)
})
