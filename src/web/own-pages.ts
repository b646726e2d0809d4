import type { Verb } from '../domain/case.ts'
import { packagePaths } from './package-paths.ts'
import { paths } from './paths.ts'

/** Verbs whose work needs more than a list of fields have a page of their own. */
const own: { readonly [V in Verb]?: (number: string) => string } = {
  setSchedule: packagePaths.schedule,
  choosePackage: packagePaths.package,
  recordPackage: packagePaths.package,
  recordLocked: packagePaths.package,
}

/** Done on the page of another verb, and recorded by it: no buttons of their own. */
export const isPartOfAnother = (verb: Verb): boolean => verb === 'recordPackage' || verb === 'recordLocked'

export const verbPage = (number: string, verb: Verb): string => own[verb]?.(number) ?? paths.act(number, verb)
