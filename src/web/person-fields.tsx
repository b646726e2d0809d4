import type { Verb } from '../domain/case.ts'
import { fieldLabel } from '../words/fields.ts'
import type { FieldProps, FormState } from './controls.tsx'
import { DayField, EmailField, LineField, PhoneField, PostcodeField } from './lines.tsx'

/** A person as given on paper. 姓 and 名 with フリガナ that the person wrote; nothing is guessed. */
export const PersonFields = ({
  form,
  verb,
  name,
  label,
  required,
}: {
  form: FormState
  verb: Verb
  name: string
  label: string
  required?: boolean
}) => {
  const of = (part: string): Pick<FieldProps, 'form' | 'name' | 'label' | 'help'> => ({
    form,
    name: `${name}.${part}`,
    ...fieldLabel(verb, `${name}.${part}`),
  })
  return (
    <fieldset class="person">
      <legend>{label}</legend>
      <div class="pair">
        <LineField {...of('family')} {...(required && { required })} width={12} />
        <LineField {...of('given')} width={12} />
      </div>
      <div class="pair">
        <LineField {...of('familyKana')} width={12} />
        <LineField {...of('givenKana')} width={12} />
      </div>
      <PostcodeField {...of('postcode')} fills={`${name}.address`} />
      <LineField {...of('address')} />
      <LineField {...of('building')} />
      <div class="pair">
        <PhoneField {...of('phone')} />
        <EmailField {...of('email')} />
      </div>
      <div class="pair">
        <DayField {...of('bornOn')} />
        <LineField {...of('customerNumber')} width={12} />
      </div>
      <LineField {...of('formerNames')} width={20} />
    </fieldset>
  )
}
