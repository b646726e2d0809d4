import type { FastifyReply } from 'fastify'
import type { EarlyLine } from '../../desk/money/early-lines.ts'
import type { MonthShown } from '../../desk/money/month-row.ts'
import { longDay } from '../../domain/era.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import type { Signed } from '../../letters/month-sheet.ts'
import type { FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Day } from '../marks.tsx'
import { Page } from '../page.tsx'
import { Done } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'
import { MonthActs } from './months-acts.tsx'
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
        <MonthActs visit={visit} shown={shown} form={form} />
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
