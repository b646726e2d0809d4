import { createHash } from 'node:crypto'

const WINDOW_MS = 15 * 60_000
const MOST_FAILURES = 10
const MOST_KEPT = 10_000

/** Counts tries before they are checked, so that many at once do not slip through together. In memory: a restart forgives. */
export interface Throttle {
  /** false when the ten tries within a quarter of an hour are used up; otherwise this one is counted */
  take(name: string, from: string, now: number): boolean
  forgive(name: string, from: string): void
}

export const openThrottle = (): Throttle => {
  const tries = new Map<string, number[]>()
  // Hashed: names are as long as a stranger likes.
  const keyOf = (name: string, from: string) => createHash('sha256').update(`${name}\n${from}`).digest('base64')
  return {
    take(name, from, now) {
      const key = keyOf(name, from)
      const recent = (tries.get(key) ?? []).filter(at => at > now - WINDOW_MS)
      if (recent.length >= MOST_FAILURES) return false
      tries.delete(key)
      if (tries.size >= MOST_KEPT) tries.delete(tries.keys().next().value ?? key)
      tries.set(key, [...recent, now])
      return true
    },
    forgive(name, from) {
      tries.delete(keyOf(name, from))
    },
  }
}
