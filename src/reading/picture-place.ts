/** How far a picture's edge may lie from the page's: points. */
export const SLACK = 0.5

type Matrix = readonly [number, number, number, number, number, number]

const TOKEN = /\/[^\s/[\]()<>{}%]+|[^\s/]+/g
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/

/** Name and place of the one picture that is drawn; null for any other operator (ISO 32000-2 §8.4.4, §8.8). */
export const placedOnce = (drawing: string): { name: string; matrix: Matrix } | null => {
  let now: Matrix = [1, 0, 0, 1, 0, 0]
  const saved: Matrix[] = []
  let operands: string[] = []
  let found: { name: string; matrix: Matrix } | null = null
  for (const [token] of drawing.matchAll(TOKEN)) {
    if (NUMBER.test(token) || token.startsWith('/')) operands.push(token)
    else {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands.map(Number)
      const name = operands[0] ?? ''
      if (token === 'q' && operands.length === 0) saved.push(now)
      else if (token === 'Q' && operands.length === 0) now = saved.pop() ?? now
      else if (token === 'cm' && operands.length === 6) now = times([a, b, c, d, e, f], now)
      else if (token === 'Do' && operands.length === 1 && found === null) found = { name: name.slice(1), matrix: now }
      else return null
      operands = []
    }
  }
  return found
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
]

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How a picture that fills the box is turned, clockwise; null: it does not fill it, lies askew or is mirrored. */
export const quarterTurn = ([a, b, c, d, e, f]: Matrix, box: Box): number | null => {
  const [left, right] = [Math.min(e, e + a + c), Math.max(e, e + a + c)]
  const [low, high] = [Math.min(f, f + b + d), Math.max(f, f + b + d)]
  const off = [left - box.x, right - box.x - box.width, low - box.y, high - box.y - box.height]
  if (!off.every(each => Math.abs(each) <= SLACK)) return null
  if (Math.max(Math.abs(b), Math.abs(c)) < 0.01) return a > 0 && d > 0 ? 0 : a < 0 && d < 0 ? 180 : null
  if (Math.max(Math.abs(a), Math.abs(d)) < 0.01) return b < 0 && c > 0 ? 90 : b > 0 && c < 0 ? 270 : null
  return null
}
