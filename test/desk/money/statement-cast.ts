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

/** A credit as the importer writes it: the row, and its money in 仮受金. Ids run over the whole test file. */
export const lineIn = async (
  { store, now }: Desk,
  { payer, amount, date = '2026-11-20', account = 'A1', more = {} }: LineIn,
): Promise<string> => {
  lines += 1
  const id = `L${lines}`
  await store.transaction(async () => {
    await store.write.insert(statementLines).values({
      id,
      account,
      statement: `S-${account}`,
      record: lines,
      position: lines * 200,
      date,
      in: amount,
      payer,
      payerRead: payer.normalize('NFKC'),
      kind: 'transfer',
      sameness: id,
      nameKey: searchKey(payer),
      rest: 0,
      ...more,
    })
    await ledgerOf(store.write).append(
      [
        {
          kind: 'line_in',
          on: date as PlainDate,
          debit: 'bank',
          credit: 'unidentified',
          amount: yen(amount),
          operator: null,
          line: id,
        },
      ],
      { at: now(), by: 'ito' },
    )
  })
  return id
}

/** A debit as the importer writes it: nothing of it is explained yet. */
export const debitIn = async (
  { store }: Desk,
  { payer, amount, date = '2026-11-21', account = 'A1', more = {} }: LineIn,
): Promise<string> => {
  lines += 1
  const id = `L${lines}`
  await store.transaction(async () => {
    await store.write.insert(statementLines).values({
      id,
      account,
      statement: `S-${account}`,
      record: lines,
      position: lines * 200,
      date,
      out: amount,
      payer,
      payerRead: payer.normalize('NFKC'),
      kind: 'transfer',
      sameness: id,
      nameKey: searchKey(payer),
      unexplained: amount,
      ...more,
    })
  })
  return id
}
