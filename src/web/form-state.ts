import type { Performed } from '../desk/desk.ts'
import type { Verb } from '../domain/case.ts'
import { fieldLabel } from '../words/fields.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { FormState } from './controls.tsx'
import type { Fields } from './read-body.ts'

/** The form after a "no": values kept, each message at its field, in words. */
export const refusedForm = (verb: Verb, values: Fields, answer: Performed & { ok: false }): FormState => {
  if ('issues' in answer)
    return {
      values,
      issues: answer.issues.map(({ path, code, about }) => ({
        path,
        label: fieldLabel(verb, path).label,
        sentence: issueSentence(code, about),
      })),
    }
  const { refusal } = answer
  const sentence = refusalSentence(refusal)
  if (refusal.field === undefined) return { values, issues: [], problem: sentence }
  return { values, issues: [{ path: refusal.field, label: fieldLabel(verb, refusal.field).label, sentence }] }
}

/** 422 for what can be mended in the form, 409 for what the case does not permit now. */
export const statusOf = (answer: Performed & { ok: false }): number => {
  if ('issues' in answer) return 422
  if (answer.refusal.refused === 'not_allowed') return 403
  if (answer.refusal.refused === 'not_this_operator') return 404
  return answer.refusal.field === undefined ? 409 : 422
}
