import { barred, type Case } from '../domain/case.ts'
import { mayBeSued, reckonCase } from '../domain/clock.ts'
import { nextSteps } from '../domain/next-steps.ts'
import { fullKana, fullName, type Person } from '../domain/person.ts'
import { type Context, openKinds } from '../domain/rule.ts'
import { requesterWords, requestKindWords, roleWords } from '../words/requests.ts'
import { stepWords } from '../words/steps.ts'
import { verbWords } from '../words/verbs.ts'
import { Badge, DueOn, LinkButton, numberText } from './marks.tsx'
import { paths } from './paths.ts'
import { ReturnedAddress } from './returned-address.tsx'

export interface BandFacts {
  readonly number: string
  readonly kase: Case
  readonly context: Context
  readonly operator: string
  readonly subject: Person | null
}

/** The band on top of a case: who and what, what to do next, the two dates. */
export const CaseBand = ({ number, kase, context, operator, subject, small }: BandFacts & { small?: boolean }) => (
  <header class={small ? 'band small' : 'band'}>
    <div class="band-who">
      {small ? (
        <p class="number">
          <a href={paths.case(number)}>{numberText(number)}</a>
        </p>
      ) : (
        <h1 class="number">{numberText(number)}</h1>
      )}
      <p class="name">
        {subject && fullKana(subject) && <span class="kana">{fullKana(subject)}</span>}
        {subject ? fullName(subject) : '（消去済み）'}
        {kase.intake.arrivedOn !== undefined && kase.intake.requester !== 'self' && (
          <span class="via">{requesterWords[kase.intake.requester]}による請求</span>
        )}
      </p>
      <p class="what">
        {operator}
        {openKinds(kase).map(kind => (
          <span class="kind">{requestKindWords[kind]}</span>
        ))}
      </p>
    </div>
    {!small && <Next number={number} kase={kase} context={context} />}
    <Dates number={number} kase={kase} context={context} />
    <ReturnedAddress number={number} kase={kase} context={context} subject={subject} />
  </header>
)

const Next = ({ number, kase, context }: Pick<BandFacts, 'number' | 'kase' | 'context'>) => {
  const [step] = nextSteps(kase, context)
  const mine = step.verb !== undefined && barred(kase, step.verb, context) === null
  return (
    <div class="band-next">
      <h2>次にすること</h2>
      <p class="todo">{stepWords[step.code].what}</p>
      {step.verb && (
        <p>
          {mine ? (
            <LinkButton
              href={step.verb === 'logRequest' ? paths.opening({ from: number }) : paths.act(number, step.verb)}
              primary
            >
              {verbWords[step.verb].label}
            </LinkButton>
          ) : (
            <Badge>{roleWords[step.by]}の方の操作を待っています</Badge>
          )}
        </p>
      )}
    </div>
  )
}

const Dates = ({ number, kase, context }: Pick<BandFacts, 'number' | 'kase' | 'context'>) => {
  const reckoning = reckonCase(kase, context)
  if (reckoning === null || kase.closing.closedOn !== undefined) return null
  const [step] = nextSteps(kase, context)
  const promised = reckoning.internal.find(each => each.name === 'post')?.date
  return (
    <dl class="band-dates">
      <div>
        <dt>社内期限</dt>
        <dd>
          <DueOn on={step.dueOn ?? promised} today={context.today} />
        </dd>
      </div>
      {mayBeSued(kase) && (
        <div>
          <dt>訴えを提起できる日（法39条）</dt>
          <dd>
            <DueOn on={reckoning.suitPossibleFrom} today={context.today} />
          </dd>
        </div>
      )}
      <div>
        <dt class="unseen">計算</dt>
        <dd>
          <a href={paths.reckoning(number)}>期限の計算を見る</a>
        </dd>
      </div>
    </dl>
  )
}
