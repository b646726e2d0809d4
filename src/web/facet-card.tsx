import { barred, type Case, ruleOf, type Verb, verbNames } from '../domain/case.ts'
import { nextSteps } from '../domain/next-steps.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import type { Context } from '../domain/rule.ts'
import { type Facet, facets } from '../words/facets.ts'
import { refusalSentence } from '../words/refusals.ts'
import { verbWords } from '../words/verbs.ts'
import { factsOf } from './facet-facts.ts'
import { stateOf } from './facet-state.ts'
import type { CaseTexts } from './facts.ts'
import { Badge } from './marks.tsx'
import { isPartOfAnother, verbPage } from './own-pages.ts'

/** One facet: its state in a word, its facts, what may be done now; the rest says what it waits for. */
export const FacetCard = ({
  facet,
  number,
  kase,
  context,
  texts,
}: {
  facet: Facet
  number: string
  kase: Case
  context: Context
  texts: CaseTexts
}) => {
  const state = stateOf(facet, kase)
  const facts = factsOf(facet, kase, texts, context)
  const next = new Set(nextSteps(kase, context).map(step => step.verb))
  const verbs = verbNames.filter(
    verb => verbWords[verb].facet === facet && !ruleOf(verb).opens && !isPartOfAnother(verb),
  )
  const open = verbs.filter(verb => barred(kase, verb, context) === null)
  const owed = open.filter(verb => next.has(verb))
  const others = open.filter(verb => !next.has(verb))
  const first = others.length > MOST_IN_VIEW ? owed : [...owed, ...others]
  const rest = open.filter(verb => !first.includes(verb))
  const shut = verbs
    .map(verb => ({ verb, no: barred(kase, verb, context) }))
    .filter(({ no }) => no !== null && !beside.has(no.refused))
  return (
    <article class="facet" id={`facet-${facet}`}>
      <header>
        <h2>{facets[facet]}</h2>
        {state && <Badge tone={state.tone}>{state.word}</Badge>}
      </header>
      <div class="facet-body">
        {facts.map(fact => (
          <p class="fact">{fact}</p>
        ))}
        {(open.length > 0 || shut.length > 0) && (
          <div class="acts">
            {first.map(verb => (
              <a class={next.has(verb) ? 'button now' : 'act'} href={verbPage(number, verb)}>
                {verbWords[verb].label}
              </a>
            ))}
            {rest.length > 0 && <More number={number} verbs={rest} />}
            {shut.length > 0 && <Waiting shut={shut} />}
          </div>
        )}
      </div>
    </article>
  )
}

/** So that the facets of a case stand on one screen; what is owed now is always in view. */
const MOST_IN_VIEW = 3

const More = ({ number, verbs }: { number: string; verbs: readonly Verb[] }) => (
  <details class="waiting">
    <summary>ほかの操作（{verbs.length}）</summary>
    <ul>
      {verbs.map(verb => (
        <li>
          <a href={verbPage(number, verb)}>{verbWords[verb].label}</a>
        </li>
      ))}
    </ul>
  </details>
)

const Waiting = ({ shut }: { shut: readonly { verb: Verb; no: ReturnType<typeof barred> }[] }) => (
  <details class="waiting">
    <summary>まだできないこと（{shut.length}）</summary>
    <ul>
      {shut.map(({ verb, no }) => (
        <li>
          {verbWords[verb].label}：{no && refusalSentence(no)}
        </li>
      ))}
    </ul>
  </details>
)

/** Refusals that say "this does not concern this case or this person": not worth a line. */
const beside: ReadonlySet<RefusalCode> = new Set([
  'not_allowed',
  'not_opened',
  'not_a_form_request',
  'agent_not_expected',
  'nothing_owed',
  'not_frozen',
  'not_closed',
  'case_closed',
  'case_frozen',
  'already_erased',
  'fee_already_settled',
  'unknown_receipt',
  'nothing_missing',
])
