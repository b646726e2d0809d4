import { Field, type FieldProps, fieldId, shown } from './controls.tsx'

/** Fields into which something is typed. */
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
