import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { CounterRow } from '../../desk/print/counter.ts'
import { ruleOf } from '../../domain/case.ts'
import { longDay } from '../../domain/era.ts'
import { formatTrackingNumber, readTrackingNumber } from '../../domain/tracking-number.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { serviceWithOptions } from '../../words/posts.ts'
import { type FormState, fieldId } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Badge, Button, numberText } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { textAt } from '../read-body.ts'
import { Row, Table } from '../table.tsx'
import { mayAny, type Visit } from '../visit.ts'
import type { CounterAsked } from './counter.tsx'
import { printPaths } from './print-paths.ts'
import { Told } from './told.tsx'
import { Wrong, wrongAt } from './wrong-cell.tsx'

/** Rows are told apart by their place in the list: the field n3 holds the number of the third. */
export const fieldOf = (nth: number): string => `n${nth + 1}`

/** The list with what each envelope costs; the reader's Enter sends one number and comes back at the next row. */
export const counterListPage = async (
  visit: Visit,
  list: CounterAsked,
  form: FormState,
  status: number,
): Promise<FastifyReply> => {
  const rows = await visit.desk.counterRows(list.items, list.on, visit.by)
  const hidden = rows.every(row => row.name === null)
  const total = rows.some(row => row.postage === null)
    ? null
    : rows.reduce((sum, row) => sum + (row.postage?.total ?? 0), 0)
  const left = rows.filter(row => row.posted === null).length
  const may = mayAny(visit.by, ruleOf('postLetters').by)
  const ready = !hidden && total !== null && rows.every(row => row.name !== null)
  const next = form.issues[0] ? Number(form.issues[0].path.slice(1)) - 1 : rows.findIndex(row => row.posted === null)
  const { on, rows: text } = list
  return visit.reply.code(status).html(
    <Page
      visit={visit}
      title="差出票と受領証の番号"
      at="postings"
      action={
        ready && (
          <a class="button" href={printPaths.counterPdf({ on, rows: text })} target="_blank" rel="noopener">
            差出票（PDF）
          </a>
        )
      }
    >
      <link rel="stylesheet" href={paths.asset('print-room.css')} />
      <Told />
      <div id="counter" class="counter">
        <ErrorSummary form={form} />
        <p class="count">
          {longDay(on)}に差し出す　{rows.length}通　料金の計 {total === null ? '出せません' : formatYen(yen(total))}
        </p>
        {left === 0 ? (
          <p class="done" data-left tabIndex={-1}>
            <span aria-hidden="true">●</span> {rows.length}通の発送をすべて記録しました。受領証は1年以上保管します。
          </p>
        ) : (
          <p class="help" data-left>
            {may
              ? '受領証のバーコードを上の行から順に読み取ると、1通ずつ発送を記録して次の行へ進みます。'
              : '受領証の番号は、受付と経理の方が記録します。'}
            残り{left}通です。
          </p>
        )}
        <form method="post" action={printPaths.counterList()}>
          <Csrf visit={visit} />
          <input type="hidden" name="_once" value={randomUUID()} />
          <input type="hidden" name="on" value={on} />
          <input type="hidden" name="rows" value={text} />
          <Table
            caption="差出票"
            columns={[
              { label: '行', right: true },
              { label: '受取人の氏名' },
              { label: 'お問い合わせ番号', wide: true },
              { label: '摘要' },
              { label: '料金', right: true },
              { label: '受付番号' },
            ]}
          >
            {rows.map((row, nth) => (
              <CounterLine row={row} nth={nth} form={form} may={may} focus={nth === next} />
            ))}
          </Table>
          <p class="buttons">
            {may && left > 0 && <Button primary>番号を記録する</Button>}
            <a href={paths.postings()}>印刷・発送へ戻る</a>
          </p>
        </form>
      </div>
      <script type="module" src={paths.asset('counter.js')} />
    </Page>,
  )
}

const CounterLine = ({
  row,
  nth,
  form,
  may,
  focus,
}: {
  row: CounterRow
  nth: number
  form: FormState
  may: boolean
  focus: boolean
}) => {
  const { item, name, postage, posted } = row
  return (
    <Row>
      <td class="right digits">{nth + 1}</td>
      <td class="narrow" title={name ?? undefined}>
        {name ?? '（表示できません）'}
      </td>
      <td class="wrap">
        {posted !== null ? (
          <>
            <span class="digits">
              {posted.trackingNumber ? formatTrackingNumber(posted.trackingNumber) : '番号なし'}
            </span>{' '}
            <Badge tone="good">記録済み</Badge>
          </>
        ) : (
          may && name !== null && <NumberEntry row={row} nth={nth} form={form} focus={focus} />
        )}
      </td>
      <td class="wrap">
        {serviceWithOptions(item.service, item.options)} <span class="sub">{item.grams}g</span>
      </td>
      <td class="right digits" title={postage?.parts.map(part => `${part.label} ${formatYen(part.amount)}`).join('、')}>
        {postage === null ? (
          <Badge tone="late">料金表にありません</Badge>
        ) : (
          <>
            {formatYen(postage.total)}
            <span class="sub">{postage.parts.map(part => part.amount).join('＋')}</span>
          </>
        )}
      </td>
      <td class="digits">
        <a href={paths.case(item.number)}>{numberText(item.number)}</a>
      </td>
    </Row>
  )
}

const NumberEntry = ({ row, nth, form, focus }: { row: CounterRow; nth: number; form: FormState; focus: boolean }) => {
  const path = fieldOf(nth)
  const wrong = form.issues.some(each => each.path === path)
  const value = textAt(form.values, path)
  const read = readTrackingNumber(value)
  return (
    <>
      <input
        id={fieldId(path)}
        name={path}
        class="w12 digits"
        inputMode="numeric"
        aria-label={`${nth + 1}行目のお問い合わせ番号`}
        value={value}
        autocomplete="off"
        autofocus={focus}
        {...wrongAt(form, path)}
      />
      <Wrong form={form} path={path} />
      {wrong && read && !read.valid && (
        <label>
          <input type="checkbox" name={`accept.${path}`} value={read.number} /> このまま記録する
        </label>
      )}
      {row.item.service === 'ordinary' && (
        <label>
          <input type="checkbox" name={`plain.${path}`} value="1" /> 番号なしで記録する
        </label>
      )}
    </>
  )
}
