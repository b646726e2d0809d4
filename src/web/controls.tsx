import type { ComponentChildren } from 'preact'
import { textAt } from './read-body.ts'

/** Fields of a form: label above, 必須 or 任意 in words, help under the label, the message at the field. */

export interface FormIssue {
  readonly path: string
  readonly label: string
  readonly sentence: string
}

/** What a form shows: the values as typed and what was wrong with them. */
export interface FormState {
  readonly values: Readonly<Record<string, unknown>>
  readonly issues: readonly FormIssue[]
  /** a sentence about the whole form */
  readonly problem?: string
}

export const emptyForm: FormState = { values: {}, issues: [] }

export interface Option {
  readonly value: string
  readonly label: string
  readonly help?: string
}

export interface FieldProps {
  form: FormState
  name: string
  label: string
  required?: boolean
  help?: string
  /** shown when the form has no value of its own */
  value?: string
  /** width in full-width characters */
  width?: 4 | 8 | 12 | 20 | 40
  autocomplete?: string
}

export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`
const issueAt = (form: FormState, name: string) => form.issues.find(each => each.path === name)
export const shown = (form: FormState, name: string, value: string | undefined): string =>
  textAt(form.values, name) || (Object.keys(form.values).length === 0 ? (value ?? '') : '')

/** Label, help and message around one control. */
export const Field = ({
  form,
  name,
  label,
  required,
  help,
  children,
}: FieldProps & { children: (aria: Aria) => ComponentChildren }) => {
  const issue = issueAt(form, name)
  const id = fieldId(name)
  const described = [help && `${id}-help`, issue && `${id}-issue`].filter(Boolean).join(' ')
  return (
    <div class={issue ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        <Need required={required === true} />
      </label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {issue && <Wrong id={`${id}-issue`} sentence={issue.sentence} />}
      {children({
        id,
        name,
        ...(described && { 'aria-describedby': described }),
        ...(issue && { 'aria-invalid': true as const }),
        ...(required && { 'aria-required': true as const }),
      })}
    </div>
  )
}

interface Aria {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

const Need = ({ required }: { required: boolean }) =>
  required ? <span class="need must">必須</span> : <span class="need">任意</span>

/** The message at a field. */
export const Wrong = ({ id, sentence }: { id: string; sentence: string }) => (
  <p class="issue" id={id}>
    <span aria-hidden="true">▲</span> {sentence}
  </p>
)

/** A fieldset with the same label, help and message as a field. */
export const Group = ({
  form,
  name,
  label,
  required,
  help,
  many,
  children,
}: FieldProps & { many?: boolean; children: ComponentChildren }) => {
  const issue = issueAt(form, name)
  return (
    <fieldset class={issue ? 'field wrong' : 'field'} {...(issue && { 'aria-describedby': `${fieldId(name)}-issue` })}>
      <legend>
        {label}
        <Need required={required === true} />
      </legend>
      {help && <p class="help">{help}</p>}
      {issue && <Wrong id={`${fieldId(name)}-issue`} sentence={issue.sentence} />}
      <div class={many ? 'picks many' : 'picks'}>{children}</div>
    </fieldset>
  )
}
