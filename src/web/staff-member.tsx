import type { FastifyInstance, FastifyReply } from 'fastify'
import type { StaffResult } from '../desk/staff.ts'
import { covers, type StaffMember } from '../desk/staff-member.ts'
import { TokenList } from './account-tokens.tsx'
import { emptyForm, type FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { PasswordField } from './lines.tsx'
import { Badge, Button } from './marks.tsx'
import { operatorNames } from './operator-names.ts'
import { Csrf, Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { textAt } from './read-body.ts'
import { Done, forbidden, isAdmin, missing, OneButton, refused } from './settings-marks.tsx'
import { MemberFields, memberLabels, typed } from './staff-fields.tsx'
import { get, post, type Sent, type Visit } from './visit.ts'

const done = {
  added: '職員を加えました。サインイン名とパスワードを本人に直接伝えてください。',
  changed: '変更しました。役割か担当が変わったときは、本人はサインインし直しになります。',
  password: 'パスワードを変えました。本人はサインインし直しになります。',
  left: '使用を止めました。この職員はサインインできません。記録に残る名前は変わりません。',
  back: '使用を再開しました。',
  revoked: 'APIの鍵を取り消しました。',
}

/** One member of staff: rights, password, leaving; every deed is the administrator's. */
export const staffMemberPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/staff/:id', visit => withMember(visit, member => show(visit, member, emptyForm, 200)))
  const deed = (
    path: string,
    word: keyof typeof done,
    act: (visit: Sent, member: StaffMember) => Promise<StaffResult>,
  ) =>
    post(app, parts, path, visit =>
      withMember(visit, async member => {
        const answer = await act(visit, member)
        if (answer.ok) return visit.reply.redirect(paths.staffMember(member.id, { done: word }), 303)
        const { password: _, ...values } = visit.fields
        return show(visit, member, refused(answer, memberLabels, values), 'refusal' in answer ? 403 : 422)
      }),
    )
  deed('/staff/:id', 'changed', ({ fields, by }, { id }) => parts.staff.change(id, typed(fields), by))
  deed('/staff/:id/password', 'password', ({ fields, by }, { id }) =>
    parts.staff.setPassword(id, textAt(fields, 'password'), by),
  )
  deed('/staff/:id/leave', 'left', ({ by }, { id }) => parts.staff.deactivate(id, by))
  deed('/staff/:id/return', 'back', ({ by }, { id }) => parts.staff.activate(id, by))
  post(app, parts, '/staff/:id/tokens/:token/revoke', visit =>
    withMember(visit, async member => {
      const { token = '' } = visit.params
      const theirs = (await parts.tokens.list(member.id)).some(each => each.id === token)
      if (!theirs) return missing(visit)
      await parts.tokens.revoke(token, visit.by)
      return visit.reply.redirect(paths.staffMember(member.id, { done: 'revoked' }), 303)
    }),
  )
}

/** A member whom this administrator may not touch reads as not there. */
const withMember = async (
  visit: Visit,
  work: (member: StaffMember) => Promise<FastifyReply>,
): Promise<FastifyReply> => {
  if (!isAdmin(visit.by)) return forbidden(visit)
  const member = await visit.parts.staff.find(visit.params.id ?? '')
  return member === null || !covers(visit.by.operators, member.operators) ? missing(visit) : work(member)
}

const show = async (visit: Visit, member: StaffMember, form: FormState, status: number): Promise<FastifyReply> => {
  const [names, tokens] = await Promise.all([operatorNames(visit.desk), visit.parts.tokens.list(member.id)])
  return visit.reply.code(status).html(
    <Page visit={visit} title={member.name} at="settings" action={<a href={paths.staff}>職員の一覧</a>}>
      <Done visit={visit} words={done} />
      <ErrorSummary form={form} />
      <p>
        サインイン名 <b>{member.signIn}</b> {member.active ? <Badge tone="good">使用中</Badge> : <Badge>停止中</Badge>}
      </p>
      <div class="halves">
        <section class="panel">
          <h2>役割と担当</h2>
          <form method="post" action={paths.staffMember(member.id)} data-once>
            <Csrf visit={visit} />
            <MemberFields form={form} names={names} by={visit.by} member={member} />
            <Button primary>変更する</Button>
          </form>
        </section>
        <div class="beside">
          <section class="panel">
            <h2>パスワードの再設定</h2>
            <form method="post" action={paths.memberPassword(member.id)} data-once>
              <Csrf visit={visit} />
              <PasswordField
                form={form}
                name="password"
                label="新しいパスワード"
                required
                autocomplete="new-password"
                help="12文字以上。本人に直接伝えてください。"
              />
              <Button>再設定する</Button>
            </form>
          </section>
          <section class="panel">
            <h2>{member.active ? '使用の停止' : '使用の再開'}</h2>
            <p class="help">
              {member.active
                ? '退職や異動のときに止めます。すぐにサインアウトになり、APIの鍵も使えなくなります。記録は消えません。'
                : '再開すると、前と同じ役割とパスワードでサインインできます。'}
            </p>
            {member.active ? (
              <OneButton visit={visit} to={paths.memberLeave(member.id)}>
                使用を止める
              </OneButton>
            ) : (
              <OneButton visit={visit} to={paths.memberReturn(member.id)}>
                使用を再開する
              </OneButton>
            )}
          </section>
          <section class="panel">
            <h2>APIの鍵</h2>
            <TokenList visit={visit} tokens={tokens} revoke={token => paths.memberToken(member.id, token)} />
          </section>
        </div>
      </div>
    </Page>,
  )
}
