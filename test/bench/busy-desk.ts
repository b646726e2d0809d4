import { join } from 'node:path'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/desk.ts'
import { openStore, type Store } from '../../src/desk/open-store.ts'
import { loadDefinitions } from '../../src/documents/definition.ts'
import type { PlainDate } from '../../src/domain/day.ts'
import { knownOperators } from '../../src/house.ts'
import { letterValues } from '../../src/letters/values.ts'
import { sampleCast } from '../../src/walk/cast.ts'
import { perform, type Script } from '../../src/walk/script.ts'
import { scriptsIn } from '../../src/walk/scripts.ts'
import { root } from './running.ts'

export const TODAY = '2026-11-20' as PlainDate
export const scripts = scriptsIn('walk')

export interface BusyDesk {
  readonly desk: Desk
  readonly store: Store
  readonly now: () => string
  /** A sample case from arrival to delivered answer, or its first `steps` commands; the case's number. */
  tell(script: Script, steps?: number): Promise<string>
}

/** A desk on an encrypted store in `folder`, as the product opens it, with the five operators. */
export const busyDesk = async (folder: string): Promise<BusyDesk> => {
  const store = await openStore({ file: join(folder, 'kaiji.db'), key: 'ab'.repeat(32) })
  let clock = `${TODAY}T03:00:00.000Z`
  const now = () => clock
  const desk = await openDesk({
    store,
    now,
    definitions: loadDefinitions(join(root, 'forms')),
    letterValues,
    operators: knownOperators(),
  })
  const setClock = (iso: string) => {
    clock = iso
  }
  return {
    desk,
    store,
    now,
    tell: (script, steps = script.steps.length) =>
      perform({ desk, cast: sampleCast, setClock }, { ...script, steps: script.steps.slice(0, steps) }, TODAY),
  }
}
