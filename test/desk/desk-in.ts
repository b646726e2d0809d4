import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Desk, type DeskParts, openDesk, type Performed } from '../../src/desk/desk.ts'
import { openStore, type Store } from '../../src/desk/open-store.ts'
import { type Definition, loadDefinitions } from '../../src/documents/definition.ts'
import type { Verb, VerbInput } from '../../src/domain/case.ts'
import { waitsForSecond } from '../../src/domain/packing.ts'
import { pageCode } from '../../src/domain/page-code.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { letterValues } from '../../src/letters/values.ts'
import { ito, sato } from '../domain/given.ts'
import { operatorIds, operatorText } from '../operators.ts'

let loaded: Map<string, Definition> | undefined
export const definitions = (): Map<string, Definition> => {
  loaded ??= loadDefinitions(fileURLToPath(new URL('../../forms', import.meta.url)))
  return loaded
}

export interface DeskIn {
  readonly desk: Desk
  readonly store: Store
  readonly dir: string
  readonly file: string
  /** Sets the clock: a day ('2026-11-21' is its noon in Tokyo) or an ISO instant. */
  at(now: string): void
  now(): string
  /** A command that must be permitted; the case's number. */
  do<V extends Verb>(number: string | null, verb: V, input: Partial<VerbInput<V>>, by?: Actor): Promise<string>
  /** Packs these letters with all their pages; `second` confirms where the policy asks. */
  pack(number: string, letters: readonly string[], by?: Actor, second?: Actor): Promise<void>
  /** Opens the same files again, as after a restart. */
  again(): Promise<DeskIn>
  /** Closes the desk and removes its directory. */
  gone(): Promise<void>
}

/** A desk on a real, unencrypted store in a directory of its own, with the five operators; it is 2026-11-21, noon in Tokyo. */
export const deskIn = async (more: Partial<DeskParts> & { dir?: string; key?: string } = {}): Promise<DeskIn> => {
  const { dir = mkdtempSync(join(tmpdir(), 'kaiji-desk-')), key = null, ...parts } = more
  const file = join(dir, 'desk.db')
  const store = parts.store ?? (await openStore({ file, key }))
  let clock = '2026-11-21T03:00:00.000Z'
  const now = parts.now ?? (() => clock)
  const desk = await openDesk({
    definitions: definitions(),
    letterValues,
    operators: operatorIds.map(id => ({ name: `${id}.yaml`, yaml: operatorText(id) })),
    bankFiles: { folder: dir, key: Buffer.alloc(32, 7) },
    ...parts,
    store,
    now,
  })
  const act = async <V extends Verb>(number: string | null, verb: V, input: Partial<VerbInput<V>>, by = sato) =>
    did(verb, await desk.perform(number, verb, input, by))
  return {
    desk,
    store,
    dir,
    file,
    now,
    at: text => {
      clock = text.includes('T') ? text : `${text}T03:00:00.000Z`
    },
    do: act,
    pack: async (number, letters, by = sato, second = ito) => {
      const scans = (await desk.pageSet(number, letters, by)).map(pageCode)
      await act(number, 'packEnvelope', { letters: [...letters], scans }, by)
      const found = await desk.kase(number, by)
      const envelope = found?.kase.envelopes.at(-1)
      if (found && envelope && waitsForSecond(found.kase, envelope, found.context))
        await act(number, 'confirmPacking', { envelope: envelope.id }, second)
    },
    again: async () => {
      await desk.close()
      const reopened = await deskIn({ ...more, dir })
      reopened.at(clock)
      return reopened
    },
    gone: async () => {
      await desk.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const did = (verb: Verb, performed: Performed): string => {
  if (performed.ok) return performed.number
  throw new Error(`${verb} was not carried out: ${JSON.stringify(performed)}`)
}
