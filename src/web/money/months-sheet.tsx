import type { FastifyReply } from 'fastify'
import type { EarlyLine } from '../../desk/money/early-lines.ts'
import type { MonthShown } from '../../desk/money/month-row.ts'
import { longDay } from '../../domain/era.ts'
import type { MonthRefusal } from '../../domain/money/closing.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import type { Signed } from '../../letters/month-sheet.ts'
import { monthRefusalSentences } from '../../words/month-sheet.ts'
import type { FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { PasswordField } from '../lines.tsx'
import { Button, Day } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import { Done } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'
import { monthsPaths } from './months-paths.ts'
import { monthTitle, StateBadge } from './months-state.tsx'
import { SheetTables } from './months-tables.tsx'

const done = {
  prepared: '精算表を作成しました。別の決裁者が内容を確かめて、承認します。',
  signed: '承認して締めました。この月の日付では、もう記帳されません。',
}

/** 手数料精算表 on screen, with what can be done about it now. */
export const monthPage = (visit: Visit, shown: MonthShown, form: FormState, status: number): FastifyReply =>
  visit.reply.code(status).html(
    <Page
      visit={visit}
      title={`手数料精算表（${monthTitle(shown.month)}）`}
      at="money"
      action={
        <span class="links">
          <a href={monthsPaths.pdf(shown.month)}>PDF</a>
          <a href={monthsPaths.csv(shown.month)}>表計算のファイル（CSV）</a>
        </span>
      }
    >
      <MoneyBar at="months" />
      <Done visit={visit} words={done} />
      <ErrorSummary form={form} />
      <div class="halves">
        <section class="panel">
          <h2>
            締めの状態 <StateBadge row={shown} />
          </h2>
          <dl class="facts">
            <dt>作成</dt>
            <dd>{shown.prepared ? <Person at={shown.prepared} /> : '—'}</dd>
            <dt>承認</dt>
            <dd>{shown.signed ? <Person at={shown.signed} /> : '—'}</dd>
            <dt>元帳</dt>
            <dd>
              {shown.sheet.entries.last === 0
                ? '記帳なし'
                : `第1号から第${shown.sheet.entries.last}号まで（この月 ${shown.sheet.entries.inMonth}件）`}
            </dd>
          </dl>
        </section>
        <Acts visit={visit} shown={shown} form={form} />
      </div>
      <Early lines={shown.early} />
      <SheetTables {...shown} />
    </Page>,
  )

/** Lines of the bank with an older date than the month that took their money: said, for the books show another day than the bank. */
const Early = ({ lines }: { lines: readonly EarlyLine[] }) =>
  lines.length === 0 ? null : (
    <section class="group">
      <h2>
        前の日付の明細 <span class="count">{lines.length}件</span>
      </h2>
      <p class="sub">
        締めた月か、帳簿の始まる前の日付の明細です。取り込んだときに開いていた月の日で記帳しました。日付が正しいか確かめてください。
      </p>
      <Table
        caption="前の日付の明細"
        columns={[
          { label: '銀行の日付' },
          { label: '記帳の日' },
          { label: '依頼人', wide: true },
          { label: '口座' },
          { label: '金額', right: true },
        ]}
      >
        {lines.map(({ id, date, bookedOn, payer, account, amount }) => (
          <Row>
            <td>
              <RowLink href={moneyPaths.line(id)}>
                <Day on={date} />
              </RowLink>
            </td>
            <td>
              <Day on={bookedOn} />
            </td>
            <td class="wide">{payer || '—'}</td>
            <td class="narrow">{account}</td>
            <td class="right">{formatYen(yen(amount))}</td>
          </Row>
        ))}
      </Table>
    </section>
  )

const Person = ({ at: { name, on } }: { at: Signed }) => (
  <>
    {name}（{longDay(on)}）
  </>
)

/** The one act that comes next: its form, or what it waits for. */
const Acts = ({ visit, shown, form }: { visit: Visit; shown: MonthShown; form: FormState }) => {
  if (shown.state === 'signed')
    return (
      <section class="panel">
        <h2>締め済み</h2>
        <p>{monthRefusalSentences.month_signed}</p>
      </section>
    )
  const prepares = shown.state !== 'prepared' || shown.moved
  return (
    <section class="panel">
      <h2>{prepares ? '1 作成する' : '2 承認して締める'}</h2>
      {shown.moved && <p class="sub">▲ {monthRefusalSentences.sheet_moved}</p>}
      {prepares ? <Prepare visit={visit} shown={shown} /> : <Sign visit={visit} shown={shown} form={form} />}
    </section>
  )
}

const Waits = ({ no }: { no: MonthRefusal }) => <p>{monthRefusalSentences[no]}</p>

const Prepare = ({ visit, shown }: { visit: Visit; shown: MonthShown }) =>
  shown.bars.prepare !== null ? (
    <Waits no={shown.bars.prepare} />
  ) : (
    <form method="post" action={monthsPaths.prepare(shown.month)} data-once>
      <Csrf visit={visit} />
      <p>下の照合が合っていることを確かめて、あなたの名前で作成します。</p>
      <p class="buttons">
        <Button primary>精算表を作成する</Button>
      </p>
    </form>
  )

const Sign = ({ visit, shown, form }: { visit: Visit; shown: MonthShown; form: FormState }) =>
  shown.bars.sign !== null ? (
    <Waits no={shown.bars.sign} />
  ) : (
    <form method="post" action={monthsPaths.sign(shown.month)} data-once>
      <Csrf visit={visit} />
      <input type="hidden" name="hash" value={shown.hash} />
      <div class="irreversible">
        <p>
          <span aria-hidden="true">▲</span> {monthTitle(shown.month)}
          を締めます。締めた後は、この月の日付では記帳できず、取り消せません。
        </p>
        <PasswordField form={form} name="_password" label="ご自分のパスワード" required />
      </div>
      <p class="buttons">
        <Button primary>承認して締める</Button>
      </p>
    </form>
  )
