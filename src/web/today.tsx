import type { FastifyInstance } from 'fastify'
import type { CaseRow } from '../desk/desk.ts'
import { daysBetween, type PlainDate } from '../domain/day.ts'
import type { Step } from '../domain/next-steps.ts'
import { kindsInWords, roleWords } from '../words/requests.ts'
import { stepGroups, stepWords } from '../words/steps.ts'
import { Empty, LinkButton, numberText, ShortDue } from './marks.tsx'
import { operatorNames } from './operator-names.ts'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { Row, RowLink, Table } from './table.tsx'
import { get } from './visit.ts'

interface Task {
  readonly row: CaseRow
  readonly step: Step
}

/** 今日の仕事: groups by what is owed, soonest first. A bar code read anywhere on this page opens what it names. */
export const todayPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/today', async visit => {
    const [rows, context, names] = await Promise.all([
      visit.desk.today(visit.by),
      visit.desk.context(visit.by),
      operatorNames(visit.desk),
    ])
    const tasks = rows.flatMap(row => row.steps.filter(step => step.code !== 'nothing').map(step => ({ row, step })))
    const soon = near(rows, context.today)
    const listed = new Set(soon.map(task => task.step))
    const groups = [
      { title: '期日が近いもの', tasks: soon },
      ...stepGroups.map(title => ({
        title,
        tasks: tasks.filter(({ step }) => stepWords[step.code].group === title && !listed.has(step)),
      })),
    ].filter(group => group.tasks.length > 0)
    const action = (
      <LinkButton href={paths.opening()} primary>
        封筒を開ける
      </LinkButton>
    )
    return visit.reply.html(
      <Page visit={visit} title="今日の仕事" at="today" action={action}>
        {groups.length === 0 ? (
          <Empty>
            今日の仕事はありません。封筒が届いたら、<a href={paths.opening()}>開封台</a>で開けてください。
          </Empty>
        ) : (
          <nav class="jumps" aria-label="仕事の種類">
            {groups.map((group, at) => (
              <a href={`#group-${at}`}>
                {group.title} <b>{group.tasks.length}</b>
              </a>
            ))}
          </nav>
        )}
        {groups.map((group, at) => (
          <Tasks {...group} id={`group-${at}`} today={context.today} names={names} />
        ))}
      </Page>,
    )
  })
}

/** A group shows the soonest; nobody works through hundreds from the top of one page. */
const MOST_ROWS = 30

const NEAR_DAYS = 3

/** Cases whose next date is at most three days away or over; each once, with its first step. */
const near = (rows: readonly CaseRow[], today: PlainDate): Task[] =>
  rows.flatMap(row => {
    const [step] = row.steps
    const due = step?.dueOn ?? row.dueOn
    return due && step && daysBetween(today, due) <= NEAR_DAYS ? [{ row, step }] : []
  })

const Tasks = ({
  title,
  tasks,
  id,
  today,
  names,
}: {
  title: string
  tasks: readonly Task[]
  id: string
  today: PlainDate
  names: ReadonlyMap<string, string>
}) => (
  <section class="group" id={id}>
    <h2>
      {title} <span class="count">{tasks.length}件</span>
    </h2>
    <Table
      caption={title}
      columns={[
        { label: '受付番号' },
        { label: '氏名' },
        { label: '請求の種類' },
        { label: 'すること', wide: true },
        { label: '担当' },
        { label: '期限' },
      ]}
    >
      {tasks.slice(0, MOST_ROWS).map(({ row, step }) => (
        <Row>
          <td class="digits">
            <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
          </td>
          <td title={names.get(row.operator)}>{row.name ?? '（消去済み）'}</td>
          <td>{kindsInWords(row.kinds)}</td>
          <td class="wide">{stepWords[step.code].what}</td>
          <td>{roleWords[step.by]}</td>
          <td>
            <ShortDue on={step.dueOn ?? row.dueOn} today={today} />
          </td>
        </Row>
      ))}
    </Table>
    {tasks.length > MOST_ROWS && (
      <p class="beyond">
        ほかに{tasks.length - MOST_ROWS}件あります。<a href={paths.cases()}>案件</a>で絞り込んでご覧ください。
      </p>
    )}
  </section>
)
