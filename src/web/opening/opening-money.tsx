import type { ComponentChildren } from 'preact'
import { orderFaces } from '../../domain/fee.ts'
import { fieldLabel } from '../../words/fields.ts'
import { meansWords } from '../../words/payments.ts'
import { Choice, SelectField } from '../choices.tsx'
import { type FormState, Group } from '../controls.tsx'
import { CountField, DayField, LineField, YenField } from '../lines.tsx'
import { valueAt } from '../read-body.ts'

const enclosable = ['stamps', 'postal_order', 'registered_cash', 'cash'] as const
const LEAST_ROWS = 3

/** Money that lay in the envelope. What a means has no use for is out of sight (opening.css) and is not sent on. */
export const OpeningMoney = ({ form }: { form: FormState }) => (
  <div class="enclosed-money">
    <Choice
      form={form}
      name="fee.means"
      label="同封されていたお金"
      required
      options={[
        { value: '', label: '同封されていない' },
        ...enclosable.map(means => ({ value: means, label: meansWords[means] })),
      ]}
    />
    <div class="orders">
      <Rows form={form} name="fee.orders">
        {row => (
          <>
            <SelectField
              form={form}
              name={`${row}.face`}
              {...fieldLabel('receiveFee', 'orders.face')}
              options={orderFaces.map(face => ({ value: String(face), label: `${face}円` }))}
            />
            <DayField form={form} name={`${row}.issuedOn`} {...fieldLabel('receiveFee', 'orders.issuedOn')} />
            <LineField form={form} name={`${row}.number`} width={12} {...fieldLabel('receiveFee', 'orders.number')} />
          </>
        )}
      </Rows>
    </div>
    <div class="stamps">
      <Rows form={form} name="fee.stamps">
        {row => (
          <>
            <CountField form={form} name={`${row}.face`} {...fieldLabel('receiveFee', 'stamps.face')} />
            <CountField form={form} name={`${row}.count`} {...fieldLabel('receiveFee', 'stamps.count')} />
          </>
        )}
      </Rows>
    </div>
    <div class="amount">
      <YenField
        form={form}
        name="fee.amount"
        label={fieldLabel('receiveFee', 'amount').label}
        help="切手と定額小為替は、空けておくと内訳の合計になります。"
      />
    </div>
  </div>
)

const Rows = ({
  form,
  name,
  children,
}: {
  form: FormState
  name: string
  children: (row: string) => ComponentChildren
}) => {
  const given = valueAt(form.values, name)
  const count = Math.max(LEAST_ROWS, (Array.isArray(given) ? given.length : 0) + 1)
  const path = name.slice('fee.'.length)
  return (
    <Group form={form} name={name} label={`${fieldLabel('receiveFee', path).label}の内訳`}>
      {Array.from({ length: count }, (_, at) => (
        <div class="row-fields">{children(`${name}.${at}`)}</div>
      ))}
    </Group>
  )
}
