import { requesters } from '../../domain/intake.ts'
import { fieldLabel } from '../../words/fields.ts'
import { Choice, SelectField } from '../choices.tsx'
import { LineField } from '../lines.tsx'
import { PersonFields } from '../person-fields.tsx'
import { textAt } from '../read-body.ts'
import { More, options, type StepProps, words } from './opening-words.tsx'

const MOST_IN_VIEW = 8

/** Who writes, for whom, to which operator and desk. */
export const People = ({ form, outlook }: StepProps) => {
  const operators = outlook.operators.map(({ id, name, brand }) => ({
    value: id,
    label: name,
    ...(brand !== name && { help: brand }),
  }))
  const operator = { form, name: 'operator', ...words('operator'), required: true, options: operators }
  return (
    <>
      {operators.length > MOST_IN_VIEW ? <SelectField {...operator} /> : <Choice {...operator} />}
      <DeskChoice form={form} outlook={outlook} />
      <Choice
        form={form}
        name="requester"
        {...words('requester')}
        required
        options={options('requester', requesters)}
      />
      <PersonFields form={form} verb="logRequest" name="subject" label={words('subject').label} required />
      <div class="agent">
        <PersonFields form={form} verb="logRequest" name="agent" label={words('agent').label} required />
      </div>
      <More title="前の案件に続く請求・関連する案件" open={textAt(form.values, 'linkedTo') !== ''}>
        <LineField form={form} name="linkedTo" {...fieldLabel('logRequest', 'linkedTo')} width={12} />
        <Choice
          form={form}
          name="relation"
          {...words('relation')}
          options={options('relation', ['follow_up', 'duplicate', 'joint', 'reactivated'])}
        />
      </More>
    </>
  )
}

/** Only an operator with more than one desk has to be asked for which. */
export const DeskChoice = ({ form, outlook }: StepProps) => {
  const desks = outlook.policy?.desks ?? []
  const [first] = desks
  const known = desks.some(({ id }) => id === textAt(form.values, 'desk'))
  const chosen = known || first === undefined ? form : { ...form, values: { ...form.values, desk: first.id } }
  return (
    <div id="opening-desk">
      {desks.length > 1 && (
        <Choice
          form={chosen}
          name="desk"
          {...words('desk')}
          options={desks.map(({ id, name, serves }) => ({ value: id, label: name, ...(serves && { help: serves }) }))}
        />
      )}
    </div>
  )
}
