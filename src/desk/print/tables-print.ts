import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The PDF of a letter, byte for byte, from its first print on. The bytes lie sealed in the vault of letters; a trigger lets
 * nothing change but where. Another `nth` only where the file of an unposted letter was lost and its layout had changed.
 */
export const letterFiles = sqliteTable(
  'letter_files',
  {
    caseNumber: text('case_number').notNull(),
    letter: text('letter').notNull(),
    nth: integer('nth').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    /** JSON: pages of each sheet */
    pages: text('pages').notNull(),
    /** id in the vault; null once erased */
    storedAs: text('stored_as'),
    at: text('at').notNull(),
  },
  table => [primaryKey({ columns: [table.caseNumber, table.letter, table.nth] })],
)
