import type { FastifyInstance } from 'fastify'
import type { CaseRow, ListFilter } from '../desk/desk.ts'
import { csvFile } from '../domain/csv-cell.ts'
import { Empty } from './marks.tsx'
import { operatorNames } from './operator-names.ts'
import { OperatorSelect } from './operators-select.tsx'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { registerRow } from './register-row.ts'
import { columns, Register } from './register-table.tsx'
import { get, type Visit } from './visit.ts'

/** 受付簿 of a year of case numbers: on screen in pages, whole for printing, as a file for a spreadsheet. */
export const registerPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/register', showRegister)
  get(app, parts, '/register.csv', async visit => {
    const filter = filterOf(visit.query, await thisYear(visit))
    const { rows } = await registerOf(visit, { ...filter, whole: true })
    const lines = rows.map(row => columns.map(({ of }) => row[of] ?? ''))
    return visit.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="register-${filter.year}.csv"`)
      .send(csvFile([columns.map(column => column.label), ...lines]))
  })
}

interface Filter {
  readonly year: number
  readonly operator: string | undefined
  readonly state: 'open' | 'closed' | 'all'
  readonly page: string | undefined
  readonly whole: boolean
}

const thisYear = async (visit: Visit) => Number((await visit.desk.context(visit.by)).today.slice(0, 4))

const filterOf = ({ year, operator, state, page, whole }: Readonly<Record<string, string>>, now: number): Filter => ({
  year: /^20\d\d$/.test(year ?? '') ? Number(year) : now,
  operator: operator || undefined,
  state: state === 'open' || state === 'closed' ? state : 'all',
  page: /^\d{8}$/.test(page ?? '') ? page : undefined,
  whole: whole === 'yes',
})

const PAGE = 50
const MOST = 500

/** A case's number begins with its year, and the list runs by number: the year is a stretch of it. */
const registerOf = async (visit: Visit, { year, operator, state, page, whole }: Filter) => {
  const names = await operatorNames(visit.desk)
  const first = `${String(year).slice(2)}000000`
  const above = `${String(year).slice(2)}999999`
  const found: CaseRow[] = []
  const ask: ListFilter = { state, ...(operator !== undefined && { operator }), size: whole ? MOST : PAGE }
  let from: string | undefined = page ?? `${above}:`
  do {
    const answer: Awaited<ReturnType<Visit['desk']['list']>> = await visit.desk.list({ ...ask, page: from }, visit.by)
    const inYear = answer.rows.filter(row => row.number >= first)
    found.push(...inYear)
    from = inYear.length === answer.rows.length ? answer.next : undefined
  } while (whole && from !== undefined)
  const rows = found.map(row => registerRow(row, names.get(row.operator) ?? row.operator))
  return { rows, next: from, names }
}

const showRegister = async (visit: Visit) => {
  const now = await thisYear(visit)
  const filter = filterOf(visit.query, now)
  const { rows, next, names } = await registerOf(visit, filter)
  const { year, operator, state } = filter
  const kept = { year, operator, state }
  return visit.reply.html(
    <Page
      visit={visit}
      title={`受付簿（${year}年）`}
      at="register"
      action={
        <span class="links">
          <a href={paths.registerFile(kept)}>表計算のファイル（CSV）</a>
          <a href={paths.register({ ...kept, whole: 'yes' })}>1年分を印刷用に並べる</a>
        </span>
      }
    >
      <Filters visit={visit} filter={filter} names={names} now={now} />
      {rows.length === 0 ? (
        <Empty>該当なし。{year}年に受け付けた案件はありません。年か条件を変えてください。</Empty>
      ) : (
        <Register rows={rows} year={year} />
      )}
      <nav class="paging" aria-label="ページ">
        {filter.page !== undefined && <a href={paths.register(kept)}>最初のページ</a>}
        {!filter.whole && next !== undefined && (
          <a href={paths.register({ ...kept, page: next })} rel="next">
            次のページ
          </a>
        )}
      </nav>
    </Page>,
  )
}

const Filters = ({
  visit,
  filter,
  names,
  now,
}: {
  visit: Visit
  filter: Filter
  names: ReadonlyMap<string, string>
  now: number
}) => (
  <form class="filters" method="get" action={paths.register()}>
    <label>
      年
      <select name="year">
        {[...new Set([filter.year, ...Array.from({ length: 8 }, (_, back) => now - back)])]
          .sort()
          .reverse()
          .map(year => (
            <option value={year} selected={year === filter.year}>
              {year}年
            </option>
          ))}
      </select>
    </label>
    <OperatorSelect names={names} by={visit.by} chosen={filter.operator} />
    <label>
      状態
      <select name="state">
        {Object.entries({ all: 'すべて', open: '進行中', closed: '完了' }).map(([code, label]) => (
          <option value={code} selected={code === filter.state}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <button class="button quiet" type="submit">
      絞り込む
    </button>
  </form>
)
