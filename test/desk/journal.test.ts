import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalOf, StaleJournalError } from '../../src/desk/journal.ts'
import { cases, journal } from '../../src/desk/tables.ts'
import { requestFor, sato } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

const key = '0f'.repeat(32)
let at: DeskIn
let number: string
beforeEach(async () => {
  at = await deskIn({ key })
  number = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(number, 'receivePaper', { kind: 'driver_license', receivedOn: '2026-11-21', expiresOn: '2028-01-01' })
  await at.do(number, 'checkIdentity', {})
})
afterEach(() => at.gone())

/** What somebody could do who has the file, the key and no scruples. */
const tamper = async (sql: string) => {
  await at.desk.close()
  const sqlite = new Sqlite(at.file)
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma('legacy = 4')
  sqlite.pragma(`key = "x'${key}'"`)
  sqlite.exec('DROP TRIGGER journal_is_never_updated; DROP TRIGGER journal_is_never_deleted;')
  sqlite.exec(sql)
  sqlite.close()
  at = await deskIn({ key, dir: at.dir })
  return (await at.desk.verify()).faults
}

describe('the journal', () => {
  it('refuses to be updated or deleted by the store itself', async () => {
    await expect(
      at.store.transaction(async () => {
        await at.store.write.update(journal).set({ by: 'somebody' }).where(eq(journal.caseNumber, number))
      }),
    ).rejects.toThrow()
    expect(() => at.store.sqlite.write.exec('UPDATE journal SET "by" = \'x\'')).toThrow(/append-only/)
    expect(() => at.store.sqlite.write.exec('DELETE FROM journal')).toThrow(/append-only/)
    expect(await at.desk.history(number, sato)).toHaveLength(4)
  })

  it('says who did what and when, one entry per event', async () => {
    const rows = await at.desk.history(number, sato)
    expect(rows.map(({ seq, by, event }) => [seq, by, event.type])).toEqual([
      [1, 'sato', 'RequestLogged'],
      [2, 'sato', 'FeeAsked'],
      [3, 'sato', 'PaperReceived'],
      [4, 'sato', 'IdentityChecked'],
    ])
    expect(rows.every(row => row.at === '2026-11-21T03:00:00.000Z')).toBe(true)
  })

  it('keeps personal values out of its rows', async () => {
    const bodies = (await at.store.read.select().from(journal)).map(row => row.body).join()
    expect(bodies).not.toContain('山田')
    expect(bodies).not.toContain('熊本')
    expect(bodies).not.toContain('fresh')
  })

  it('takes no entry behind the back of another', async () => {
    const entries = at.store.transaction(() =>
      journalOf(at.store.write).append(number, 3, [{ type: 'CaseUnfrozen', reason: { kept: 'x' } }], {
        at: at.now(),
        by: 'sato',
      }),
    )
    await expect(entries).rejects.toThrow(StaleJournalError)
    expect(await at.desk.history(number, sato)).toHaveLength(4)
  })

  it('is found whole by verify', async () => {
    expect(await at.desk.verify()).toEqual({
      journals: 1,
      entries: 4,
      movements: 0,
      letters: { kept: 0, later: 0, unkept: 0 },
      faults: [],
    })
  })

  it('shows a body that was changed afterwards', async () => {
    expect(await tamper(`UPDATE journal SET body = replace(body, 'sub', 'sup') WHERE seq = 4`)).toEqual([
      `${number} #4: was changed after it was written`,
    ])
  })

  it('shows another name put under an entry', async () => {
    expect(await tamper(`UPDATE journal SET "by" = 'suzuki' WHERE seq = 3`)).toContain(
      `${number} #3: was changed after it was written`,
    )
  })

  it('shows an entry taken out of the middle', async () => {
    const faults = await tamper('DELETE FROM journal WHERE seq = 3')
    expect(faults).toContain('1 entries are missing from the journal as a whole')
    expect(faults).toContain(`${number} #4: does not follow the entry before it`)
  })

  it('shows a last entry that was cut off, for the list remembers it', async () => {
    expect(await tamper('DELETE FROM journal WHERE seq = 4')).toEqual([`${number}: the list differs from the journal`])
  })

  it('shows a whole case that was removed', async () => {
    expect(await tamper('DELETE FROM journal')).toEqual([`${number}: is in the list but has no journal`])
  })

  it('shows a list that was changed', async () => {
    await at.store.transaction(async () => {
      await at.store.write.update(cases).set({ step: 'nothing' })
    })
    expect((await at.desk.verify()).faults).toEqual([`${number}: the list differs from the journal`])
  })
})
