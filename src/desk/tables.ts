import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Portable columns only: text (days as YYYY-MM-DD, instants as UTC ISO, JSON as text) and integer, so that another dialect costs a schema file. */

/** 経過記録. Triggers refuse UPDATE and DELETE (migrations/0001); `hash` = sha256 over the row and `prev_hash`, one chain per case. */
export const journal = sqliteTable(
  'journal',
  {
    caseNumber: text('case_number').notNull(),
    seq: integer('seq').notNull(),
    /** over all cases, without gaps */
    position: integer('position').notNull(),
    type: text('type').notNull(),
    body: text('body').notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
    once: text('once'),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  table => [primaryKey({ columns: [table.caseNumber, table.seq] }), uniqueIndex('journal_position').on(table.position)],
)

/** The list's projection of a case: derived from its journal, so never evidence. */
export const cases = sqliteTable(
  'cases',
  {
    number: text('number').primaryKey(),
    operator: text('operator').notNull(),
    policy: text('policy').notNull(),
    requester: text('requester').notNull(),
    name: text('name'),
    kana: text('kana'),
    kinds: text('kinds').notNull(),
    arrivedOn: text('arrived_on'),
    trackingNumber: text('tracking_number'),
    suitPossibleFrom: text('suit_possible_from'),
    step: text('step').notNull(),
    stepBy: text('step_by').notNull(),
    stepDueOn: text('step_due_on'),
    dueOn: text('due_on'),
    steps: text('steps').notNull(),
    closedOn: text('closed_on'),
    erasedOn: text('erased_on'),
    updatedAt: text('updated_at').notNull(),
    seq: integer('seq').notNull(),
    position: integer('position').notNull(),
    /** the day whose calendar and clock the steps were derived for */
    projectedOn: text('projected_on').notNull(),
    /** match key of 姓名 alone for likely duplicates (birthdays are compared after); null once erased */
    nameKey: text('name_key'),
    /** JSON: what the 受付簿 tells (case-book.ts) */
    book: text('book').notNull().default('{}'),
    /** version of the projections that this case was derived with; older ones are derived anew */
    shape: integer('shape').notNull().default(0),
  },
  table => [
    index('cases_operator').on(table.operator, table.number),
    index('cases_open').on(table.closedOn, table.number),
    index('cases_step').on(table.step, table.number),
    index('cases_tracking').on(table.trackingNumber),
    index('cases_name_key').on(table.nameKey),
    index('cases_policy').on(table.operator, table.policy),
    index('cases_shape').on(table.shape),
  ],
)

/** Personal values taken out of events; the only place they live in besides letters, mails, files and search rows. */
export const particulars = sqliteTable(
  'particulars',
  {
    id: text('id').primaryKey(),
    caseNumber: text('case_number').notNull(),
    seq: integer('seq').notNull(),
    body: text('body').notNull(),
    restricted: integer('restricted', { mode: 'boolean' }).notNull(),
  },
  table => [index('particulars_case').on(table.caseNumber)],
)

/** Definitions as they were when a letter was set from them (JSON), so that a reprint gives the same bytes. */
export const definitions = sqliteTable('definitions', {
  hash: text('hash').primaryKey(),
  id: text('id').notNull(),
  body: text('body').notNull(),
})

export const letters = sqliteTable(
  'letters',
  {
    caseNumber: text('case_number').notNull(),
    id: text('id').notNull(),
    form: text('form').notNull(),
    /** JSON: the sheets in order, [{ definition: hash, values }], the letter first and then its enclosures; null once erased */
    sheets: text('sheets'),
    createdAt: text('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.caseNumber, table.id] })],
)

/** 発送簿: one row per envelope. */
export const postings = sqliteTable(
  'postings',
  {
    caseNumber: text('case_number').notNull(),
    id: text('id').notNull(),
    operator: text('operator').notNull(),
    postedOn: text('posted_on').notNull(),
    trackingNumber: text('tracking_number'),
    /** the addressee; null once erased */
    name: text('name'),
    /** JSON of the domain's Posting */
    body: text('body').notNull(),
    /** something is still to come: delivery, a certificate, another try */
    underWay: integer('under_way', { mode: 'boolean' }).notNull().default(false),
  },
  table => [
    primaryKey({ columns: [table.caseNumber, table.id] }),
    index('postings_day').on(table.postedOn),
    index('postings_under_way').on(table.underWay, table.postedOn),
    index('postings_tracking').on(table.trackingNumber),
  ],
)

/** One row per case that owes or has received money; yen. */
export const money = sqliteTable(
  'money',
  {
    caseNumber: text('case_number').primaryKey(),
    operator: text('operator').notNull(),
    owed: integer('owed').notNull(),
    paid: integer('paid').notNull(),
    outstanding: integer('outstanding').notNull(),
    held: integer('held').notNull(),
    overpaid: integer('overpaid').notNull().default(0),
    waiverWaits: integer('waiver_waits', { mode: 'boolean' }).notNull().default(false),
    requestedOn: text('requested_on'),
    dueOn: text('due_on'),
    settledOn: text('settled_on'),
    receipts: text('receipts').notNull(),
  },
  table => [index('money_outstanding').on(table.outstanding), index('money_held').on(table.held)],
)

/** Every file of terms ever imported; the last one of an operator is in force. */
export const operators = sqliteTable('operators', {
  serial: integer('serial').primaryKey({ autoIncrement: true }),
  id: text('id').notNull(),
  hash: text('hash').notNull(),
  file: text('file').notNull(),
  yaml: text('yaml').notNull(),
  importedAt: text('imported_at').notNull(),
  by: text('by').notNull(),
})

export const calendarDays = sqliteTable('calendar_days', {
  date: text('date').primaryKey(),
  kind: text('kind', { enum: ['closure', 'opened'] }).notNull(),
  name: text('name').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})

/** Last serial of the case numbers of a year. */
export const counters = sqliteTable('counters', {
  year: integer('year').primaryKey(),
  last: integer('last').notNull(),
})

/** A repeated POST finds here what its first arrival did. */
export const onceKeys = sqliteTable('once_keys', {
  key: text('key').primaryKey(),
  caseNumber: text('case_number').notNull(),
  firstSeq: integer('first_seq').notNull(),
  lastSeq: integer('last_seq').notNull(),
  at: text('at').notNull(),
})

export const staff = sqliteTable('staff', {
  id: text('id').primaryKey(),
  signIn: text('sign_in').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  /** JSON: Role[] */
  roles: text('roles').notNull(),
  /** JSON: string[] | 'all' */
  operators: text('operators').notNull(),
  email: text('email'),
  active: integer('active', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
})

export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    createdAt: text('created_at').notNull(),
    seenAt: text('seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  table => [index('sessions_staff').on(table.staffId)],
)

export const tokens = sqliteTable('tokens', {
  id: text('id').primaryKey(),
  staffId: text('staff_id')
    .notNull()
    .references(() => staff.id),
  hash: text('hash').notNull().unique(),
  name: text('name').notNull(),
  createdAt: text('created_at').notNull(),
  revokedAt: text('revoked_at'),
})

export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    caseNumber: text('case_number').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    pages: integer('pages'),
    sha256: text('sha256').notNull(),
    /** uploaded: of the case's papers; made: by the desk itself, and so no material of another document */
    origin: text('origin').notNull().default('uploaded'),
    storedAs: text('stored_as').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    at: text('at').notNull(),
  },
  table => [index('files_case').on(table.caseNumber)],
)

/** Every page that came in by /scans and where it went. What waits has a picture in the tray's vault under its id; nothing personal here. */
export const scanTray = sqliteTable(
  'scan_tray',
  {
    id: text('id').primaryKey(),
    /** one upload: its files in order, from 1, and their pages, from 1 */
    batch: text('batch').notNull(),
    nth: integer('nth').notNull(),
    page: integer('page').notNull(),
    /** our own code on the page, never another */
    code: text('code'),
    /** JSON: Remark[] (scan-tray-sorting.ts) */
    remarks: text('remarks').notNull(),
    /** whose form it is; what the clerk said while that is not known */
    operator: text('operator'),
    /** case of the page before it in the same file */
    follows: text('follows'),
    state: text('state', { enum: ['waiting', 'filed', 'discarded'] }).notNull(),
    caseNumber: text('case_number'),
    file: text('file').references(() => files.id, { onDelete: 'set null' }),
    filePage: integer('file_page'),
    reason: text('reason'),
    by: text('by').notNull(),
    at: text('at').notNull(),
    settledBy: text('settled_by'),
    settledAt: text('settled_at'),
  },
  table => [
    uniqueIndex('scan_tray_page').on(table.batch, table.nth, table.page),
    index('scan_tray_state').on(table.state, table.at),
    index('scan_tray_case').on(table.caseNumber),
    index('scan_tray_code').on(table.code),
  ],
)

/** Written in the transaction of the event that wants the mail, sent after commit: a crash repeats instead of losing. */
export const mails = sqliteTable(
  'mails',
  {
    id: text('id').primaryKey(),
    /** what the mail is once for, e.g. 'clock_short:26000017:2026-11-21' */
    once: text('once').unique(),
    kind: text('kind').notNull(),
    caseNumber: text('case_number'),
    /** JSON: { to: e-mail address, name } or { staff: id } */
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** JSON: [{ case, letter }] */
    attachments: text('attachments').notNull(),
    state: text('state', { enum: ['waiting', 'sent', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull(),
    lastError: text('last_error'),
    createdAt: text('created_at').notNull(),
    sentAt: text('sent_at'),
  },
  table => [index('mails_state').on(table.state, table.createdAt), index('mails_case').on(table.caseNumber)],
)
