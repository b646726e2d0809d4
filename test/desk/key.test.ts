import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeyError, loadKey } from '../../src/desk/key.ts'

let dir: string
let data: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaiji-key-'))
  data = join(dir, 'data')
  file = join(data, 'key')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const mode = (path: string) => statSync(path).mode & 0o777

describe('the key', () => {
  it('is made on the first run, for its owner only', () => {
    loadKey(data, file)
    expect(mode(data)).toBe(0o700)
    expect(mode(file)).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  })

  it('is the same ever after, and another for another desk', () => {
    const keys = loadKey(data, file)
    expect(loadKey(data, file)).toEqual(keys)
    expect(loadKey(join(dir, 'other'), join(dir, 'other', 'key'))).not.toEqual(keys)
  })

  it('opens each thing with a key of its own, none of them the one in the file', () => {
    const { database, files, web } = loadKey(data, file)
    const all = [database, files.toString('hex'), web.toString('hex'), readFileSync(file, 'utf8').trim()]
    expect(new Set(all).size).toBe(4)
    expect(all.every(each => /^[0-9a-f]{64}$/.test(each))).toBe(true)
  })

  it('may lie outside the data', () => {
    loadKey(data, join(dir, 'elsewhere', 'key'))
    expect(mode(join(dir, 'elsewhere', 'key'))).toBe(0o600)
  })

  it('is refused when everybody can read it', () => {
    loadKey(data, file)
    chmodSync(file, 0o644)
    expect(() => loadKey(data, file)).toThrow(KeyError)
    expect(() => loadKey(data, file)).toThrow(/ほかの利用者も読めます/)
    chmodSync(file, 0o640)
    expect(() => loadKey(data, file)).not.toThrow()
  })

  it('is refused when it is none', () => {
    loadKey(data, file)
    writeFileSync(file, 'secret\n')
    expect(() => loadKey(data, file)).toThrow(/鍵ではありません/)
  })

  it('is not made anew beside data that it could not open', () => {
    loadKey(data, file)
    writeFileSync(join(data, 'desk.db'), 'x')
    rmSync(file)
    expect(() => loadKey(data, file)).toThrow(/控えから戻してください/)
  })
})
