import { MOST_OFFSET, type PrinterOffset } from '../../domain/labels.ts'
import type { FormIssue } from '../controls.tsx'
import { textAt } from '../read-body.ts'
import type { Visit } from '../visit.ts'

/** How far this workplace's printer is off, for label sheets and for envelopes: each goes in by a way of its own. */
export interface PrinterOffsets {
  readonly label: PrinterOffset
  readonly face: PrinterOffset
}

// A printer belongs to a desk, not to a person: its offsets stay in the browser.
const COOKIE = 'kaiji_printer'
const YEAR = 365 * 24 * 60 * 60

/** Zero where nothing was kept, or what was kept is not ours. */
export const keptOffsets = ({ request }: Pick<Visit, 'request'>): PrinterOffsets => {
  const [labelX = 0, labelY = 0, faceX = 0, faceY = 0] = (request.cookies[COOKIE] ?? '').split('_').map(inReach)
  return { label: { x: labelX, y: labelY }, face: { x: faceX, y: faceY } }
}

export const keepOffsets = ({ reply, parts }: Visit, { label, face }: PrinterOffsets): void => {
  reply.setCookie(COOKIE, [label.x, label.y, face.x, face.y].join('_'), {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: parts.secure,
    maxAge: YEAR,
  })
}

const inReach = (text: string): number =>
  /^-?\d{1,3}$/.test(text) && Math.abs(Number(text)) <= MOST_OFFSET ? Number(text) : 0

/** 「-0.5」 millimetres as tenths; null for what is no number of that kind. */
const tenths = (text: string): number | null => {
  const plain = text.normalize('NFKC').trim().replace(/[−ー]/, '-')
  if (plain === '') return 0
  const read = /^[+-]?\d{1,2}(\.\d)?$/.test(plain) ? Math.round(Number(plain) * 10) : Number.NaN
  return Math.abs(read) <= MOST_OFFSET ? read : null
}

export const millimetres = (tenth: number): string => (tenth / 10).toFixed(1)

export const labelFields = [
  ['x', 'ラベルの補正（右へ）'],
  ['y', 'ラベルの補正（下へ）'],
] as const
export const faceFields = [
  ['faceX', '封筒の補正（右へ）'],
  ['faceY', '封筒の補正（下へ）'],
] as const

/** As the four fields show them. */
export const asTyped = ({ label, face }: PrinterOffsets): Readonly<Record<string, string>> => ({
  x: millimetres(label.x),
  y: millimetres(label.y),
  faceX: millimetres(face.x),
  faceY: millimetres(face.y),
})

type Named = readonly [path: string, label: string]

/** Two fields of a form or a query, each named in the issue where it cannot be read. */
export const readOffset = (
  values: unknown,
  [across, down]: readonly [Named, Named],
): { offset: PrinterOffset; issues: FormIssue[] } => {
  const issues: FormIssue[] = []
  const read = ([path, label]: Named): number => {
    const value = tenths(textAt(values, path))
    if (value === null)
      issues.push({ path, label, sentence: '-10.0から10.0までのmmで、小数第1位まで入力してください。' })
    return value ?? 0
  }
  return { offset: { x: read(across), y: read(down) }, issues }
}
