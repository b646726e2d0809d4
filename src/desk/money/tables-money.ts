import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * 元帳: every movement of money, append-only (triggers in migrations/0005 refuse UPDATE and DELETE), one chain: `hash` = sha256 over
 * the row and `prev_hash`. Yen; no personal data.
 */
export const ledger = sqliteTable(
  'ledger',
  {
    seq: integer('seq').primaryKey(),
    on: text('booked_on').notNull(),
    at: text('at').notNull(),
    by: text('by').notNull(),
    kind: text('kind').notNull(),
    debit: text('debit').notNull(),
    credit: text('credit').notNull(),
    amount: integer('amount').notNull(),
    operator: text('operator'),
    caseNumber: text('case_number'),
    receipt: text('receipt'),
    line: text('line'),
    account: text('account'),
    /** JSON */
    body: text('body').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  table => [
    index('ledger_on').on(table.on),
    index('ledger_case').on(table.caseNumber),
    index('ledger_line').on(table.line),
    index('ledger_kind').on(table.kind),
  ],
)

/** A bank account whose statements are imported. */
export const bankAccounts = sqliteTable('bank_accounts', {
  id: text('id').primaryKey(),
  /** what the desk calls it */
  label: text('label').notNull(),
  /** JSON: string[]: whose fees are paid into it */
  operators: text('operators').notNull(),
  bankCode: text('bank_code'),
  branchCode: text('branch_code'),
  /** 普通, 当座, 貯蓄 */
  kind: text('kind'),
  /** digits without leading zeros */
  number: text('number'),
  /** which calendar two-digit years of its files were written in */
  dateMode: text('date_mode', { enum: ['wareki', 'seireki'] }),
  /** JSON: the columns of its CSV, where a person had to say what they are (ColumnMapping) */
  layout: text('layout'),
  active: integer('active', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
  by: text('by').notNull(),
})

/** Every bank file ever imported; the bytes themselves lie encrypted in the vault under the id. */
export const statements = sqliteTable(
  'statements',
  {
    id: text('id').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => bankAccounts.id),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    format: text('format').notNull(),
    from: text('first_day'),
    to: text('last_day'),
    /** lines of this account in the file, and how many of them were new */
    lines: integer('lines').notNull(),
    added: integer('added').notNull(),
    openingBalance: integer('opening_balance'),
    closingBalance: integer('closing_balance'),
    /** JSON: Issue[] as the reader told them */
    issues: text('issues').notNull(),
    /** それでも取り込む: why it was taken although it does not prove itself, by whom and when is `by` and `at`; null where it does */
    despite: text('despite'),
    by: text('by').notNull(),
    at: text('at').notNull(),
  },
  table => [index('statements_account').on(table.account, table.at), index('statements_sha').on(table.sha256)],
)

/** 明細行: what the bank wrote never changes; `rest` is derived from the ledger. */
export const statementLines = sqliteTable(
  'statement_lines',
  {
    id: text('id').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => bankAccounts.id),
    statement: text('statement')
      .notNull()
      .references(() => statements.id),
    record: integer('record').notNull(),
    position: integer('position').notNull(),
    date: text('date').notNull(),
    valueDate: text('value_date'),
    in: integer('amount_in'),
    out: integer('amount_out'),
    payer: text('payer').notNull(),
    payerRead: text('payer_read').notNull(),
    kind: text('kind').notNull(),
    balance: integer('balance'),
    reference: text('reference'),
    payerCode: text('payer_code'),
    edi: text('edi'),
    description: text('description'),
    /** うち他店券金額, yen of `in`: cheques of other banks, not yet money */
    uncleared: integer('uncleared'),
    fromBank: text('from_bank'),
    fromBranch: text('from_branch'),
    /** JSON: Cancels, with the id of the line it was found to mean */
    cancels: text('cancels'),
    cancelledBy: text('cancelled_by'),
    /** account, day, amount, name, balance and the ordinal among equal rows of the file: the same line again adds nothing */
    sameness: text('sameness').notNull(),
    /** strict match key of the payer, for the search */
    nameKey: text('name_key').notNull(),
    /** yen of a credit that are still 仮受金; null for debits */
    rest: integer('rest'),
    /** yen of a debit not yet explained as a refund or recall; null for credits */
    unexplained: integer('unexplained'),
  },
  table => [
    uniqueIndex('statement_lines_same').on(table.account, table.sameness),
    index('statement_lines_day').on(table.account, table.date),
    index('statement_lines_rest').on(table.rest),
    index('statement_lines_key').on(table.nameKey),
  ],
)

/** Personal words beside an entry of the ledger (a note, a payee's account, a reason): erasable, where the entry is not. */
export const lineParticulars = sqliteTable(
  'line_particulars',
  {
    /** of the ledger's entry */
    seq: integer('seq').notNull(),
    field: text('field').notNull(),
    line: text('line').notNull(),
    /** JSON */
    body: text('body').notNull(),
  },
  table => [primaryKey({ columns: [table.seq, table.field] }), index('line_particulars_line').on(table.line)],
)

/** Names under which somebody pays for a case, as a person confirmed once; they count for later cases of the same person too. */
export const payerAliases = sqliteTable(
  'payer_aliases',
  {
    id: text('id').primaryKey(),
    caseNumber: text('case_number').notNull(),
    /** match key of the subject (cases.name_key) */
    person: text('person'),
    /** as the bank wrote it, without the number */
    kana: text('kana').notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
    forgottenAt: text('forgotten_at'),
  },
  table => [index('payer_aliases_case').on(table.caseNumber), index('payer_aliases_person').on(table.person)],
)

/** 月次締め: one row per month that was prepared; signed months are closed for ever. */
export const monthClosings = sqliteTable('month_closings', {
  /** YYYY-MM */
  month: text('month').primaryKey(),
  preparedBy: text('prepared_by').notNull(),
  preparedAt: text('prepared_at').notNull(),
  /** last entry of the ledger that the sheet knows */
  lastSeq: integer('last_seq').notNull(),
  /** sha256 of the sheet */
  hash: text('hash').notNull(),
  signedBy: text('signed_by'),
  signedAt: text('signed_at'),
  /** JSON: definition hash and values of the printed sheet, frozen when signed */
  sheet: text('sheet'),
})

/** Series of numbers without gaps: 'line', 'receipt:iij:2026' … */
export const series = sqliteTable('series', {
  name: text('name').primaryKey(),
  last: integer('last').notNull(),
})

/** Settings of the house that an administrator changes: 'bookkeeping' … */
export const settings = sqliteTable('settings', {
  name: text('name').primaryKey(),
  /** JSON */
  body: text('body').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
