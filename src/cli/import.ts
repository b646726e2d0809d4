import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { formatName } from '../banks/format-name.ts'
import type { FieldIssue } from '../desk/issues.ts'
import type { Preview, PreviewAccount } from '../desk/money/statement-preview.ts'
import { barred } from '../desk/money/statement-taking.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import { issuePlace, money, placeWords, unprovenSentence } from '../words/statements.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

const known = {
  account: 'string',
  'date-mode': 'string',
  despite: 'string',
  as: 'string',
  yes: 'boolean',
  json: 'boolean',
} as const

/** Takes a bank's file in; without --yes it only says what would come. */
export const importCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read(known)
  const [file] = words
  const mode = options['date-mode']
  if (file === undefined || words.length > 1)
    throw new UsageError(
      '使い方：kaiji import FILE --as サインイン名 [--account 口座] [--date-mode wareki|seireki] [--despite 理由] [--yes] [--json]',
    )
  if (mode !== undefined && mode !== 'wareki' && mode !== 'seireki')
    throw new UsageError('--date-mode は wareki か seireki にしてください。')
  const bytes = await readFile(file).catch(() => {
    throw new RefusedError(`ファイル「${file}」を開けません。`)
  })
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const { taking, preview } = await desk.statements.bring(
    { name: basename(file), bytes },
    {
      ...(options.account !== undefined && { account: options.account }),
      ...(options.despite !== undefined && { despite: options.despite }),
      ...(mode && { dateMode: mode }),
      look: options.yes !== true,
    },
    by,
  )
  if (options.json)
    shell.json({ ...('statements' in taking && { statements: taking.statements }), ...(preview && inJson(preview)) })
  else if (preview !== null) for (const line of inWords(preview)) shell.say(line)
  if (!taking.ok)
    throw new RefusedError('refusal' in taking ? refusalSentence(taking.refusal) : sentencesOf(taking.issues).join(' '))
  if (options.json) return
  const added = taking.statements.reduce((sum, each) => sum + each.added, 0)
  const why = preview === null ? [] : barred(preview, options.despite ?? '')
  if (options.yes) shell.say(`${added}件を取り込みました。`)
  else if (why.length === 0) shell.say('取り込むには --yes を付けてください。')
  else for (const sentence of sentencesOf(why)) shell.say(sentence)
}

const sentencesOf = (issues: readonly FieldIssue[]): string[] => [
  ...new Set(issues.map(({ code, about }) => issueSentence(code, about))),
]

const freshOf = ({ lines }: PreviewAccount) => lines.filter(line => line.known === null)

const inJson = ({ format, accounts, issues, unproven, asksCalendar }: Preview) => ({
  format,
  accounts: accounts.map(account => ({
    named: account.named,
    state: account.place.state,
    ...('account' in account.place && { account: account.place.account.id }),
    lines: account.lines.length,
    added: freshOf(account).length,
    gaps: account.gaps,
  })),
  issues,
  unproven,
  asksCalendar,
})

const inWords = (preview: Preview): string[] => [
  `形式　${formatName(preview.format)}`,
  ...preview.accounts.flatMap(account => [
    `口座　${'account' in account.place ? account.place.account.label : placeWords[account.place.state].short}　${account.lines.length}件、うち新しいもの${freshOf(account).length}件`,
    ...(account.place.state === 'not_served' ? [`  ${placeWords.not_served.sentence}`] : []),
    ...account.gaps.map(
      ({ where, amount }) =>
        `  ${where === 'before' ? '前' : '後'}の明細の残高とつながりません（差 ${money(amount)}）。`,
    ),
  ]),
  ...preview.unproven.map(code => `  ${unprovenSentence(code)}`),
  ...preview.issues.map(issue => `  ${issuePlace(issue)}　${issue.message}`),
]
