import type { Stamps } from '../../domain/fee.ts'
import { type FormState, fieldId } from '../controls.tsx'
import { textAt, valueAt } from '../read-body.ts'

/** Rows of face and number. `given`: what stands in them at first; `blank`: empty rows after it. */
export const StampRows = ({
  form,
  name,
  label,
  help,
  given = [],
  blank = 3,
}: {
  form: FormState
  name: string
  label: string
  help?: string
  given?: readonly Stamps[]
  blank?: number
}) => {
  const typed = valueAt(form.values, name)
  const rows = Array.isArray(typed)
    ? typed.map(row => [textAt(row, 'face'), textAt(row, 'count')] as const)
    : given.map(({ face, count }) => [String(face), String(count)] as const)
  const all = [...rows, ...Array.from({ length: blank }, () => ['', ''] as const)]
  const issue = form.issues.find(({ path }) => path === name)
  return (
    <fieldset class={issue ? 'field wrong' : 'field'} id={fieldId(name)}>
      <legend>{label}</legend>
      {help && <p class="help">{help}</p>}
      {issue && (
        <p class="issue">
          <span aria-hidden="true">▲</span> {issue.sentence}
        </p>
      )}
      {all.map(([face, count], nth) => (
        <span class="stamp-row">
          <StampCell
            form={form}
            name={`${name}.${nth}.face`}
            value={face}
            unit="円切手"
            label={`${nth + 1}行目の額面`}
          />
          <StampCell form={form} name={`${name}.${nth}.count`} value={count} unit="枚" label={`${nth + 1}行目の枚数`} />
        </span>
      ))}
    </fieldset>
  )
}

const StampCell = ({
  form,
  name,
  value,
  unit,
  label,
}: {
  form: FormState
  name: string
  value: string
  unit: string
  label: string
}) => {
  const issue = form.issues.find(({ path }) => path === name)
  return (
    <span class={issue ? 'entry wrong' : 'entry'} title={issue?.sentence}>
      <input
        id={fieldId(name)}
        name={name}
        class="w4 digits right"
        inputMode="numeric"
        value={value}
        autocomplete="off"
        aria-label={label}
        {...(issue && { 'aria-invalid': true as const })}
      />
      <span class="unit">{unit}</span>
    </span>
  )
}
