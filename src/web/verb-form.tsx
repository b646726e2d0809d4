import type { Case, Verb } from '../domain/case.ts'
import type { Context } from '../domain/rule.ts'
import { fieldLabel } from '../words/fields.ts'
import { choiceOn, narrowed, optionsOf } from './case-options.ts'
import { Choice, Choices, NothingToChoose, SelectField, Tick } from './choices.tsx'
import { type FieldProps, type FormState, Group, type Option } from './controls.tsx'
import { type FormField, fieldsOf } from './form-schema.ts'
import {
  CountField,
  DayField,
  EmailField,
  LineField,
  PhoneField,
  PostcodeField,
  TextField,
  TrackingField,
  YenField,
} from './lines.tsx'
import { PersonFields } from './person-fields.tsx'
import { valueAt } from './read-body.ts'

/** The fields of any verb, in the order of its schema. `options` gives lists that a case does not know (e.g. operators). */
export const VerbFields = ({
  verb,
  form,
  on,
  options = {},
}: {
  verb: Verb
  form: FormState
  on?: { kase: Case; context: Context }
  options?: Readonly<Record<string, readonly Option[]>>
}) => {
  const listed = (field: FormField): readonly Option[] => {
    const given = options[field.name]
    if (given) return given
    const choices = on ? narrowed(on.kase, verb, field.name, field.choices) : field.choices
    if (choices.length > 0) return choices.map(value => ({ value, label: choiceOn(on?.kase, verb, field.name, value) }))
    return on ? optionsOf(on.kase, verb, field.name, on.context) : []
  }
  return (
    <>
      {fieldsOf(verb).map(field => (
        <OneField verb={verb} form={form} field={field} name={field.name} options={listed(field)} listed={listed} />
      ))}
    </>
  )
}

interface OneProps {
  verb: Verb
  form: FormState
  field: FormField
  name: string
  options: readonly Option[]
  /** options of the fields of a row */
  listed: (field: FormField) => readonly Option[]
}

const OneField = ({ verb, form, field, name, options, listed }: OneProps) => {
  const props: FieldProps = { form, name, required: field.required, ...fieldLabel(verb, name) }
  switch (field.widget) {
    case 'text':
      return <TextField {...props} />
    case 'day':
      return <DayField {...props} />
    case 'yen':
      return <YenField {...props} />
    case 'tracking':
      return <TrackingField {...props} />
    case 'postcode':
      return <PostcodeField {...props} />
    case 'phone':
      return <PhoneField {...props} />
    case 'email':
      return <EmailField {...props} />
    case 'count':
      return <CountField {...props} />
    case 'tick':
      return <Tick {...props} />
    case 'person':
      return <PersonFields form={form} verb={verb} name={name} label={props.label} required={field.required} />
    case 'payee':
      return (
        <fieldset class="person">
          <legend>{props.label}</legend>
          {field.fields.map(each => (
            <OneField
              verb={verb}
              form={form}
              field={each}
              name={`${name}.${each.name}`}
              options={listed(each)}
              listed={listed}
            />
          ))}
        </fieldset>
      )
    case 'rows':
      return <Rows verb={verb} form={form} field={field} name={name} options={options} listed={listed} />
    case 'many':
    case 'picks':
      return options.length === 0 ? (
        <NothingToChoose {...props} />
      ) : (
        <Choices {...props} required={field.required || needed.has(`${verb}.${name}`)} options={options} />
      )
    case 'one':
    case 'pick':
      return options.length <= 5 ? (
        <Choice {...props} options={options} />
      ) : (
        <SelectField {...props} options={options} />
      )
    default:
      return <LineField {...props} width={20} />
  }
}

/** Lists that a schema lets be empty and a deed does not. */
const needed: ReadonlySet<string> = new Set(['noteMissing.items'])

const LEAST_ROWS = 3

/** Rows of small fields, some of them empty: what stays empty was not given. */
const Rows = ({ verb, form, field, name, listed }: OneProps) => {
  const given = valueAt(form.values, name)
  const count = Math.max(LEAST_ROWS, (Array.isArray(given) ? given.length : 0) + 1)
  return (
    <Group form={form} name={name} label={fieldLabel(verb, name).label}>
      {Array.from({ length: count }, (_, at) => (
        <div class="row-fields" data-grow={name}>
          {field.fields.map(each => (
            <OneField
              verb={verb}
              form={form}
              field={{ ...each, required: false }}
              name={`${name}.${at}.${each.name}`}
              options={listed(each)}
              listed={listed}
            />
          ))}
        </div>
      ))}
    </Group>
  )
}
