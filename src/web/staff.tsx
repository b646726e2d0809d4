import type { FastifyInstance, FastifyReply } from 'fastify'
import { covers, type StaffMember } from '../desk/staff-member.ts'
import { issueSentence } from '../words/issues.ts'
import { roleWords } from '../words/requests.ts'
import { emptyForm, type FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { LineField, PasswordField } from './lines.tsx'
import { Badge, Button, Empty, LinkButton } from './marks.tsx'
import { operatorNames } from './operator-names.ts'
import { Csrf, Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { forbidden, isAdmin, refused } from './settings-marks.tsx'
import { MemberFields, memberLabels, operatorsInWords, typed } from './staff-fields.tsx'
import { Row, RowLink, Table } from './table.tsx'
import { get, post, type Sent, type Visit } from './visit.ts'

/** 職員: who may do what for whom. For administrators, and of those only over members whose operators are theirs. */
export const staffPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/staff', list)
  get(app, parts, '/staff/new', async visit => (isAdmin(visit.by) ? newPage(visit, emptyForm, 200) : forbidden(visit)))
  post(app, parts, '/staff', add)
}

const list = async (visit: Visit): Promise<FastifyReply> => {
  if (!isAdmin(visit.by)) return forbidden(visit)
  const [all, names] = await Promise.all([visit.parts.staff.list(), operatorNames(visit.desk)])
  const members = all.filter(member => covers(visit.by.operators, member.operators))
  const action = (
    <LinkButton href={paths.newMember} primary>
      職員を加える
    </LinkButton>
  )
  return visit.reply.html(
    <Page visit={visit} title="職員" at="settings" action={action}>
      {members.length === 0 ? (
        <Empty>職員がいません。職員を加えてください。</Empty>
      ) : (
        <Members members={members} names={names} />
      )}
    </Page>,
  )
}

const Members = ({ members, names }: { members: readonly StaffMember[]; names: ReadonlyMap<string, string> }) => (
  <Table
    caption="職員"
    columns={[
      { label: '名前' },
      { label: 'サインイン名' },
      { label: '役割' },
      { label: '担当する事業者', wide: true },
      { label: 'メールアドレス' },
      { label: '状態' },
    ]}
  >
    {members.map(member => (
      <Row>
        <td title={member.name}>
          <RowLink href={paths.staffMember(member.id)}>{member.name}</RowLink>
        </td>
        <td>{member.signIn}</td>
        <td>{member.roles.map(role => roleWords[role]).join('・')}</td>
        <td class="wide" title={operatorsInWords(member.operators, names)}>
          {operatorsInWords(member.operators, names)}
        </td>
        <td title={member.email ?? undefined}>{member.email ?? '—'}</td>
        <td>{member.active ? <Badge tone="good">使用中</Badge> : <Badge>停止中</Badge>}</td>
      </Row>
    ))}
  </Table>
)

const add = async (visit: Sent): Promise<FastifyReply> => {
  if (!isAdmin(visit.by)) return forbidden(visit)
  const { password, ...shown } = visit.fields
  const answer = await visit.parts.staff.add(typed(visit.fields), visit.by)
  if (answer.ok) return visit.reply.redirect(paths.staffMember(answer.member.id, { done: 'added' }), 303)
  const form = refused(answer, memberLabels, shown)
  // The desk reads a password only for somebody who could be added; it is typed anew in any case.
  const none = password === '' && !form.issues.some(issue => issue.path === 'password')
  const missing = { path: 'password', label: memberLabels.password, sentence: issueSentence('required') }
  const told = none && form.issues.length > 0 ? { ...form, issues: [...form.issues, missing] } : form
  return newPage(visit, told, 'refusal' in answer ? 403 : 422)
}

const newPage = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const names = await operatorNames(visit.desk)
  return visit.reply.code(status).html(
    <Page visit={visit} title="職員を加える" at="settings" bare>
      <div class="sheet">
        <h1>職員を加える</h1>
        <p class="lead">最初のパスワードは本人に直接伝え、サインインのあとで変えてもらってください。</p>
        <ErrorSummary form={form} />
        <form method="post" action={paths.staff} data-once>
          <Csrf visit={visit} />
          <LineField
            form={form}
            name="signIn"
            label={memberLabels.signIn}
            required
            width={12}
            help="英小文字と数字で、2文字以上64文字以内です。あとで変えられません。"
          />
          <MemberFields form={form} names={names} by={visit.by} />
          <PasswordField
            form={form}
            name="password"
            label={memberLabels.password}
            required
            autocomplete="new-password"
            help="12文字以上。言葉をいくつかつなげると、覚えやすく破られにくくなります。"
          />
          <p class="buttons">
            <Button primary>加える</Button>
            <a href={paths.staff}>職員の一覧へ戻る</a>
          </p>
        </form>
      </div>
    </Page>,
  )
}
