import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '../../src/desk/open-store.ts'
import { cases, mails } from '../../src/desk/tables.ts'
import type { Actor } from '../../src/domain/rule.ts'

export const admin: Actor = { id: 'admin', roles: ['admin'], operators: 'all' }
export const clerk: Actor = { id: 'clerk', roles: ['reception'], operators: ['ims'] }
export const stranger: Actor = { id: 'stranger', roles: ['reception'], operators: ['iij'] }
export const auditor: Actor = { id: 'auditor', roles: ['auditor'], operators: 'all' }

export interface StoreIn {
  readonly store: Store
  readonly dir: string
  now(): string
  /** Moves the clock on. */
  later(minutes: number): void
  /** A case of IMS, as far as the tables know it. */
  addCase(number: string, more?: Partial<typeof cases.$inferInsert>): Promise<void>
  addMail(id: string, more?: Partial<typeof mails.$inferInsert>): Promise<void>
  gone(): Promise<void>
}

/** An empty, encrypted store in a directory of its own; it is 2026-11-21, noon in Tokyo. */
export const storeIn = async (): Promise<StoreIn> => {
  const dir = mkdtempSync(join(tmpdir(), 'kaiji-store-'))
  const store = await openStore({ file: join(dir, 'desk.db'), key: 'ab'.repeat(32) })
  let clock = Date.parse('2026-11-21T03:00:00.000Z')
  const now = () => new Date(clock).toISOString()
  return {
    store,
    dir,
    now,
    later: minutes => {
      clock += minutes * 60_000
    },
    addCase: (number, more = {}) =>
      store.transaction(async () => {
        await store.write.insert(cases).values({ ...blankCase(now()), number, ...more })
      }),
    addMail: (id, more = {}) =>
      store.transaction(async () => {
        await store.write.insert(mails).values({ ...blankMail(now()), id, ...more })
      }),
    gone: async () => {
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const blankCase = (at: string) => ({
  operator: 'ims',
  policy: 'ims-2013',
  requester: '{}',
  kinds: '[]',
  step: 'none',
  stepBy: 'reception',
  steps: '[]',
  updatedAt: at,
  seq: 1,
  position: 1,
  projectedOn: '2026-11-21',
})

const blankMail = (at: string) => ({
  kind: 'request_received',
  recipient: JSON.stringify({ to: 'yoshino@example.jp', name: '𠮷野 花子' }),
  subject: 'ご請求の書類を受け取りました',
  body: '𠮷野 花子 様\n',
  attachments: '[]',
  state: 'waiting' as const,
  attempts: 0,
  createdAt: at,
})
