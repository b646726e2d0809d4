import type { Due } from './plan.ts'

export const NOBODY: readonly number[] = []

/** A place, or several: most keys have one, and an array for each would cost more than the map. */
type Places = number | number[]
export const placesOf = (map: ReadonlyMap<string, Places>, key: string): readonly number[] => {
  const there = map.get(key)
  return there === undefined ? NOBODY : typeof there === 'number' ? [there] : there
}

/** Places of the cases under each of their keys, in the order of `dues`. */
export const indexed = (
  dues: readonly Due[],
  keysOf: (due: Due, add: (key: string) => void, at: number) => unknown,
): ReadonlyMap<string, Places> => {
  const map = new Map<string, Places>()
  let at = 0
  const add = (key: string): void => {
    const there = map.get(key)
    if (there === undefined) map.set(key, at)
    else if (typeof there === 'number') {
      if (there !== at) map.set(key, [there, at])
    } else if (there.at(-1) !== at) there.push(at)
  }
  for (const due of dues) {
    keysOf(due, add, at)
    at += 1
  }
  return map
}

/** Made at the first call. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
