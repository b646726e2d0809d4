import type { FastifyInstance } from 'fastify'
import type { Task, TaskList, Today } from '../desk/work.ts'
import type { PlainDate } from '../domain/day.ts'
import { clerks } from '../domain/rule.ts'
import { kindsInWords, roleWords } from '../words/requests.ts'
import { type StepGroup, stepGroups, stepWords } from '../words/steps.ts'
import { Empty, LinkButton, numberText, ShortDue } from './marks.tsx'
import { operatorNames } from './operator-names.ts'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { Row, RowLink, Table } from './table.tsx'
import { LATE_MONEY, LateMoneyList } from './today-late-money.tsx'
import { DYING, DyingOrders } from './today-orders.tsx'
import { get, mayAny } from './visit.ts'

/** 今日の仕事: groups by what is owed, soonest first. A bar code read anywhere on this page opens what it names. */
export const todayPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/today', async visit => {
    const [{ near, byCode }, context, names, dying, late] = await Promise.all([
      visit.desk.today(visit.by, { limit: MOST_ROWS }),
      visit.desk.context(visit.by),
      operatorNames(visit.desk),
      visit.desk.instruments.dying(visit.by),
      visit.desk.settling.late(visit.by),
    ])
    const groups = [
      { title: '期日が近いもの', ...near },
      ...stepGroups.map(title => ({ title, ...together(byCode, title) })),
    ].filter(group => group.total > 0)
    const opens = mayAny(visit.by, clerks)
    const action = opens ? (
      <LinkButton href={paths.opening()} primary>
        封筒を開ける
      </LinkButton>
    ) : null
    return visit.reply.html(
      <Page visit={visit} title="今日の仕事" at="today" action={action}>
        {groups.length === 0 && dying.length === 0 && late.length === 0 ? (
          <Empty>
            今日の仕事はありません。
            {opens ? (
              <>
                封筒が届いたら、<a href={paths.opening()}>開封台</a>で開けてください。
              </>
            ) : (
              <>
                進んでいる案件は、<a href={paths.cases()}>案件</a>で見られます。
              </>
            )}
          </Empty>
        ) : (
          <nav class="jumps" aria-label="仕事の種類">
            {groups.map((group, at) => (
              <a href={`#group-${at}`}>
                {group.title} <b>{group.total}</b>
              </a>
            ))}
            {dying.length > 0 && (
              <a href="#group-orders">
                {DYING} <b>{dying.length}</b>
              </a>
            )}
            {late.length > 0 && (
              <a href="#group-late-money">
                {LATE_MONEY} <b>{late.length}</b>
              </a>
            )}
          </nav>
        )}
        {groups.map((group, at) => (
          <Tasks {...group} id={`group-${at}`} today={context.today} names={names} />
        ))}
        {dying.length > 0 && <DyingOrders orders={dying} id="group-orders" today={context.today} />}
        {late.length > 0 && <LateMoneyList late={late} id="group-late-money" today={context.today} />}
      </Page>,
    )
  })
}

/** A group shows the soonest; nobody works through hundreds from the top of one page. */
const MOST_ROWS = 30

/** The codes of a heading as one list, soonest first. */
const together = (byCode: Today['byCode'], title: StepGroup): TaskList => {
  const lists = [...byCode].filter(([code]) => stepWords[code].group === title).map(([, list]) => list)
  return {
    tasks: lists
      .flatMap(list => list.tasks)
      .sort(soonest)
      .slice(0, MOST_ROWS),
    total: lists.reduce((sum, list) => sum + list.total, 0),
  }
}
const dueOf = ({ step, row }: Task): string => `${step.dueOn ?? row.dueOn ?? '9999'} ${row.number}`
const soonest = (a: Task, b: Task): number => (dueOf(a) < dueOf(b) ? -1 : 1)

const Tasks = ({
  title,
  tasks,
  total,
  id,
  today,
  names,
}: {
  title: string
  tasks: readonly Task[]
  total: number
  id: string
  today: PlainDate
  names: ReadonlyMap<string, string>
}) => (
  <section class="group" id={id}>
    <h2>
      {title} <span class="count">{total}件</span>
    </h2>
    <Table
      caption={title}
      columns={[
        { label: '受付番号', fit: 'number' },
        { label: '氏名', fit: 'person' },
        { label: '請求の種類', fit: 'kinds' },
        { label: 'すること', wide: true },
        { label: '担当', fit: 'role' },
        { label: '期限', fit: 'due' },
      ]}
    >
      {tasks.map(({ row, step }) => (
        <Row>
          <td class="digits">
            <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
          </td>
          <td title={names.get(row.operator)}>{row.name ?? '（消去済み）'}</td>
          <td title={kindsInWords(row.kinds)}>{kindsInWords(row.kinds)}</td>
          <td class="wide" title={stepWords[step.code].what}>
            {stepWords[step.code].what}
          </td>
          <td>{roleWords[step.by]}</td>
          <td>
            <ShortDue on={step.dueOn ?? row.dueOn} today={today} />
          </td>
        </Row>
      ))}
    </Table>
    {total > tasks.length && (
      <p class="beyond">
        ほかに{total - tasks.length}件あります。<a href={paths.cases()}>案件</a>で絞り込んでご覧ください。
      </p>
    )}
  </section>
)
