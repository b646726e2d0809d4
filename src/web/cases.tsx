import type { FastifyInstance } from 'fastify'
import type { ListFilter } from '../desk/desk.ts'
import { type StepCode, stepCodes } from '../domain/next-steps.ts'
import { kindsInWords } from '../words/requests.ts'
import { stepWords } from '../words/steps.ts'
import { Badge, Empty, LeftUntil, numberText, ShortDue } from './marks.tsx'
import { operatorNames, withoutForm } from './operator-names.ts'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { Row, RowLink, Table } from './table.tsx'
import { get } from './visit.ts'

const states = { open: '進行中', closed: '完了', all: 'すべて' } as const

/** The list of cases. Filters stand in the address, so that a view can be kept and sent. */
export const casesPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/cases', async visit => {
    const filter = filterOf(visit.query)
    const [{ rows, total, next }, context, names] = await Promise.all([
      visit.desk.list(filter, visit.by),
      visit.desk.context(visit.by),
      operatorNames(visit.desk),
    ])
    const { page: _page, ...kept } = visit.query
    return visit.reply.html(
      <Page visit={visit} title="案件" at="cases" action={<span class="count">{total}件</span>}>
        <Filters filter={filter} names={serving(names, visit.by.operators)} />
        {rows.length === 0 ? (
          <Empty>
            該当する案件はありません。条件を変えるか、<a href={paths.cases()}>すべての案件</a>をご覧ください。
          </Empty>
        ) : (
          <Table
            caption="案件の一覧"
            columns={[
              { label: '受付番号', fit: 'number' },
              { label: '氏名', fit: 'person' },
              { label: '事業者', fit: 'operator' },
              { label: '請求の種類', fit: 'kinds' },
              { label: '次にすること', wide: true },
              { label: '社内期限', fit: 'due' },
              { label: '法39条', fit: 'left' },
            ]}
          >
            {rows.map(row => (
              <Row>
                <td class="digits">
                  <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
                </td>
                <td title={row.kana ?? undefined}>{row.name ?? '（消去済み）'}</td>
                <td title={names.get(row.operator)}>{withoutForm(names.get(row.operator) ?? row.operator)}</td>
                <td title={kindsInWords(row.kinds)}>{kindsInWords(row.kinds)}</td>
                <td class="wide" title={stepWords[row.step].what}>
                  {row.closedOn ? <Badge tone="good">完了</Badge> : firstSentence(stepWords[row.step].what)}
                </td>
                <td>
                  <ShortDue on={row.stepDueOn ?? row.dueOn} today={context.today} />
                </td>
                <td>
                  <LeftUntil on={row.closedOn ? null : row.suitPossibleFrom} today={context.today} />
                </td>
              </Row>
            ))}
          </Table>
        )}
        <nav class="paging" aria-label="ページ">
          {filter.page !== undefined && <a href={paths.cases(kept)}>最初のページ</a>}
          {next !== undefined && (
            <a href={paths.cases({ ...kept, page: next })} rel="next">
              次のページ
            </a>
          )}
        </nav>
      </Page>,
    )
  })
}

/** The list says where a case stands; the case itself says the rest. */
const firstSentence = (text: string): string => `${text.split('。')[0]}。`

const isStep = (text: string | undefined): text is StepCode => stepCodes.some(code => code === text)

const filterOf = ({ q, operator, state, step, page }: Readonly<Record<string, string>>): ListFilter => ({
  ...(q && { q: q.slice(0, 200) }),
  ...(operator && { operator }),
  // A search looks everywhere; the plain list shows what is open.
  state: state === 'open' || state === 'closed' || state === 'all' ? state : q ? 'all' : 'open',
  ...(isStep(step) && { step }),
  ...(page && /^\d{8}$/.test(page) && { page }),
})

const serving = (names: ReadonlyMap<string, string>, operators: readonly string[] | 'all') =>
  [...names].filter(([id]) => operators === 'all' || operators.includes(id))

const Filters = ({ filter, names }: { filter: ListFilter; names: readonly (readonly [string, string])[] }) => (
  <form class="filters" method="get" action={paths.cases()}>
    <label>
      検索
      <input type="search" name="q" value={filter.q ?? ''} class="w12" autocomplete="off" />
    </label>
    {names.length > 1 && (
      <label>
        事業者
        <select name="operator">
          <option value="">すべて</option>
          {names.map(([id, name]) => (
            <option value={id} selected={filter.operator === id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    )}
    <label>
      状態
      <select name="state">
        {Object.entries(states).map(([code, label]) => (
          <option value={code} selected={filter.state === code}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <label>
      次にすること
      <select name="step">
        <option value="">すべて</option>
        {stepCodes.map(code => (
          <option value={code} selected={filter.step === code}>
            {stepWords[code].what}
          </option>
        ))}
      </select>
    </label>
    <button class="button quiet" type="submit">
      絞り込む
    </button>
  </form>
)
