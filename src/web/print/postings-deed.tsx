import { ruleOf, type Verb } from '../../domain/case.ts'
import type { Actor } from '../../domain/rule.ts'
import { verbWords } from '../../words/verbs.ts'
import { paths } from '../paths.ts'
import { mayAny } from '../visit.ts'

/** The next deed on a case, for those who may do it. */
export const Deed = ({ by, number, verb, label }: { by: Actor; number: string; verb: Verb; label?: string }) =>
  mayAny(by, ruleOf(verb).by) ? (
    <a class="deed" href={paths.act(number, verb)} {...(label && { title: verbWords[verb].label })}>
      {label ?? verbWords[verb].label}
    </a>
  ) : null
