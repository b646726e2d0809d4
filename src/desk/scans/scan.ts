/** A paper read in by the scanner, as it will be kept: checked and written anew. */
export interface Scan {
  readonly type: ScanType
  readonly bytes: Buffer
  readonly pages: number
}

export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type ScanType = (typeof scanTypes)[number]

export const scanFaults = [
  'file_empty',
  'file_too_large',
  'file_not_accepted',
  'file_broken',
  'file_locked',
  'file_active',
] as const
export type ScanFault = (typeof scanFaults)[number]

export const MOST_SCAN_BYTES = 20 * 1024 * 1024

/** Judges a file by its content; its name and the type that the browser claims count for nothing. */
export const checkScan = async (bytes: Buffer): Promise<Scan | ScanFault> => {
  if (bytes.length === 0) return 'file_empty'
  if (bytes.length > MOST_SCAN_BYTES) return 'file_too_large'
  const type = typeOf(bytes)
  if (type === null) return 'file_not_accepted'
  const scan = await checkContent(bytes, type)
  return typeof scan === 'object' && scan.bytes.length > 2 * MOST_SCAN_BYTES ? 'file_too_large' : scan
}

/** pdf-lib and sharp are loaded with the first scan: together they take 15 MB, and many desks have none. */
const checkContent = async (bytes: Buffer, type: ScanType): Promise<Scan | ScanFault> =>
  type === 'application/pdf'
    ? (await import('./scan-pdf.ts')).checkPdf(bytes)
    : (await import('./scan-picture.ts')).checkPicture(bytes, type)

/** The signature must be at the very start: what stands before a PDF can make it something else as well. */
const typeOf = (bytes: Buffer): ScanType | null =>
  signatures.find(([start]) => bytes.subarray(0, start.length).equals(start))?.[1] ?? null

const signatures: readonly (readonly [Buffer, ScanType])[] = [
  [Buffer.from('%PDF-'), 'application/pdf'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
]
