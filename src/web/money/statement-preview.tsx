import { formatName } from '../../banks/format-name.ts'
import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import { accountAt } from '../../desk/money/statement-places.ts'
import type { Preview } from '../../desk/money/statement-preview.ts'
import type { Look } from '../../desk/money/statements.ts'
import { issueSentence } from '../../words/issues.ts'
import type { FormState } from '../controls.tsx'
import { Moment } from '../history.tsx'
import { Button } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { OneButton } from '../settings-marks.tsx'
import type { Visit } from '../visit.ts'
import { moneyPaths } from './money-paths.ts'
import { Calendar, Issues, Unproven } from './statement-doubts.tsx'
import { statementPaths } from './statement-paths.ts'
import { PreviewAccountPart } from './statement-preview-account.tsx'

interface Props {
  visit: Visit
  id: string
  look: Look
  preview: Preview
  accounts: readonly AccountRow[]
  form: FormState
}

/** What a file would bring, account by account, and what speaks against it. Nothing is stored before the last button. */
export const PreviewScreen = ({ visit, id, look, preview, accounts, form }: Props) => {
  const fresh = preview.accounts
    .filter(({ place }) => accountAt(place) !== null)
    .flatMap(({ lines }) => lines.filter(({ known }) => known === null)).length
  const asks = preview.asksCalendar || look.choices.dateMode !== undefined
  const hasChoice = asks || preview.accounts.some(({ place }) => !['known', 'not_served'].includes(place.state))
  return (
    <>
      <p class="sub file-facts">
        {formatName(preview.format)}・{Math.max(1, Math.round(look.size / 1024)).toLocaleString('en-US')}KB・
        <Moment at={look.at} />
        に読み取り
      </p>
      {preview.format === 'mapped' && (
        <p class="sub">
          列は、口座について覚えた指定で読みました。日付や金額の列が違うときは、取り込まずに破棄し、
          <a href={moneyPaths.accounts}>口座の画面</a>で列の指定を忘れさせて、もう一度選んでください。
        </p>
      )}
      {preview.before.length > 0 && (
        <p class="notice">
          <span aria-hidden="true">▲</span> 同じ内容のファイルを{' '}
          <a href={statementPaths.statement(preview.before[0]?.id ?? '')}>
            <Moment at={preview.before[0]?.at ?? ''} />
          </a>
          に取り込んであります。
        </p>
      )}
      {preview.accounts.length > 0 && (
        <form method="post" action={statementPaths.choose(id)} id="choose" data-once>
          <Csrf visit={visit} />
          <input type="hidden" name="count" value={String(preview.accounts.length)} />
          {preview.accounts.map(account => (
            <PreviewAccountPart
              id={id}
              account={account}
              accounts={accounts}
              chosen={look.choices.accounts?.[account.nth]}
            />
          ))}
          {asks && <Calendar form={form} chosen={look.choices.dateMode} />}
          {hasChoice && <Button>選んだ内容で確かめ直す</Button>}
        </form>
      )}
      <Issues preview={preview} />
      <section class="sheet take" id="take">
        {fresh > 0 ? (
          <form method="post" action={statementPaths.take(id)} data-once>
            <Csrf visit={visit} />
            {preview.unproven.length > 0 && <Unproven preview={preview} form={form} />}
            <Button primary>{fresh.toLocaleString('en-US')}件を取り込む</Button>
          </form>
        ) : (
          <p>{whyNothing(preview)}</p>
        )}
        <OneButton visit={visit} to={statementPaths.discard(id)}>
          取り込まずに破棄する
        </OneButton>
      </section>
    </>
  )
}

const whyNothing = ({ accounts }: Preview): string => {
  if (accounts.length === 0) return '取り込める明細がありません。'
  if (accounts.some(({ place }) => accountAt(place) !== null)) return issueSentence('nothing_new')
  return accounts.every(({ place: { state } }) => state === 'not_served' || state === 'skipped')
    ? accounts.some(({ place }) => place.state === 'not_served')
      ? issueSentence('account_not_served')
      : '取り込む口座が選ばれていません。'
    : '口座を決めると、新しい明細と取り込み済みの明細が分かれます。'
}
