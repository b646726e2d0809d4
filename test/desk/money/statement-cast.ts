import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { bankAccounts, statementLines, statements } from '../../../src/desk/money/tables-money.ts'
import type { PlainDate } from '../../../src/domain/day.ts'
import { searchKey } from '../../../src/domain/names.ts'
import { yen } from '../../../src/domain/yen.ts'
import type { DeskIn } from '../desk-in.ts'

type Desk = Pick<DeskIn, 'store' | 'now'>

/** A bank account as the importer registers it. */
export const accountIn = async ({ store, now }: Desk, id = 'A1', operators: readonly string[] = ['ims']) => {
  await store.transaction(async () => {
    await store.write.insert(bankAccounts).values({
      id,
      label: `三井住友 普通 ${id}`,
      operators: JSON.stringify(operators),
      active: true,
      createdAt: now(),
      by: 'ito',
    })
    await store.write.insert(statements).values({
      id: `S-${id}`,
      account: id,
      name: 'meisai.csv',
      bytes: 1,
      sha256: id,
      format: 'test',
      lines: 0,
      added: 0,
      issues: '[]',
      by: 'ito',
      at: now(),
    })
  })
  return id
}

export interface LineIn {
  payer: string
  amount: number
  date?: string
  account?: string
  more?: Partial<typeof statementLines.$inferInsert>
}

let lines = 0

/** The row of a line, as far as a credit and a debit have it alike. Ids run over the whole test file. */
const lineRow = async (
  { store }: Desk,
  { payer, account = 'A1' }: LineIn,
  side: Partial<typeof statementLines.$inferInsert> & { date: string },
): Promise<string> => {
  lines += 1
  const id = `L${lines}`
  await store.write.insert(statementLines).values({
    id,
    account,
    statement: `S-${account}`,
    record: lines,
    position: lines * 200,
    payer,
    payerRead: payer.normalize('NFKC'),
    kind: 'transfer',
    sameness: id,
    nameKey: searchKey(payer),
    ...side,
  })
  return id
}

/** A credit as the importer writes it: the row, and its money in 仮受金. */
export const lineIn = (at: Desk, given: LineIn): Promise<string> =>
  at.store.transaction(async () => {
    const { amount, date = '2026-11-20', more } = given
    const line = await lineRow(at, given, { date, in: amount, rest: 0, ...more })
    const came = { kind: 'line_in', debit: 'bank', credit: 'unidentified', operator: null, line } as const
    const movement = { ...came, on: date as PlainDate, amount: yen(amount) }
    await ledgerOf(at.store.write).append([movement], { at: at.now(), by: 'ito' })
    return line
  })

/** A debit as the importer writes it: nothing of it is explained yet. */
export const debitIn = (at: Desk, given: LineIn): Promise<string> =>
  at.store.transaction(() => {
    const { amount, date = '2026-11-21', more } = given
    return lineRow(at, given, { date, out: amount, unexplained: amount, ...more })
  })
