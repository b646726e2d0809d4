import type { FastifyInstance } from 'fastify'
import { blankFormIds } from '../desk/blank-forms.ts'
import type { OperatorRow } from '../desk/importing.ts'
import type { PlainDate } from '../domain/day.ts'
import { type Policy, policyOn } from '../domain/operator.ts'
import { policyWarnings } from '../domain/policy-warnings.ts'
import { letterWords } from '../words/letters.ts'
import { policyWarningSentence } from '../words/warnings.ts'
import { Moment } from './history.tsx'
import { Day } from './marks.tsx'
import { FeeTable } from './operator-fee.tsx'
import { DeskCard, Terms } from './operator-terms.tsx'
import { newestFirst, PolicyState } from './operators.tsx'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { Done, missing } from './settings-marks.tsx'
import { get } from './visit.ts'

const done = {
  imported: '取扱規程を取り込みました。今日から届く請求に使います。',
  unchanged: '同じ内容のファイルです。何も変えていません。',
}

/** One operator: its dated terms, each beside the sentence that it came from, and what the terms need. */
export const operatorPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/operators/:id', async visit => {
    const { id = '' } = visit.params
    const [all, staff, { today }] = await Promise.all([
      visit.desk.operators(),
      visit.parts.staff.list(),
      visit.desk.context(visit.by),
    ])
    const row = all.find(each => each.id === id)
    if (row === undefined || (visit.by.operators !== 'all' && !visit.by.operators.includes(id))) return missing(visit)
    const { operator } = row
    const now = policyOn(operator, today)
    const asked = visit.query.policy
    const policy =
      asked === undefined ? (now ?? operator.policies[0]) : operator.policies.find(each => each.id === asked)
    if (policy === undefined) return missing(visit)
    const importer = staff.find(member => member.id === row.by)?.name ?? '最初の設定'
    return visit.reply.html(
      <Page visit={visit} title={operator.name} at="settings" action={<a href={paths.operators}>事業者の一覧</a>}>
        <Done visit={visit} words={done} />
        <nav class="jumps" aria-label="取扱規程">
          {newestFirst(operator.policies).map(each => (
            <a
              href={paths.operator(id, { policy: each.id })}
              {...(each === policy && { 'aria-current': 'page' as const })}
            >
              {each.title} <Day on={each.from} />
              から <PolicyState policy={each} now={now} today={today} />
            </a>
          ))}
        </nav>
        {(policy === now || policy.from > today) && <Warnings policy={policy} today={today} />}
        <Source row={row} policy={policy} importer={importer} />
        {policy === now && <BlankForms id={id} />}
        <h2>窓口</h2>
        <div class="cards">
          {policy.desks.map(desk => (
            <DeskCard desk={desk} />
          ))}
        </div>
        {policy === now && (
          <>
            <h2>今日届く請求の手数料</h2>
            <FeeTable policy={policy} today={today} />
          </>
        )}
        <h2>取扱規程の内容と出典</h2>
        <Terms policy={policy} before={newestFirst(operator.policies).find(each => each.from < policy.from)} />
      </Page>,
    )
  })
  get(app, parts, '/operators/:id/forms/:form.pdf', async visit => {
    const { id = '', form = '' } = visit.params
    const pdf = await visit.desk.blank(id, form, visit.by)
    if (pdf === null) return missing(visit)
    return visit.reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${id}-${form}.pdf"`)
      .send(pdf)
  })
}

const BlankForms = ({ id }: { id: string }) => (
  <p>
    記入前の用紙（PDF）：
    {blankFormIds.map((form, at) => (
      <>
        {at > 0 && '・'}
        <a href={paths.blankForm(id, form)}>{letterWords[form]}</a>
      </>
    ))}
  </p>
)

const Warnings = ({ policy, today }: { policy: Policy; today: PlainDate }) => {
  const warnings = policyWarnings(policy, today)
  return warnings.length === 0 ? (
    <p class="done">
      <span aria-hidden="true">●</span> 今日の時点で、取扱規程に注意することはありません。
    </p>
  ) : (
    <section class="panel warnings" aria-labelledby="warnings">
      <h2 id="warnings">
        <span aria-hidden="true">▲</span> 管理者への注意 <span class="count">{warnings.length}件</span>
      </h2>
      <ul>
        {warnings.map(warning => (
          <li>{policyWarningSentence(warning)}</li>
        ))}
      </ul>
      <p class="sub">案件の処理は止まりません。請求する額も公表のとおりです。</p>
    </section>
  )
}

const Source = ({ row, policy, importer }: { row: OperatorRow; policy: Policy; importer: string }) => (
  <dl class="facts">
    <div>
      <dt>読み・通称</dt>
      <dd>
        {row.operator.kana}（{row.operator.brand}）
      </dd>
    </div>
    <div>
      <dt>公表文書</dt>
      <dd>{policy.document}</dd>
    </div>
    {policy.note && (
      <div>
        <dt>注記</dt>
        <dd>{policy.note}</dd>
      </div>
    )}
    <div>
      <dt>取り込み</dt>
      <dd>
        {row.file}（<Moment at={row.importedAt} />・{importer}）
      </dd>
    </div>
  </dl>
)
