import { randomBytes, randomUUID } from 'node:crypto'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openVault, type Vault } from '../../src/desk/vault.ts'

const bytes = Buffer.from('CANARY: a page of a register')
const key = randomBytes(32)
const [one, other] = [randomUUID(), randomUUID()]
const now = Date.parse('2026-11-21T03:00:00.000Z')
let folder: string
let vault: Vault
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'kaiji-vault-')), 'files')
  vault = openVault(folder, key)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const kept = async (id: string) => {
  await vault.prepare(id, bytes)
  await vault.keep(id)
}
/** As if written so long before `now`. */
const aged = (name: string, minutes: number) => utimesSync(join(folder, name), now / 1000, now / 1000 - minutes * 60)

describe('a kept file', () => {
  it('is read as it was, in a folder and a file for the owner only', async () => {
    await kept(one)
    expect(await vault.read(one)).toEqual(bytes)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, one)).mode & 0o777).toBe(0o600)
  })

  it('tells nothing on disk, and the same bytes twice look different', async () => {
    await kept(one)
    await kept(other)
    const [first, second] = [one, other].map(id => readFileSync(join(folder, id)))
    expect(first?.includes('CANARY')).toBe(false)
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false)
  })

  it.each([
    ['was changed', () => writeFileSync(join(folder, one), readFileSync(join(folder, one)).fill(0, 40, 41))],
    ['was cut off', () => writeFileSync(join(folder, one), readFileSync(join(folder, one)).subarray(0, -1))],
    ['stands in the place of another', () => renameSync(join(folder, other), join(folder, one))],
  ])('is not given out when it %s', async (_what, tamper) => {
    await kept(one)
    await kept(other)
    tamper()
    await expect(vault.read(one)).rejects.toThrow()
  })

  it('is not opened by another key', async () => {
    await kept(one)
    await expect(openVault(folder, randomBytes(32)).read(one)).rejects.toThrow()
  })

  it('is gone once dropped', async () => {
    await kept(one)
    await vault.drop(one)
    expect(await vault.read(one)).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is shown once, also when another process that starts just then has mended it already', async () => {
    await vault.prepare(one, bytes)
    await openVault(folder, key).mend(new Set([one]), now)
    await vault.keep(one)
    expect(await vault.read(one)).toEqual(bytes)
    await expect(vault.keep(other)).rejects.toThrow('ENOENT')
  })

  it('has an id, not a path', async () => {
    await expect(vault.read('../key')).rejects.toThrow('not a file id')
  })
})

describe('after a crash', () => {
  it('a file whose row was committed is there', async () => {
    await vault.prepare(one, bytes)
    expect(await vault.read(one)).toEqual(bytes)
    await vault.mend(new Set([one]), now)
    expect(readdirSync(folder)).toEqual([one])
    expect(await vault.read(one)).toEqual(bytes)
  })

  it('files without a row go after an hour, and not while they may still be on their way', async () => {
    await vault.prepare(one, bytes)
    await kept(other)
    aged(`${one}.part`, 59)
    aged(other, 59)
    await vault.mend(new Set(), now)
    expect(readdirSync(folder)).toHaveLength(2)
    await vault.mend(new Set(), now + 2 * 60_000)
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves alone what is none of its own', async () => {
    await kept(one)
    writeFileSync(join(folder, 'README'), 'x')
    aged('README', 600)
    await vault.mend(new Set([one]), now)
    expect(readdirSync(folder).sort()).toEqual([one, 'README'].sort())
  })

  it('has nothing to do before the first file', async () => {
    await expect(vault.mend(new Set(), now)).resolves.toBeUndefined()
  })
})
