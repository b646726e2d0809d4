import { bigramQuery, bigrams } from '../domain/names.ts'
import { fullKana, fullName, type Person } from '../domain/person.ts'
import type { Store } from './open-store.ts'

/** The full-text rows: bigrams of names, kana, former names, customer numbers and addresses. SQLite's own SQL stands here. */
export const searching = ({ sqlite }: Pick<Store, 'sqlite'>) => {
  const put = sqlite.write.prepare(
    'INSERT OR REPLACE INTO case_search(rowid, name, kana, former, customer, address) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = sqlite.write.prepare('DELETE FROM case_search WHERE rowid = ?')
  const merge = sqlite.write.prepare("INSERT INTO case_search(case_search) VALUES ('optimize')")
  return {
    put: async (number: string, persons: readonly Person[]): Promise<void> => {
      const column = (of: (who: Person) => string | undefined) => persons.map(who => bigrams(of(who) ?? '')).join(' ')
      put.run(
        Number(number),
        column(fullName),
        column(fullKana),
        column(who => who.formerNames),
        column(who => who.customerNumber),
        column(who => `${who.address ?? ''}${who.building ?? ''}`),
      )
    },
    remove: async (number: string): Promise<void> => {
      remove.run(Number(number))
    },
    /** A deleted row's grams stay in the index's segments until they are merged. */
    purge: async (): Promise<void> => {
      merge.run()
    },
  }
}

/** Digits as in a case number or お問い合わせ番号, whatever their width and hyphens; null for anything else. */
export const digitsOf = (q: string): string | null => {
  const bare = q.normalize('NFKC').replace(/[\s\-‐‑‒–—―−ー]/g, '')
  return /^\d{2,12}$/.test(bare) ? bare : null
}

/** The FTS5 MATCH text for a search, null where there is nothing to search for. */
export const matchOf = (q: string): string | null => {
  const match = bigramQuery(q)
  return match === '""' ? null : match
}
