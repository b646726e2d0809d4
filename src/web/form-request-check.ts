import type { Context } from '../domain/rule.ts'
import { fieldLabel } from '../words/fields.ts'
import type { FormIssue } from './controls.tsx'
import { dayAt } from './opening/opening-bodies.ts'
import { type Fields, textAt } from './read-body.ts'

const address = ['requester.postcode', 'requester.address'] as const
const fieldsAsked = { name: ['requester.family'], address, phone: ['requester.phone'] } as const

const isGiven = (fields: Fields, path: string): boolean => textAt(fields, path).trim() !== ''

/** Whether the form can go by post; without an address it goes as a file, by e-mail. */
export const hasAddress = (fields: Fields): boolean => address.every(path => isGiven(fields, path))

/** What the policy asks of who wants its form (さくら: 住所・氏名・電話), and in any case somewhere to send it. */
export const checkFormRequest = (fields: Fields, ctx: Context): FormIssue[] => {
  const policy = ctx.policyOn(textAt(fields, 'operator'), dayAt(fields, 'receivedOn') ?? ctx.today)
  const asked = (policy?.form.value.asks ?? []).flatMap(ask => [...fieldsAsked[ask]])
  const somewhere = isGiven(fields, 'requester.email') ? [] : address
  return [...new Set<string>([...asked, ...somewhere])]
    .filter(path => !isGiven(fields, path))
    .map(path => {
      const { label } = fieldLabel('logFormRequest', path)
      return { path, label, sentence: sentenceFor(path, label) }
    })
}

const sentenceFor = (path: string, label: string): string =>
  path === 'requester.phone'
    ? 'この事業者の用紙請求では、電話番号をうかがいます。入力してください。'
    : `用紙をお送りするために必要です。${label}を入力してください。`
