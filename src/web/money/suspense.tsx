import type { FastifyInstance, FastifyReply } from 'fastify'
import type { SuspenseRow } from '../../desk/money/suspense.ts'
import type { PlainDate } from '../../domain/day.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { suspenseStepWords } from '../../words/settling.ts'
import { Badge, Empty, type Tone } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { OperatorSelect } from '../operators-select.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { get, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'

/** 仮受金: money that is nobody's yet, by how long it has been waiting. */
export const suspensePages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/suspense', show)
}

/** Days, both included; the oldest group first on the page. */
const ages: readonly { label: string; from: number; to: number; tone: Tone }[] = [
  { label: '61日以上', from: 61, to: Number.POSITIVE_INFINITY, tone: 'late' },
  { label: '31日から60日', from: 31, to: 60, tone: 'soon' },
  { label: '8日から30日', from: 8, to: 30, tone: 'calm' },
  { label: '7日以内', from: 0, to: 7, tone: 'calm' },
]

const show = async (visit: Visit): Promise<FastifyReply> => {
  const { query, by, desk } = visit
  const { q = '', operator = '' } = query
  const [{ today }, names, rows] = await Promise.all([
    desk.context(by),
    operatorNames(desk),
    desk.settling.suspense({ ...(q && { q }), ...(operator && { operator }) }, by),
  ])
  const groups = ages.map(age => ({ ...age, rows: rows.filter(row => row.age >= age.from && row.age <= age.to) }))
  return visit.reply.html(
    <Page visit={visit} title="仮受金" at="money" action={<a href={moneyPaths.reconcile()}>消込へ</a>}>
      <link rel="stylesheet" href={paths.asset('money-line.css')} />
      <MoneyBar at="suspense" />
      <dl class="totals ages">
        {groups.toReversed().map(({ label, rows: of }) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <b>{formatYen(yen(sumOf(of)))}</b> {of.length}件
            </dd>
          </div>
        ))}
      </dl>
      <form class="filters" method="get" action={moneyPaths.suspense()}>
        <label>
          探す
          <input type="search" name="q" value={q} class="w12" placeholder="名義・金額" autocomplete="off" />
        </label>
        <OperatorSelect names={names} by={by} chosen={operator} />
        <button class="button quiet" type="submit">
          絞り込む
        </button>
        <p>
          合計 <b class="digits">{formatYen(yen(sumOf(rows)))}</b> {rows.length}件
        </p>
      </form>
      {rows.length === 0 && (
        <Empty>
          {q || operator ? '条件に合う仮受金はありません。' : '仮受金はありません。すべての入金に行き先があります。'}
        </Empty>
      )}
      {groups.map(({ label, tone, rows: of }) =>
        of.length === 0 ? null : (
          <section class="group">
            <h2>
              {label}{' '}
              <span class="count">
                {of.length}件 {formatYen(yen(sumOf(of)))}
              </span>
            </h2>
            <Waiting label={label} tone={tone} rows={of} today={today} />
          </section>
        ),
      )}
    </Page>,
  )
}

const sumOf = (rows: readonly SuspenseRow[]): number => rows.reduce((sum, { row }) => sum + (row.rest ?? 0), 0)

const Waiting = ({
  label,
  tone,
  rows,
  today,
}: {
  label: string
  tone: Tone
  rows: readonly SuspenseRow[]
  today: PlainDate
}) => (
  <Table
    caption={`仮受金 ${label}`}
    columns={[
      { label: '入金の日' },
      { label: '経過' },
      { label: '名義' },
      { label: '仮受金', right: true },
      { label: '口座' },
      { label: '覚え書き', wide: true },
      { label: '次にすること' },
    ]}
  >
    {rows.map(({ row, account, age, note, step }) => (
      <Row>
        <td>
          <RowLink href={moneyPaths.line(row.id)}>
            <ShortDay on={row.date as PlainDate} today={today} />
          </RowLink>
        </td>
        <td>
          <Badge tone={tone}>{age}日</Badge>
        </td>
        <td title={row.payer}>{row.payerRead || row.payer || '（名義の記載なし）'}</td>
        <td class="right">{formatYen(yen(row.rest ?? 0))}</td>
        <td class="narrow" title={account.label}>
          {account.label}
        </td>
        <td class="wide" title={note ?? undefined}>
          {note ?? <span class="none">—</span>}
        </td>
        <td>{suspenseStepWords[step]}</td>
      </Row>
    ))}
  </Table>
)
