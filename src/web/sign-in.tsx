import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { issueSentence } from '../words/issues.ts'
import { emptyForm, type FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { LineField, PasswordField } from './lines.tsx'
import { Bare } from './page.tsx'
import type { WebParts } from './parts.ts'
import { ownPath, paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import { readPairs, textAt } from './read-body.ts'
import { fromHere, giveSession, sessionIdOf, takeSession } from './session.ts'
import { post } from './visit.ts'

/** Signing in and out. The sign-in form has no session yet, so it is guarded by origin, SameSite and a rate limit. */
export const signInPages = (app: FastifyInstance, parts: WebParts): void => {
  app.get(paths.home, async (_request, reply) => reply.redirect(paths.today, 302))
  app.get('/sign-in', async (request, reply) => {
    const next = ownPath(textAt(request.query, 'next'))
    const sessionId = sessionIdOf(request)
    if (sessionId !== null && (await parts.staff.actorOf(sessionId)) !== null) return reply.redirect(next, 302)
    return reply.header('cache-control', 'no-store').html(<SignIn form={emptyForm} next={next} />)
  })
  const limited = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }
  app.post('/sign-in', limited, (request, reply) => signIn(request, reply, parts))
  post(app, parts, paths.signOut, async ({ reply, sessionId }) => {
    await parts.staff.signOut(sessionId)
    takeSession(reply, parts)
    return reply.redirect(paths.signIn(), 303)
  })
}

const signIn = async (request: FastifyRequest, reply: FastifyReply, parts: WebParts): Promise<FastifyReply> => {
  if (!fromHere(request)) return showProblem(request, reply, 403, 'form_token')
  const fields = readPairs((request.body ?? []) as [string, string][])
  const [name, next] = [textAt(fields, 'name').trim(), ownPath(textAt(fields, 'next'))]
  const answer = await parts.staff.signIn(name, textAt(fields, 'password'), request.ip)
  if (typeof answer === 'object') {
    giveSession(reply, answer.session, parts)
    return reply.redirect(next, 303)
  }
  const form: FormState = { values: { name }, issues: [], problem: issueSentence(`sign_in_${answer}`) }
  return reply
    .code(answer === 'locked' ? 429 : 422)
    .header('cache-control', 'no-store')
    .html(<SignIn form={form} next={next} />)
}

const SignIn = ({ form, next }: { form: FormState; next: string }) => (
  <Bare title="サインイン">
    <h1>サインイン</h1>
    <ErrorSummary form={form} />
    <form method="post" action={paths.signIn()} data-once>
      <input type="hidden" name="next" value={next} />
      <LineField form={form} name="name" label="サインイン名" required width={20} autocomplete="username" />
      <PasswordField form={form} name="password" label="パスワード" required autocomplete="current-password" />
      <button class="button primary" type="submit">
        サインイン
      </button>
    </form>
  </Bare>
)
