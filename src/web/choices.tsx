import { Field, type FieldProps, fieldId, Group, type Option, shown } from './controls.tsx'
import { isBlank, textAt, textsAt } from './read-body.ts'

/** Fields in which something is chosen. */
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

/** What was refused about an empty list must be found where the list would stand. */
export const NothingToChoose = (props: FieldProps) =>
  props.form.issues.some(issue => issue.path === props.name) ? (
    <Group {...props}>
      <span id={fieldId(props.name)} tabIndex={-1}>
        選べるものがありません。
      </span>
    </Group>
  ) : null

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
