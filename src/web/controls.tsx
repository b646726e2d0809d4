import type { ComponentChildren } from 'preact'
import { isBlank, textAt, textsAt } from './read-body.ts'

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
const shown = (form: FormState, name: string, value: string | undefined): string =>
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

const Wrong = ({ id, sentence }: { id: string; sentence: string }) => (
  <p class="issue" id={id}>
    <span aria-hidden="true">▲</span> {sentence}
  </p>
)

type InputAttributes = { inputMode?: 'numeric' | 'tel' | 'email'; 'data-postcode'?: string; class?: string }

const Line = ({ more = {}, unit, ...props }: FieldProps & { more?: InputAttributes; unit?: string }) => (
  <Field {...props}>
    {aria => (
      <span class="entry">
        <input
          {...aria}
          type="text"
          autocomplete={props.autocomplete ?? 'off'}
          {...more}
          class={`w${props.width ?? 40} ${more.class ?? ''}`.trim()}
          value={shown(props.form, props.name, props.value)}
        />
        {unit && <span class="unit">{unit}</span>}
      </span>
    )}
  </Field>
)

export const LineField = (props: FieldProps) => <Line {...props} />
export const CountField = (props: FieldProps) => (
  <Line width={4} {...props} more={{ inputMode: 'numeric', class: 'digits' }} />
)
export const PhoneField = (props: FieldProps) => (
  <Line width={12} {...props} more={{ inputMode: 'tel', class: 'digits' }} />
)
export const EmailField = (props: FieldProps) => <Line width={20} {...props} more={{ inputMode: 'email' }} />
export const TrackingField = (props: FieldProps) => (
  <Line width={12} {...props} more={{ inputMode: 'numeric', class: 'digits' }} />
)

/** A day as people type it: 2026/11/21, 20261121, R8.11.21, 令和8年11月21日. */
export const DayField = (props: FieldProps) => <Line width={12} {...props} more={{ class: 'digits' }} />

export const YenField = (props: FieldProps) => (
  <Line width={8} {...props} more={{ inputMode: 'numeric', class: 'digits right' }} unit="円" />
)

/** Fills the address field named by `fills` from the server's own postcode data; without a script it is a plain field. */
export const PostcodeField = ({ fills, ...props }: FieldProps & { fills?: string }) => (
  <Line
    width={8}
    {...props}
    more={{ inputMode: 'numeric', class: 'digits', ...(fills && { 'data-postcode': fieldId(fills) }) }}
  />
)

export const TextField = ({ rows = 4, ...props }: FieldProps & { rows?: number }) => (
  <Field {...props}>
    {aria => (
      <textarea {...aria} rows={rows} class="w40">
        {shown(props.form, props.name, props.value)}
      </textarea>
    )}
  </Field>
)

export const PasswordField = (props: FieldProps) => (
  <Field {...props}>
    {aria => <input {...aria} type="password" class="w20" autocomplete={props.autocomplete ?? 'current-password'} />}
  </Field>
)

export const SelectField = ({ options, ...props }: FieldProps & { options: readonly Option[] }) => {
  const value = shown(props.form, props.name, props.value)
  return (
    <Field {...props}>
      {aria => (
        <select {...aria}>
          <option value="">選んでください</option>
          {options.map(option => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A few alternatives, all in view. */
export const Choice = ({ options, ...props }: FieldProps & { options: readonly Option[] }) => (
  <Group {...props}>
    {options.map((option, at) => (
      <Pick
        type="radio"
        id={at === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${at}`}
        name={props.name}
        option={option}
        checked={option.value === shown(props.form, props.name, props.value)}
      />
    ))}
  </Group>
)

/** Several at once. `ticked`: what is ticked while the form is untouched. */
export const Choices = ({
  options,
  ticked = [],
  ...props
}: FieldProps & { options: readonly Option[]; ticked?: readonly string[] }) => {
  const chosen = isBlank(props.form.values) ? ticked : textsAt(props.form.values, props.name)
  return (
    <Group {...props} many={options.length > 6}>
      {options.map((option, at) => (
        <Pick
          type="checkbox"
          id={at === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${at}`}
          name={props.name}
          option={option}
          checked={chosen.includes(option.value)}
        />
      ))}
    </Group>
  )
}

export const Tick = (props: FieldProps) => (
  <div class="field">
    <Pick
      type="checkbox"
      id={fieldId(props.name)}
      name={props.name}
      option={{ value: 'yes', label: props.label, ...(props.help && { help: props.help }) }}
      checked={textAt(props.form.values, props.name) !== ''}
    />
  </div>
)

const Pick = ({
  type,
  id,
  name,
  option,
  checked,
}: {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  option: Option
  checked: boolean
}) => (
  <div class="pick">
    <input type={type} id={id} name={name} value={option.value} checked={checked} />
    <label for={id}>
      {option.label}
      {option.help && <span class="help">{option.help}</span>}
    </label>
  </div>
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

/** On top of a form that was not accepted: everything that was wrong, each leading to its field. */
export const ErrorSummary = ({ form }: { form: FormState }) =>
  form.issues.length === 0 && form.problem === undefined ? null : (
    <div class="summary" role="alert" tabIndex={-1} data-summary>
      <h2>
        <span aria-hidden="true">▲</span> {form.problem ?? '入力を確かめてください'}
      </h2>
      {form.issues.length > 0 && (
        <ul>
          {form.issues.map(issue => (
            <li>
              <a href={`#${fieldId(issue.path)}`}>
                {issue.label}：{issue.sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
