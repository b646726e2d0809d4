import type { FastifyInstance, FastifyReply } from 'fastify'
import type { OperatorRow } from '../desk/importing.ts'
import type { PlainDate } from '../domain/day.ts'
import { type Policy, policyOn } from '../domain/operator.ts'
import { policyWarnings } from '../domain/policy-warnings.ts'
import { Badge, Day, Empty } from './marks.tsx'
import { feeToday } from './operator-fee.tsx'
import { ImportForm, importFile } from './operators-import.tsx'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { forbidden, isAdmin } from './settings-marks.tsx'
import { Row, RowLink, Table } from './table.tsx'
import { get, post, type Sent, type Visit } from './visit.ts'

/** 事業者: who holds the data and under which dated terms; an administrator brings a file of terms in. */
export const operatorsPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/operators', visit => show(visit, 200))
  post(app, parts, '/operators', take)
}

const take = async (visit: Sent): Promise<FastifyReply> => {
  if (!isAdmin(visit.by)) return forbidden(visit)
  const answer = await importFile(visit)
  if (!answer.ok) return show(visit, answer.status, answer)
  const done = answer.changed ? 'imported' : 'unchanged'
  return visit.reply.redirect(paths.operator(answer.id, { done }), 303)
}

const show = async (visit: Visit, status: number, wrong?: Parameters<typeof ImportForm>[0]['wrong']) => {
  const [all, { today }] = await Promise.all([visit.desk.operators(), visit.desk.context(visit.by)])
  const served = all.filter(({ id }) => visit.by.operators === 'all' || visit.by.operators.includes(id))
  return visit.reply.code(status).html(
    <Page visit={visit} title="事業者" at="settings" action={<span class="count">{served.length}社</span>}>
      {wrong && <ImportForm visit={visit} wrong={wrong} />}
      {served.length === 0 ? (
        <Empty>事業者がありません。取扱規程のファイルを取り込んでください。</Empty>
      ) : (
        <Operators rows={served} today={today} />
      )}
      {isAdmin(visit.by) && wrong === undefined && <ImportForm visit={visit} />}
    </Page>,
  )
}

const Operators = ({ rows, today }: { rows: readonly OperatorRow[]; today: PlainDate }) => (
  <Table
    caption="事業者と取扱規程"
    columns={[
      { label: '事業者' },
      { label: '通称' },
      { label: '取扱規程', wide: true },
      { label: '適用の開始' },
      { label: '状態' },
      { label: '今日の手数料', right: true },
      { label: '注意', right: true },
    ]}
  >
    {rows.flatMap(({ operator }) =>
      newestFirst(operator.policies).map(policy => (
        <Row>
          <td title={operator.kana}>
            <RowLink href={paths.operator(operator.id, { policy: policy.id })}>{operator.name}</RowLink>
          </td>
          <td class="narrow" title={operator.brand}>
            {operator.brand}
          </td>
          <td>{policy.title}</td>
          <td>
            <Day on={policy.from} />
          </td>
          <td>
            <PolicyState policy={policy} now={policyOn(operator, today)} today={today} />
          </td>
          <td class="right">{policy === policyOn(operator, today) ? feeToday(policy, today) : '—'}</td>
          <td class="right">
            {policy === policyOn(operator, today) ? `${policyWarnings(policy, today).length}件` : '—'}
          </td>
        </Row>
      )),
    )}
  </Table>
)

export const newestFirst = (policies: readonly Policy[]): Policy[] =>
  [...policies].sort((a, b) => (a.from < b.from ? 1 : -1))

export const PolicyState = ({ policy, now, today }: { policy: Policy; now: Policy | null; today: PlainDate }) =>
  policy === now ? (
    <Badge tone="good">今の規程</Badge>
  ) : policy.from > today ? (
    <Badge tone="soon">これから</Badge>
  ) : (
    <Badge>以前の規程</Badge>
  )
