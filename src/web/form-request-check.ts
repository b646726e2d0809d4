import type { Context } from '../domain/rule.ts'
import { fieldLabel } from '../words/fields.ts'
import type { FormIssue } from './controls.tsx'
import { dayAt } from './opening-bodies.ts'
import { type Fields, textAt } from './read-body.ts'

const fieldsAsked = { name: 'requester.family', address: 'requester.address', phone: 'requester.phone' } as const

/** さくら sends its form to who gives 住所・氏名・電話: what the policy asks of a form request must be there before it counts. */
export const checkFormRequest = (fields: Fields, ctx: Context): FormIssue[] => {
  const policy = ctx.policyOn(textAt(fields, 'operator'), dayAt(fields, 'receivedOn') ?? ctx.today)
  return (policy?.form.value.asks ?? [])
    .map(ask => fieldsAsked[ask])
    .filter(path => textAt(fields, path).trim() === '')
    .map(path => {
      const { label } = fieldLabel('logFormRequest', path)
      return { path, label, sentence: `この事業者の用紙請求では、${label}をうかがいます。入力してください。` }
    })
}
