import { randomInt } from 'node:crypto'

/** Told apart on paper and by telephone: no 0 O o, 1 I l. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'

/** Five groups of four, about 99 bits. Shown once, kept nowhere. */
export const newPassword = (): string =>
  Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  )
