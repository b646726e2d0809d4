import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Projections for the pages of the day: rows of open work only, so that a page costs what it shows. */

/** What is owed on open cases: one row per step, the first being `nth` 0. */
export const tasks = sqliteTable(
  'tasks',
  {
    caseNumber: text('case_number').notNull(),
    nth: integer('nth').notNull(),
    operator: text('operator').notNull(),
    code: text('code').notNull(),
    /** the step's own day, else the case's next internal date, else '9999' */
    dueOn: text('due_on').notNull(),
  },
  table => [
    primaryKey({ columns: [table.caseNumber, table.nth] }),
    index('tasks_code').on(table.code, table.dueOn, table.nth, table.operator, table.caseNumber),
    index('tasks_nth').on(table.nth, table.dueOn, table.operator, table.caseNumber),
  ],
)

/** Letters of open cases that are neither discarded nor under way. */
export const waitingLetters = sqliteTable(
  'waiting_letters',
  {
    caseNumber: text('case_number').notNull(),
    id: text('id').notNull(),
    operator: text('operator').notNull(),
    printed: integer('printed', { mode: 'boolean' }).notNull(),
    /** stays in the house: a slip for the file */
    inHouse: integer('in_house', { mode: 'boolean' }).notNull(),
    /** JSON: the domain's Letter, with the service and options that the policy promises for it */
    body: text('body').notNull(),
  },
  table => [
    primaryKey({ columns: [table.caseNumber, table.id] }),
    index('waiting_letters_state').on(table.printed, table.inHouse),
  ],
)

/** Money that came, by day; yen. */
export const receipts = sqliteTable(
  'receipts',
  {
    caseNumber: text('case_number').notNull(),
    id: text('id').notNull(),
    operator: text('operator').notNull(),
    receivedOn: text('received_on').notNull(),
    means: text('means').notNull(),
    amount: integer('amount').notNull(),
    reversed: integer('reversed', { mode: 'boolean' }).notNull(),
    /** JSON of the domain's Receipt */
    body: text('body').notNull(),
  },
  table => [primaryKey({ columns: [table.caseNumber, table.id] }), index('receipts_day').on(table.receivedOn)],
)
