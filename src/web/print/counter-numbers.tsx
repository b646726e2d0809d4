import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { type CounterRow, listsOf } from '../../desk/print/counter.ts'
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

/** 「ＡＢＣ株式会社の2枚目13番」: as the paper tells it; the sender only where the list has several. */
export const placeWords = (rows: readonly CounterRow[], { sender, place }: CounterRow): string => {
  const whose = listsOf(rows).length > 1 ? `${senderName(sender)}の` : ''
  const sheet = place.sheets > 1 ? `${place.sheet}枚目` : ''
  return `${whose}${sheet}${place.no}番`
}

const senderName = (sender: CounterRow['sender']): string =>
  typeof sender?.company === 'string' ? sender.company : '（表示できない差出人）'

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
  const lists = sheetsOf(rows)
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
              ? '番号は差出票（紙）と同じ順です。受領証のバーコードを1番から順に読み取ると、1通ずつ発送を記録して次へ進みます。'
              : '受領証の番号は、受付と経理の方が記録します。'}
            残り{left}通です。
          </p>
        )}
        <form method="post" action={printPaths.counterList()}>
          <Csrf visit={visit} />
          <input type="hidden" name="_once" value={randomUUID()} />
          <input type="hidden" name="on" value={on} />
          <input type="hidden" name="rows" value={text} />
          {lists.map(some => (
            <CounterLines rows={rows} some={some} form={form} may={may} next={next} several={lists.length > 1} />
          ))}
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

/** One sheet of paper each. */
const sheetsOf = (rows: readonly CounterRow[]): CounterRow[][] =>
  listsOf(rows).flatMap(some => [...Map.groupBy(some, ({ place }) => place.sheet).values()])

/** A sheet as it lies on the table: whose it is, which of them, and its lines under their printed numbers. */
const CounterLines = ({
  rows,
  some,
  form,
  may,
  next,
  several,
}: {
  rows: readonly CounterRow[]
  some: readonly CounterRow[]
  form: FormState
  may: boolean
  next: number
  several: boolean
}) => {
  const [first] = some
  if (first === undefined) return null
  const title = `差出人 ${senderName(first.sender)}　${first.place.sheets}枚中${first.place.sheet}枚目`
  return (
    <section class="group">
      {several && (
        <h2>
          {title} <span class="count">{some.length}通</span>
        </h2>
      )}
      <Table
        caption={`差出票　${title}`}
        columns={[
          { label: '番', fit: 'tick' },
          { label: '受取人の氏名', wide: true },
          { label: 'お問い合わせ番号', fit: 'way' },
          { label: '摘要', fit: 'kinds' },
          { label: '料金', right: true, fit: 'due' },
          { label: '受付番号', fit: 'number' },
        ]}
      >
        {some.map(row => {
          const nth = rows.indexOf(row)
          return (
            <CounterLine row={row} nth={nth} where={placeWords(rows, row)} form={form} may={may} focus={nth === next} />
          )
        })}
      </Table>
    </section>
  )
}

const CounterLine = ({
  row,
  nth,
  where,
  form,
  may,
  focus,
}: {
  row: CounterRow
  nth: number
  /** as the paper tells it */
  where: string
  form: FormState
  may: boolean
  focus: boolean
}) => {
  const { item, name, postage, posted, place } = row
  return (
    <Row>
      <td class="right digits">{place.no}</td>
      <td class="wide" title={name ?? undefined}>
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
          may && name !== null && <NumberEntry row={row} nth={nth} where={where} form={form} focus={focus} />
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

const NumberEntry = ({
  row,
  nth,
  where,
  form,
  focus,
}: {
  row: CounterRow
  nth: number
  where: string
  form: FormState
  focus: boolean
}) => {
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
        aria-label={`${where}のお問い合わせ番号`}
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
