import type { FastifyInstance, FastifyReply } from 'fastify'
import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import { keepsBooks } from '../../desk/money/bank-accounts.ts'
import { accountNumberText, calendarWords } from '../../words/statements.ts'
import { AccountFields, accountLabels, typedAccount } from '../account-fields.tsx'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Badge, Button, Empty, LinkButton } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { Csrf, Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { textAt } from '../read-body.ts'
import { Done, forbidden, missing, OneButton, refused } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { get, post, type Sent, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'
import { statementPaths } from './statement-paths.ts'

const done = {
  added: '口座を登録しました。',
  changed: '口座を変更しました。',
  retired: '口座の使用を止めました。取り込んだ明細はそのまま残ります。',
  back: '口座の使用を再開しました。',
}

/** 口座: whose statements are imported, and whose fees are paid into them. */
export const accountsPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/accounts', listPage)
  get(app, parts, '/money/accounts/new', visit => newPage(visit, prefilled(visit), 200))
  post(app, parts, '/money/accounts', add)
  get(app, parts, '/money/accounts/:id', visit =>
    withAccount(visit, account => onePage(visit, account, emptyForm, 200)),
  )
  post(app, parts, '/money/accounts/:id', change)
  post(app, parts, '/money/accounts/:id/retire', visit => setActive(visit, false))
  post(app, parts, '/money/accounts/:id/return', visit => setActive(visit, true))
}

const withAccount = async (visit: Visit, work: (account: AccountRow) => Promise<FastifyReply>) => {
  const account = await visit.desk.accounts.one(visit.params.id ?? '', visit.by)
  return account === null ? missing(visit) : work(account)
}

const listPage = async (visit: Visit): Promise<FastifyReply> => {
  const [rows, names] = await Promise.all([
    visit.desk.accounts.list(visit.by, { retired: true }),
    operatorNames(visit.desk),
  ])
  const may = keepsBooks(visit.by)
  return visit.reply.html(
    <Page
      visit={visit}
      title="口座"
      at="money"
      {...(may && {
        action: (
          <LinkButton href={statementPaths.newAccount()} primary>
            口座を登録する
          </LinkButton>
        ),
      })}
    >
      <MoneyBar at="accounts" />
      <Done visit={visit} words={done} />
      {rows.length === 0 ? (
        <Empty>
          口座がまだありません。
          {may
            ? '口座を登録するか、明細のファイルを取り込んでください。'
            : '経理の担当者が登録すると、ここに並びます。'}
        </Empty>
      ) : (
        <Table
          caption="口座"
          columns={[
            { label: '呼び名' },
            { label: '番号' },
            { label: '銀行・支店・種目・口座番号' },
            { label: '事業者', wide: true },
            { label: '日付の年' },
            { label: '状態' },
          ]}
        >
          {rows.map(account => (
            <Row>
              <td>
                <RowLink href={statementPaths.account(account.id)}>{account.label}</RowLink>
              </td>
              <td class="digits">{account.id}</td>
              <td class="digits">{accountNumberText(account)}</td>
              <td class="wrap">{account.operators.map(id => names.get(id) ?? id).join('、')}</td>
              <td>{account.dateMode === null ? '—' : calendarWords[account.dateMode]}</td>
              <td>{account.active ? <Badge tone="good">使用中</Badge> : <Badge>停止中</Badge>}</td>
            </Row>
          ))}
        </Table>
      )}
    </Page>,
  )
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
    return onePage(visit, account, refused(answer, accountLabels, visit.fields), 'refusal' in answer ? 409 : 422)
  })

const setActive = (visit: Sent, active: boolean): Promise<FastifyReply> =>
  withAccount(visit, async account => {
    const answer = await visit.desk.accounts.setActive(account.id, active, visit.by)
    if (answer.ok) return visit.reply.redirect(`${moneyPaths.accounts}?done=${active ? 'back' : 'retired'}`, 303)
    return 'refusal' in answer ? forbidden(visit) : missing(visit)
  })

const onePage = async (visit: Visit, account: AccountRow, form: FormState, status: number) => {
  if (!keepsBooks(visit.by)) return forbidden(visit)
  const names = await operatorNames(visit.desk)
  return visit.reply.code(status).html(
    <Page
      visit={visit}
      title={account.label}
      at="money"
      action={<a href={moneyPaths.statements({ account: account.id })}>この口座の明細</a>}
    >
      <MoneyBar at="accounts" />
      <ErrorSummary form={form} />
      <div class="halves">
        <section class="panel">
          <h2>口座 {account.id}</h2>
          <form method="post" action={statementPaths.account(account.id)} data-once>
            <Csrf visit={visit} />
            <AccountFields form={form} names={names} by={visit.by} account={account} />
            <Button primary>変更する</Button>
          </form>
        </section>
        <section class="panel">
          <h2>{account.active ? '使用の停止' : '使用の再開'}</h2>
          <p class="help">
            {account.active
              ? '解約したときなどに止めます。この口座の明細は取り込めなくなります。取り込んだ明細は消えません。'
              : '再開すると、明細を取り込めるようになります。'}
          </p>
          <OneButton
            visit={visit}
            to={account.active ? statementPaths.retire(account.id) : statementPaths.useAgain(account.id)}
          >
            {account.active ? '使用を止める' : '使用を再開する'}
          </OneButton>
        </section>
      </div>
    </Page>,
  )
}
