import { eq } from 'drizzle-orm'
import type { Definition } from '../documents/definition.ts'
import { withoutPictures, withPictures } from '../documents/letterhead.ts'
import type { Db } from './open-store.ts'
import { definitions } from './tables.ts'

/** Rows that are pictures of a letterhead, base64, under the hash of their bytes. */
const PICTURE = 'picture'

// A batch of two hundred letters holds each picture once; what a hash names never changes.
const MOST_KEPT = 24
const kept = new Map<string, string>()

const keep = (hash: string, png: string): string => {
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest)
  kept.set(hash, png)
  return png
}

/** Definitions once by hash, and the pictures that they show once by theirs. */
export const frozenDefinitions = (db: Db) => {
  const put = (hash: string, id: string, body: string) =>
    db.insert(definitions).values({ hash, id, body }).onConflictDoNothing()
  const body = async (hash: string): Promise<string | undefined> =>
    (await db.select({ body: definitions.body }).from(definitions).where(eq(definitions.hash, hash)).get())?.body
  return {
    store: async (definition: Definition): Promise<void> => {
      const { text, pictures } = withoutPictures(definition)
      for (const { hash, png } of pictures) await put(hash, PICTURE, png)
      await put(definition.hash, definition.id, text)
    },
    /** Throws where it, or a picture of it, is gone. */
    read: async (hash: string): Promise<Definition> => {
      const text = await body(hash)
      if (text === undefined) throw new Error(`definition ${hash} is gone`)
      const definition = JSON.parse(text) as Definition
      const bytes = new Map<string, string>()
      const { logo, signature, seal } = definition.letterhead ?? {}
      for (const picture of [logo, signature, seal]) {
        if (picture === undefined) continue
        const png = kept.get(picture.hash) ?? (await body(picture.hash))
        if (png === undefined) throw new Error(`picture ${picture.hash} of definition ${hash} is gone`)
        bytes.set(picture.hash, keep(picture.hash, png))
      }
      return withPictures(definition, each => bytes.get(each) ?? '')
    },
  }
}
