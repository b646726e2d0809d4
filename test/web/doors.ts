import fastify from 'fastify'
import { pages } from '../../src/web/pages.ts'
import type { WebParts } from '../../src/web/parts.ts'

export interface Door {
  readonly method: 'GET' | 'POST'
  /** as it was registered: /cases/:number/letters/:letter.pdf */
  readonly path: string
}

/** Every route that the pages register, in their order. */
export const doorsOf = (parts: WebParts): Door[] => {
  const app = fastify()
  const doors: Door[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of ['GET', 'POST'] as const)
      if ([method].flat().includes(each)) doors.push({ method: each, path: url })
  })
  for (const page of pages) page(app, parts)
  return doors
}

/** The door's address with these values in its places; a place without a value gets `x`. */
export const through = ({ path }: Door, places: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(places[name] ?? 'x'))

/** Doors that anybody may open. */
export const openDoors = ['/', '/healthz', '/sign-in']
