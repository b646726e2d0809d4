import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { sweep } from './sweep.ts'

/** A file that goes with the package, inside the lock. */
export interface Enclosed {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * The package with its data files inside, locked with AES-256, revision 6 (ISO 32000-2 §7.6.4). One password opens it; the
 * owner's is thrown away, so nobody can lift the lock by another. Not the same bytes twice: the keys are random.
 */
export const lock = async (
  pdf: Uint8Array,
  password: string,
  enclosed: readonly Enclosed[],
  on: Date,
): Promise<Buffer> => {
  const open = await PDFDocument.load(pdf, { updateMetadata: false })
  for (const { name, type, bytes } of enclosed)
    await open.attach(bytes, name, { mimeType: type, creationDate: on, modificationDate: on })
  // PDF/A knows no locks, and the letter may claim to be such.
  open.catalog.delete(PDFName.of('Metadata'))
  await open.flush()
  sweep(open)
  // Written once and read again, every stream is raw bytes that can be enciphered.
  const document = await PDFDocument.load(await open.save({ useObjectStreams: false }), { updateMetadata: false })
  const { context } = document
  const key = randomBytes(32)
  for (const [ref, object] of context.enumerateIndirectObjects()) context.assign(ref, enciphered(object, key))
  const { Info } = context.trailerInfo
  if (Info !== undefined && !(Info instanceof PDFRef))
    context.trailerInfo.Info = context.register(enciphered(Info, key))
  context.trailerInfo.Encrypt = context.register(context.obj(dictionary(key, password)))
  const id = PDFHexString.of(createHash('sha256').update(pdf).digest('hex').slice(0, 32))
  context.trailerInfo.ID ??= context.obj([id, id])
  return Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }))
}

const aes = (bytes: Uint8Array, key: Buffer): Buffer => {
  const start = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', key, start)
  return Buffer.concat([start, cipher.update(bytes), cipher.final()])
}

const enciphered = (object: PDFObject, key: Buffer): PDFObject => {
  if (object instanceof PDFString || object instanceof PDFHexString)
    return PDFHexString.of(aes(object.asBytes(), key).toString('hex'))
  if (object instanceof PDFRawStream) {
    inside(object.dict, key)
    return PDFRawStream.of(object.dict, aes(object.contents, key))
  }
  if (object instanceof PDFDict) inside(object, key)
  if (object instanceof PDFArray)
    object.asArray().forEach((each, nth) => {
      object.set(nth, enciphered(each, key))
    })
  return object
}

const inside = (dict: PDFDict, key: Buffer): void => {
  for (const [name, value] of dict.entries()) dict.set(name, enciphered(value, key))
}

/** Printing and copying are allowed: the data are the person's own. */
const PERMISSIONS = -4

const dictionary = (key: Buffer, password: string) => {
  const user = Buffer.from(password.normalize('NFKC'), 'utf8').subarray(0, 127)
  const owner = randomBytes(32)
  const nothing = Buffer.alloc(0)
  const [uSalt, uKeySalt, oSalt, oKeySalt] = [randomBytes(8), randomBytes(8), randomBytes(8), randomBytes(8)]
  const U = Buffer.concat([hash(user, uSalt, nothing), uSalt, uKeySalt])
  const O = Buffer.concat([hash(owner, oSalt, U), oSalt, oKeySalt])
  return {
    Filter: 'Standard',
    V: 5,
    R: 6,
    Length: 256,
    P: PERMISSIONS,
    U: hex(U),
    UE: hex(wrapped(hash(user, uKeySalt, nothing), key)),
    O: hex(O),
    OE: hex(wrapped(hash(owner, oKeySalt, U), key)),
    Perms: hex(permissions(key)),
    CF: { StdCF: { CFM: 'AESV3', AuthEvent: 'DocOpen', Length: 32 } },
    StmF: 'StdCF',
    StrF: 'StdCF',
  }
}

const hex = (bytes: Buffer): PDFHexString => PDFHexString.of(bytes.toString('hex'))

/** Algorithm 2.B. */
const hash = (password: Buffer, salt: Buffer, more: Buffer): Buffer => {
  let k = createHash('sha256').update(password).update(salt).update(more).digest()
  for (let round = 0; ; round++) {
    const once = Buffer.concat([password, k, more])
    const cipher = createCipheriv('aes-128-cbc', k.subarray(0, 16), k.subarray(16, 32)).setAutoPadding(false)
    const e = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => once)))
    const sum = e.subarray(0, 16).reduce((so, byte) => so + byte, 0)
    k = createHash(['sha256', 'sha384', 'sha512'][sum % 3] ?? 'sha256')
      .update(e)
      .digest()
    if (round >= 63 && (e.at(-1) ?? 0) <= round - 31) return k.subarray(0, 32)
  }
}

const wrapped = (by: Buffer, key: Buffer): Buffer =>
  createCipheriv('aes-256-cbc', by, Buffer.alloc(16)).setAutoPadding(false).update(key)

/** Algorithm 10. */
const permissions = (key: Buffer): Buffer => {
  const block = Buffer.alloc(16)
  block.writeInt32LE(PERMISSIONS, 0)
  block.fill(0xff, 4, 8)
  block.write('Tadb', 8, 'latin1')
  randomBytes(4).copy(block, 12)
  return createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(block)
}
