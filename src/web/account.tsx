import type { FastifyInstance, FastifyReply } from 'fastify'
import { issueSentence } from '../words/issues.ts'
import { roleWords } from '../words/requests.ts'
import { OwnPassword, passwordLabels, unready } from './account-password.tsx'
import { NewKeys, TokenList } from './account-tokens.tsx'
import { emptyForm, type FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { LineField } from './lines.tsx'
import { Button } from './marks.tsx'
import { operatorNames } from './operator-names.ts'
import { Csrf, Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { textAt } from './read-body.ts'
import { reopened } from './reopened.ts'
import { giveSession } from './session.ts'
import { Done, missing, OneButton, refused } from './settings-marks.tsx'
import { operatorsInWords } from './staff-fields.tsx'
import { get, post, type Sent, type Visit } from './visit.ts'

const labels = { ...passwordLabels, token: '用途' }
const done = {
  password: 'パスワードを変えました。ほかの端末では、サインインし直しになります。',
  revoked: 'APIの鍵を取り消しました。',
}

/** 自分の設定: own password and own keys of the API, for everybody who is signed in. */
export const accountPages = (app: FastifyInstance, parts: WebParts): void => {
  const fresh = new NewKeys()
  get(app, parts, '/account', visit => show(visit, emptyForm, 200, fresh.take(visit.sessionId)))
  for (const sent of [paths.ownPassword, paths.ownTokens]) reopened(app, parts, sent, () => paths.account())
  post(app, parts, paths.ownPassword, changePassword)
  post(app, parts, paths.ownTokens, visit => makeToken(visit, fresh))
  post(app, parts, '/account/tokens/:token/revoke', revoke)
}

const changePassword = async (visit: Sent): Promise<FastifyReply> => {
  const { fields, parts, by, staff, request, reply } = visit
  const [current, next] = [textAt(fields, 'current'), textAt(fields, 'password')]
  const issues = unready({ current, password: next, again: textAt(fields, 'again') })
  if (issues.length > 0) return show(visit, { values: {}, issues }, 422)
  const answer = await parts.staff.changeOwnPassword(by.id, current, next)
  if (!answer.ok) return show(visit, refused(answer, labels), 422)
  // The change has ended every session of this person; the one in hand goes on under a new name.
  const sitting = await parts.staff.signIn(staff.signIn, next, request.ip)
  if (typeof sitting !== 'object') return reply.redirect(paths.signIn(paths.account()), 303)
  giveSession(reply, sitting.session, parts)
  return reply.redirect(paths.account({ done: 'password' }), 303)
}

const makeToken = async (visit: Sent, fresh: NewKeys): Promise<FastifyReply> => {
  const name = textAt(visit.fields, 'token')
  const made = await visit.parts.tokens.make(name, visit.by)
  if (made === null) {
    const sentence = issueSentence(name.trim() === '' ? 'required' : 'too_long', { most: 80 })
    return show(visit, { values: { token: name }, issues: [{ path: 'token', label: labels.token, sentence }] }, 422)
  }
  fresh.put(visit.sessionId, made.token)
  return visit.reply.redirect(paths.account(), 303)
}

const revoke = async (visit: Sent): Promise<FastifyReply> => {
  const { token = '' } = visit.params
  const own = (await visit.parts.tokens.list(visit.by.id)).some(each => each.id === token)
  if (!own) return missing(visit)
  await visit.parts.tokens.revoke(token, visit.by)
  return visit.reply.redirect(paths.account({ done: 'revoked' }), 303)
}

const show = async (
  visit: Visit,
  form: FormState,
  status: number,
  key: string | null = null,
): Promise<FastifyReply> => {
  const [names, tokens] = await Promise.all([operatorNames(visit.desk), visit.parts.tokens.list(visit.by.id)])
  return visit.reply.code(status).html(
    <Page visit={visit} title="自分の設定" at="settings">
      <Done visit={visit} words={done} />
      <ErrorSummary form={form} />
      {key !== null && (
        <div class="shown-once" role="status">
          <h2>新しいAPIの鍵</h2>
          <p>
            <code>{key}</code>
          </p>
          <p>この鍵が表示されるのは、この一度だけです。いま控えて、ほかの人に見えない所に置いてください。</p>
        </div>
      )}
      <dl class="facts">
        <div>
          <dt>名前（サインイン名）</dt>
          <dd>
            {visit.staff.name}（{visit.staff.signIn}）
          </dd>
        </div>
        <div>
          <dt>役割</dt>
          <dd>{visit.by.roles.map(role => roleWords[role]).join('・')}</dd>
        </div>
        <div>
          <dt>担当する事業者</dt>
          <dd>{operatorsInWords(visit.by.operators, names)}</dd>
        </div>
      </dl>
      <div class="halves">
        <OwnPassword visit={visit} form={form} />
        <div class="beside">
          <section class="panel">
            <h2>APIの鍵</h2>
            <p class="help">ほかの仕組みから、自分と同じ権限で使うための鍵です。使わなくなったら取り消してください。</p>
            <TokenList visit={visit} tokens={tokens} revoke={paths.revokeOwnToken} />
            <form method="post" action={paths.ownTokens} data-once>
              <Csrf visit={visit} />
              <LineField
                form={form}
                name="token"
                label={labels.token}
                required
                width={20}
                help="例：請求管理との連携"
              />
              <Button>鍵を作る</Button>
            </form>
          </section>
          <section class="panel">
            <h2>サインアウト</h2>
            <OneButton visit={visit} to={paths.signOut}>
              サインアウトする
            </OneButton>
          </section>
        </div>
      </div>
    </Page>,
  )
}
