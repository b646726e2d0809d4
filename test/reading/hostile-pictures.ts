import { crc32, deflateSync } from 'node:zlib'

const chunk = (kind: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A PNG of a few hundred bytes that claims so many grey pixels and has almost none of them. */
export const claiming = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 8 bits, grey
  head[8] = 8
  const rows = deflateSync(Buffer.alloc(4_096))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** The same JPEG with another size in its frame header (ITU-T T.81 B.2.2); its bits are for the old one. */
export const resized = (jpeg: Buffer, width: number, height: number): Buffer => {
  const bytes = Buffer.from(jpeg)
  const frame = frameAt(bytes)
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

/** Where the frame header's marker stands. */
export const frameAt = (jpeg: Buffer): number => {
  for (let place = 2; place + 4 < jpeg.length; place += 2 + jpeg.readUInt16BE(place + 2))
    if ([0xc0, 0xc1, 0xc2].includes(jpeg[place + 1] ?? 0)) return place
  throw new Error('no frame header')
}
