import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import { keepsBooks } from '../../desk/money/bank-accounts.ts'
import { AccountFields } from '../account-fields.tsx'
import type { FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Button } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { Csrf, Page } from '../page.tsx'
import { forbidden, OneButton } from '../settings-marks.tsx'
import type { Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'
import { statementPaths } from './statement-paths.ts'

/** One account: its facts to be changed, and its end. */
export const accountPage = async (visit: Visit, account: AccountRow, form: FormState, status: number) => {
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
