import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { requestFor, sato } from '../domain/given.ts'
import { deskIn } from './desk-in.ts'
import { killedAfter } from './killed-after.ts'

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url))

it('a process killed in the middle loses nothing that it had told, and leaves no half of a case', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kaiji-crash-'))
  const told = await killedAfter(child, dir, 25)
  const at = await deskIn({ dir })
  try {
    expect(told.length).toBeGreaterThanOrEqual(25)
    const { rows, total } = await at.desk.list({ size: 500 }, sato)
    const listed = rows.map(row => row.number)
    expect(told.filter(number => !listed.includes(number))).toEqual([])
    expect(total - told.length).toBeLessThanOrEqual(1)
    expect(await at.desk.verify()).toMatchObject({ journals: total, entries: total * 2, movements: 0, faults: [] })
    const next = await at.do(null, 'logRequest', requestFor('ims'))
    expect(Number(next.slice(2, 7))).toBe(total + 1)
  } finally {
    await at.gone()
  }
}, 60_000)
