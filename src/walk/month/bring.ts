import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../../desk/desk.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { Actor, Role } from '../../domain/rule.ts'
import { type MonthFile, monthFiles } from './month.ts'

/**
 * Registers the accounts of the demo's month and imports their files; the files lie in `folder` as well, where a newcomer may
 * look at them and import one again: it adds nothing. A refusal is a defect of the fixtures.
 */
export const bringMonth = async (
  desk: Desk,
  cast: Readonly<Record<Role, Actor>>,
  numbers: ReadonlyMap<string, string>,
  today: PlainDate,
  folder: string,
): Promise<void> => {
  const { calendar } = await desk.context(cast.admin)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const file of monthFiles(numbers, today, day => !calendar.isBusinessDay(day))) {
    writeFileSync(join(folder, file.name), file.bytes, { mode: 0o600 })
    const account = await registered(desk, file, cast.admin)
    const { taking } = await desk.statements.bring(
      { name: file.name, bytes: Buffer.from(file.bytes) },
      { account },
      cast.cashier,
    )
    if (!taking.ok) throw new Error(`${file.name}: ${JSON.stringify(taking)}`)
  }
}

const registered = async (desk: Desk, { account }: MonthFile, by: Actor): Promise<string> => {
  const { label, operators, bankCode, branchCode, kind, number } = account
  const done = await desk.accounts.register({ label, operators, bankCode, branchCode, kind, number }, by)
  if (!done.ok) throw new Error(`${label}: ${JSON.stringify(done)}`)
  return done.account.id
}
