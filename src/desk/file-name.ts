import type { ScanType } from './scans/scan.ts'

const MOST_CHARACTERS = 100

const endings: Record<ScanType, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

/** Path parts, control characters, bidi overrides and what Windows does not take in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed here
const unfit = /[\u0000-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF<>:"|?*]/g

const bare = (given: string): string => (given.split(/[/\\]/).at(-1) ?? '').toWellFormed().replace(unfit, '')
const trimmed = (stem: string): string => stem.replace(/^[.\s]+|[.\s]+$/g, '')

/** A name to show and to save under; its ending tells what the file is, whatever it was called. */
export const fileName = (given: string, type: ScanType): string => {
  const stem = trimmed(bare(given).replace(/\.[A-Za-z0-9]{1,5}$/, ''))
  return `${[...stem].slice(0, MOST_CHARACTERS).join('') || 'scan'}.${endings[type]}`
}

/** The same for a file that is kept as it came, with the ending it had. */
export const plainName = (given: string): string =>
  [...trimmed(bare(given))].slice(-MOST_CHARACTERS).join('') || 'meisai'
