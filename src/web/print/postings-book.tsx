import type { FastifyInstance } from 'fastify'
import type { PostingRow } from '../../desk/books.ts'
import { type PlainDate, parseDay } from '../../domain/day.ts'
import { formatTrackingNumber } from '../../domain/tracking-number.ts'
import { issueSentence } from '../../words/issues.ts'
import { serviceWithOptions } from '../../words/posts.ts'
import { type FormState, fieldId } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Badge, Day, Empty, numberText } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { OperatorSelect } from '../operators-select.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { textAt } from '../read-body.ts'
import { BookDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { get } from '../visit.ts'
import { postState, returnReason } from './postings-sent.tsx'

/** 発送簿 of a period: every envelope that left, and what became of it; printable. The period stands in the address. */
export const postingBookPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/postings/book', async visit => {
    const [{ today }, names] = await Promise.all([visit.desk.context(visit.by), operatorNames(visit.desk)])
    const { operator } = visit.query
    const { form, from, to } = periodOf(visit.query, today)
    const rows = form.issues.length > 0 ? [] : await visit.desk.postings({ from, to }, visit.by)
    const shown = rows.filter(row => !operator || row.operator === operator)
    return visit.reply.code(form.issues.length > 0 ? 422 : 200).html(
      <Page visit={visit} title="発送簿" at="postings" action={<a href={paths.postings()}>印刷・発送へ戻る</a>}>
        <ErrorSummary form={form} />
        <form class="filters" method="get" action={paths.postingBook()}>
          <PeriodEnd form={form} name="from" label="いつから" />
          <PeriodEnd form={form} name="to" label="いつまで" />
          <OperatorSelect names={names} by={visit.by} chosen={operator} />
          <button class="button quiet" type="submit">
            絞り込む
          </button>
        </form>
        {form.issues.length === 0 && (
          <p class="count">
            <Day on={from} />
            から
            <Day on={to} />
            まで　{shown.length}通
          </p>
        )}
        {shown.length === 0 ? (
          <Empty>該当なし。この期間に発送した封筒はありません。</Empty>
        ) : (
          <Book rows={shown} names={names} year={Number(to.slice(0, 4))} />
        )}
      </Page>,
    )
  })
}

const slashed = (on: string): string => on.replaceAll('-', '/')

/** The month up to today unless told otherwise. */
const periodOf = (query: Readonly<Record<string, string>>, today: PlainDate) => {
  const values = { from: query.from || slashed(`${today.slice(0, 8)}01`), to: query.to || slashed(today) }
  const [from, to] = [parseDay(values.from), parseDay(values.to)]
  const wrong = (path: string, label: string) => ({ path, label, sentence: issueSentence('day_not_read') })
  const form: FormState = {
    values,
    issues: [...(from ? [] : [wrong('from', 'いつから')]), ...(to ? [] : [wrong('to', 'いつまで')])],
  }
  return { form, from: from ?? today, to: to ?? today }
}

const Book = ({
  rows,
  names,
  year,
}: {
  rows: readonly PostingRow[]
  names: ReadonlyMap<string, string>
  year: number
}) => (
  <div class="landscape">
    <Table
      caption="発送簿"
      columns={[
        { label: '発送' },
        { label: '受付番号' },
        { label: '宛名', wide: true },
        { label: '事業者' },
        { label: '引受番号' },
        { label: '送り方' },
        { label: '配達' },
        { label: '返戻' },
        { label: '配達証明書' },
        { label: '状態' },
      ]}
    >
      {rows.map(row => {
        const { word, tone } = postState(row)
        return (
          <Row>
            <BookDay on={row.postedOn} year={year} />
            <td class="digits">
              <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
            </td>
            <td class="wide" title={row.name ?? undefined}>
              {row.name ?? '（消去済み）'}
            </td>
            <td class="narrow" title={names.get(row.operator)}>
              {names.get(row.operator) ?? row.operator}
            </td>
            <td class="digits">{row.trackingNumber ? formatTrackingNumber(row.trackingNumber) : '—'}</td>
            <td class="wrap">{serviceWithOptions(row.service, row.options)}</td>
            <BookDay on={row.deliveredOn} year={year} />
            <BookDay on={row.returnedOn} year={year} />
            {row.options.includes('delivery_certificate') ? (
              <BookDay on={row.certificateOn} year={year} />
            ) : (
              <td class="none">なし</td>
            )}
            <td>
              <Badge tone={tone}>{word}</Badge>
              <span class="sub">{returnReason(row.returnReason)}</span>
            </td>
          </Row>
        )
      })}
    </Table>
  </div>
)

const PeriodEnd = ({ form, name, label }: { form: FormState; name: string; label: string }) => (
  <label>
    {label}
    <input id={fieldId(name)} name={name} class="w8 digits" value={textAt(form.values, name)} autocomplete="off" />
  </label>
)
