import type { ComponentChildren } from 'preact'
import { readable } from '../../banks/readable.ts'
import type { BankAccount } from '../../banks/statement.ts'
import { accountNamed } from '../../desk/money/account-number.ts'
import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import type { Gap } from '../../desk/money/statement-gaps.ts'
import { accountAt, type Chosen, SKIP } from '../../desk/money/statement-places.ts'
import type { PreviewAccount } from '../../desk/money/statement-preview.ts'
import type { SortedLine } from '../../desk/money/statement-sameness.ts'
import { money, placeWords } from '../../words/statements.ts'
import { Badge, Button, Day } from '../marks.tsx'
import { statementPaths } from './statement-paths.ts'
import { PreviewLines } from './statement-preview-lines.tsx'

/** 0001 みずほ銀行 虎ノ門支店 普通 1234567, as the file says it. */
const namedText = ({ bankName, branchName, kind, number, holder }: BankAccount): string =>
  readable([bankName, branchName, kind, number, holder].filter(Boolean).join(' ')) || 'ファイルに口座の記載なし'

export const PreviewAccountPart = ({
  id,
  account,
  accounts,
  chosen,
}: {
  id: string
  account: PreviewAccount
  accounts: readonly AccountRow[]
  chosen: Chosen
}) => {
  const { place, lines, period, nth } = account
  const own = accountAt(place)
  const fresh = lines.filter(({ known }) => known === null)
  const known = lines.filter(each => each.known !== null)
  const suggested = 'suggested' in place ? place.suggested : null
  const { short, sentence } = placeWords[place.state]
  const tone = own !== null ? 'good' : place.state === 'skipped' || place.state === 'not_served' ? 'soon' : 'late'
  return (
    <section class="panel file-account">
      <h2>{own ? own.label : namedText(account.named)}</h2>
      <p class="sub">
        <Badge tone={tone}>{short}</Badge> {sentence}
        {own && <>　{namedText(account.named)}</>}
      </p>
      {place.state !== 'known' && place.state !== 'not_served' && (
        <p class="filters">
          <label>
            取り込む口座
            <select name={`account-${nth}`} id={`f-accounts-${nth}`}>
              <option value="">選んでください</option>
              {accounts.map(each => (
                <option value={each.id} selected={each.id === (chosen ?? suggested)}>
                  {each.label}
                </option>
              ))}
              <option value={SKIP} selected={chosen === SKIP}>
                この口座の分は取り込まない
              </option>
            </select>
          </label>
          <a href={statementPaths.newAccount({ file: id, ...prefill(account.named) })}>この口座を登録する</a>
        </p>
      )}
      {own && place.state === 'known' && <input type="hidden" name={`account-${nth}`} value="" />}
      <dl class="facts-line">
        <Figure name="期間">
          {period ? (
            <>
              <Day on={period.from} />〜<Day on={period.to} />
            </>
          ) : (
            '—'
          )}
        </Figure>
        <Figure name="残高">
          {period?.opening == null ? '—' : money(period.opening)} →{' '}
          {period?.closing == null ? '—' : money(period.closing)}
        </Figure>
        <Figure name="入金">{counted(lines, 'in')}</Figure>
        <Figure name="出金">{counted(lines, 'out')}</Figure>
        <Figure name="新しい明細">
          <b>{fresh.length.toLocaleString('en-US')}件</b>
        </Figure>
        <Figure name="取り込み済み">{known.length.toLocaleString('en-US')}件</Figure>
      </dl>
      {account.gaps.map(gap => (
        <GapNotice gap={gap} />
      ))}
      {account.late && (
        <p class="notice">
          <span aria-hidden="true">▲</span> 締めた月か、帳簿の始まる前の日付の明細が{' '}
          {account.late.lines.toLocaleString('en-US')}
          件あります。元帳には、開いている月の日（
          <Day on={account.late.bookedOn} />
          ）で記帳します。日付が正しいか確かめてください。
        </p>
      )}
      {fresh.length > 0 && own && <PreviewLines caption="新しい明細" lines={fresh} />}
      {known.length > 0 && (
        <details>
          <summary>取り込み済みとみなした明細 {known.length.toLocaleString('en-US')}件</summary>
          <p class="help">
            日付、金額、名前、残高が同じ明細がすでにあります。別の入金であることが分かっているときだけ、印を付けて確かめ直してください。
          </p>
          <PreviewLines caption="取り込み済みとみなした明細" lines={known} separable />
          <p class="buttons">
            <Button>印の明細を新しいものとして確かめ直す</Button>
          </p>
        </details>
      )}
    </section>
  )
}

const Figure = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const counted = (lines: readonly SortedLine[], side: 'in' | 'out'): string => {
  const mine = lines.flatMap(({ line }) => line[side] ?? [])
  return `${mine.length.toLocaleString('en-US')}件 ${money(mine.reduce((sum, yen) => sum + yen, 0))}`
}

const prefill = (named: BankAccount) => {
  const { bankCode, branchCode, kind, number } = accountNamed(named)
  const label = readable([named.bankName, named.branchName, kind].filter(Boolean).join(' ')).slice(0, 60)
  return {
    label,
    bankCode: bankCode ?? '',
    branchCode: branchCode ?? '',
    kind: kind ?? '',
    number: number ?? '',
  }
}

const GapNotice = ({ gap }: { gap: Gap }) => (
  <p class="notice">
    <span aria-hidden="true">▲</span> {gap.where === 'before' ? '前' : '後'}に取り込んだ
    <a href={statementPaths.statement(gap.statement)}>
      明細（
      <Day on={gap.on} />
      {gap.where === 'before' ? 'まで' : 'から'}）
    </a>
    と残高が <b>{money(gap.amount)}</b> つながりません。間の明細が取り込まれていないおそれがあります。
  </p>
)
