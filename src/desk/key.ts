import { hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** One key of 32 bytes per purpose: losing one does not open the others. */
export interface Keys {
  /** 64 hex digits, as `openStore` takes it */
  readonly database: string
  readonly files: Buffer
  readonly web: Buffer
}

/** The key cannot be used as it lies there. The message is a Japanese sentence for the terminal. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}

const READABLE_BY_OTHERS = 0o007

/** Reads the key, and on the first run makes it (0600, in a folder 0700). Throws KeyError. Without this file the data cannot be read again. */
export const loadKey = (dataDir: string, keyFile: string): Keys => {
  makePrivateFolder(dataDir)
  if (!existsSync(keyFile)) makeKey(dataDir, keyFile)
  // Windows has no such bits; there the folder's own access list counts.
  if (process.platform !== 'win32' && (statSync(keyFile).mode & READABLE_BY_OTHERS) !== 0)
    throw new KeyError(
      `鍵ファイル ${keyFile} をほかの利用者も読めます。chmod 600 で閉じてから、もう一度始めてください。`,
    )
  const text = readFileSync(keyFile, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new KeyError(
      `鍵ファイル ${keyFile} の中身が鍵ではありません（16進64文字のはずです）。控えから戻してください。`,
    )
  const master = Buffer.from(text, 'hex')
  return {
    database: subkey(master, 'database').toString('hex'),
    files: subkey(master, 'files'),
    web: subkey(master, 'web'),
  }
}

const subkey = (master: Buffer, purpose: keyof Keys) =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `kaiji-desk/${purpose}/1`, 32))

const makePrivateFolder = (folder: string) => {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

const makeKey = (dataDir: string, keyFile: string) => {
  if (readdirSync(dataDir).some(name => name.endsWith('.db')))
    throw new KeyError(
      `データはありますが、鍵ファイル ${keyFile} がありません。控えから戻してください。新しい鍵では開けません。`,
    )
  makePrivateFolder(dirname(keyFile))
  // 'wx': of two programs that start at once, only one may make the key.
  const file = openSync(keyFile, 'wx', 0o600)
  writeSync(file, `${randomBytes(32).toString('hex')}\n`)
  fsyncSync(file)
  closeSync(file)
}
