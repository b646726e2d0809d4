import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type PageCode, readPageCode } from '../domain/page-code.ts'
import { isBlank } from './blank-page.ts'
import { mended, type Picture } from './picture.ts'

/** ours: one code of ours; none: no code, but something; blank: nothing; foreign: codes, but not ours; several: two pages of ours in one picture */
export const sights = ['ours', 'none', 'blank', 'foreign', 'several'] as const
export type SightKind = (typeof sights)[number]

export interface Sight {
  readonly sight: SightKind
  readonly code: PageCode | null
}

/** Without its own file at hand the library would fetch it from a host on the internet. */
const ready = (() => {
  let prepared: Promise<unknown> | undefined
  return () => {
    const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
    const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
    prepared ??= prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
    return prepared
  }
})()

/** What a code of somebody else's says is neither followed nor kept: only that there was one. */
export const sightOf = async (picture: Picture): Promise<Sight> => {
  await ready()
  const first = judged(await textsOn(picture))
  if (first.sight !== 'none') return first
  const second = judged(await textsOn(await mended(picture)))
  return second.sight === 'none' && (await isBlank(picture)) ? { sight: 'blank', code: null } : second
}

const OPAQUE = 0xff_00_00_00

const textsOn = async ({ width, height, grey }: Picture): Promise<string[]> => {
  // The library takes RGBA: each grey three times, and opaque.
  const rgba = new Uint32Array(grey.length)
  for (let at = 0; at < rgba.length; at++) rgba[at] = (grey[at] ?? 0) * 0x01_01_01 + OPAQUE
  const data = new Uint8ClampedArray(rgba.buffer)
  const image = { data, width, height, colorSpace: 'srgb' } as ImageData
  const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return found.map(each => each.text)
}

const judged = (texts: readonly string[]): Sight => {
  const ours = new Map(
    texts.flatMap(text => [readPageCode(text)].flatMap(code => (code ? [[text, code] as const] : []))),
  )
  const [only = null] = ours.values()
  if (ours.size > 1) return { sight: 'several', code: null }
  if (only !== null) return { sight: 'ours', code: only }
  return { sight: texts.length > 0 ? 'foreign' : 'none', code: null }
}
