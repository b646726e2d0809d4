import { readFile } from 'node:fs/promises'
import { formatName } from '../banks/format-name.ts'
import { readStatement } from '../banks/read-statement.ts'
import type { Statement, StatementAccount } from '../banks/statement.ts'
import { todayIn } from '../domain/day.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

/** What an import would take from a bank's file, and every doubt about it. Nothing is stored. */
export const statementCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ json: 'boolean' })
  const [file] = words
  if (file === undefined || words.length > 1) throw new UsageError('使い方：kaiji statement FILE [--json]')
  const bytes = await readFile(file).catch(() => {
    throw new RefusedError(`ファイル「${file}」を開けません。`)
  })
  const statement = readStatement(bytes, { importedOn: todayIn(new Date().toISOString()) })
  if (options.json) shell.json(inJson(statement))
  else for (const line of inWords(statement)) shell.say(line)
  if (statement.issues.some(issue => issue.level === 'refused') && statement.accounts.length === 0)
    throw new RefusedError('取り込める明細がありません。')
}

/** One account at the top; where a file holds several, each line says whose it is (`accounts[n]`, from 0). */
const inJson = ({ format, accounts, issues }: Statement) => ({
  format,
  account: accounts[0]?.account,
  ...(accounts.length > 1 ? { accounts: accounts.map(each => each.account) } : {}),
  lines: accounts.flatMap((each, n) => each.lines.map(line => (accounts.length > 1 ? { ...line, account: n } : line))),
  issues,
})

const yen = (n: number | undefined): string => (n === undefined ? '' : n.toLocaleString('en-US'))

const inWords = (statement: Statement): string[] => [
  `形式　${formatName(statement.format)}`,
  ...statement.accounts.flatMap(accountInWords),
  ...(statement.issues.length > 0 ? ['', `確認が必要な点　${statement.issues.length}件`] : []),
  ...statement.issues.map(({ record, position, message }) =>
    record === 0 ? `  ${message}` : `  ${record}件目（${position}バイト目）　${message}`,
  ),
]

const accountInWords = ({ account, lines, openingBalance, closingBalance }: StatementAccount): string[] => {
  const { bankName, branchName, kind, number, holder } = account
  const whose = [bankName, branchName, kind, number, holder].filter(part => part !== undefined).join(' ')
  const balances = openingBalance === undefined ? '' : `　残高 ${yen(openingBalance)} → ${yen(closingBalance)}`
  return [
    '',
    `口座　${whose || '（ファイルに記載なし）'}　${lines.length}件${balances}`,
    '  日付　　　　入金　　　　　出金　　　　　残高　　　　　区分　依頼人',
    ...lines.map(line =>
      [
        `  ${line.date}`,
        yen(line.in).padStart(12),
        yen(line.out).padStart(12),
        yen(line.balance).padStart(12),
        ` ${line.kind}　${line.payer}${line.cancels ? `　※${line.cancels.record ?? '？'}件目の取消` : ''}`,
      ].join(' '),
    ),
  ]
}
