import type { FastifyInstance, FastifyReply } from 'fastify'
import { type AccountRow, keepsBooks } from '../../desk/money/bank-accounts.ts'
import { AccountFields, accountLabels, typedAccount } from '../account-fields.tsx'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Button } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { Csrf, Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { textAt } from '../read-body.ts'
import { forbidden, missing, refused } from '../settings-marks.tsx'
import { get, post, type Sent, type Visit } from '../visit.ts'
import { accountList } from './account-list.tsx'
import { accountPage } from './account-page.tsx'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'
import { statementPaths } from './statement-paths.ts'

/** 口座: whose statements are imported, and whose fees are paid into them. */
export const accountsPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/accounts', accountList)
  get(app, parts, '/money/accounts/new', visit => newPage(visit, prefilled(visit), 200))
  post(app, parts, '/money/accounts', add)
  get(app, parts, '/money/accounts/:id', visit =>
    withAccount(visit, account => accountPage(visit, account, emptyForm, 200)),
  )
  post(app, parts, '/money/accounts/:id', change)
  post(app, parts, '/money/accounts/:id/retire', visit => setActive(visit, false))
  post(app, parts, '/money/accounts/:id/return', visit => setActive(visit, true))
}

const withAccount = async (visit: Visit, work: (account: AccountRow) => Promise<FastifyReply>) => {
  const account = await visit.desk.accounts.one(visit.params.id ?? '', visit.by)
  return account === null ? missing(visit) : work(account)
}

/** What the file in the tray says of its account, as the link carries it. */
const prefilled = ({ query }: Visit): FormState => {
  const { label = '', bankCode = '', branchCode = '', kind = '', number = '' } = query
  const values = { label, bankCode, branchCode, kind, number }
  return Object.values(values).every(value => value === '') ? emptyForm : { values, issues: [] }
}

const newPage = async (visit: Visit, form: FormState, status: number, file = visit.query.file ?? '') => {
  if (!keepsBooks(visit.by)) return forbidden(visit)
  const names = await operatorNames(visit.desk)
  return visit.reply.code(status).html(
    <Page visit={visit} title="口座の登録" at="money">
      <MoneyBar at="accounts" />
      <ErrorSummary form={form} />
      <form class="sheet" method="post" action={moneyPaths.accounts} data-once>
        <Csrf visit={visit} />
        {file !== '' && <input type="hidden" name="file" value={file} />}
        <AccountFields form={form} names={names} by={visit.by} />
        <p class="buttons">
          <Button primary>登録する</Button>
        </p>
      </form>
    </Page>,
  )
}

const add = async (visit: Sent): Promise<FastifyReply> => {
  const file = textAt(visit.fields, 'file')
  const answer = await visit.desk.accounts.register(typedAccount(visit.fields), visit.by)
  if (answer.ok)
    return visit.reply.redirect(file === '' ? `${moneyPaths.accounts}?done=added` : statementPaths.tray(file), 303)
  if ('refusal' in answer && answer.refusal.refused === 'not_allowed') return forbidden(visit)
  return newPage(visit, refused(answer, accountLabels, visit.fields), 'refusal' in answer ? 409 : 422, file)
}

const change = (visit: Sent): Promise<FastifyReply> =>
  withAccount(visit, async account => {
    const answer = await visit.desk.accounts.change(account.id, typedAccount(visit.fields), visit.by)
    if (answer.ok) return visit.reply.redirect(`${moneyPaths.accounts}?done=changed`, 303)
    if ('refusal' in answer && answer.refusal.refused === 'not_allowed') return forbidden(visit)
    return accountPage(visit, account, refused(answer, accountLabels, visit.fields), 'refusal' in answer ? 409 : 422)
  })

const setActive = (visit: Sent, active: boolean): Promise<FastifyReply> =>
  withAccount(visit, async account => {
    const answer = await visit.desk.accounts.setActive(account.id, active, visit.by)
    if (answer.ok) return visit.reply.redirect(`${moneyPaths.accounts}?done=${active ? 'back' : 'retired'}`, 303)
    return 'refusal' in answer ? forbidden(visit) : missing(visit)
  })
