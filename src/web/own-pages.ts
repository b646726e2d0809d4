import { ruleOf, type Verb } from '../domain/case.ts'
import { packagePaths } from './package-paths.ts'
import { paths } from './paths.ts'

/** Verbs whose work needs more than a list of fields have a page of their own. */
const own: { readonly [V in Verb]?: (number: string) => string } = {
  setSchedule: packagePaths.schedule,
  choosePackage: packagePaths.package,
  recordPackage: packagePaths.package,
  recordLocked: packagePaths.package,
}

/** Carried out by the desk itself when the deed of another page asks for it: no buttons and no page of their own. */
export const isPartOfAnother = (verb: Verb): boolean => ruleOf(verb).inner === true

export const verbPage = (number: string, verb: Verb): string => own[verb]?.(number) ?? paths.act(number, verb)
