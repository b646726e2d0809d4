import type { ComponentChildren } from 'preact'
import { incomingServices, methods, requesters } from '../domain/intake.ts'
import { requestKindNames } from '../domain/kinds.ts'
import { choiceLabel } from '../words/choices.ts'
import { fieldLabel } from '../words/fields.ts'
import {
  Choice,
  Choices,
  DayField,
  type FormState,
  LineField,
  SelectField,
  TextField,
  Tick,
  TrackingField,
  YenField,
} from './controls.tsx'
import { Checklist } from './opening-checklist.tsx'
import { OpeningMoney } from './opening-money.tsx'
import type { Outlook } from './opening-outlook.ts'
import { TrackingRead } from './opening-panel.tsx'
import { PersonFields } from './person-fields.tsx'
import { type Fields, textAt } from './read-body.ts'

interface StepProps {
  form: FormState
  outlook: Outlook
}

const MOST_IN_VIEW = 8

/** One column in the order in which the paper is handled. */
export const OpeningSteps = ({ form, outlook }: StepProps) => (
  <>
    <Step title="封筒">
      <Envelope form={form} outlook={outlook} />
    </Step>
    <Step title="どなたから">
      <People form={form} outlook={outlook} />
    </Step>
    <Step title="何を求めているか">
      <Wish form={form} />
    </Step>
    <Step title="同封されていたもの">
      <Tick form={form} name="onForm" {...words('onForm')} />
      <Checklist outlook={outlook} fields={form.values as Fields} />
    </Step>
    <Step title="同封のお金">
      <OpeningMoney form={form} />
    </Step>
  </>
)

const Step = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="step">
    <h2>{title}</h2>
    {children}
  </section>
)

/** Label without the help that would stand five times on this page. */
const words = (name: string) => ({ label: fieldLabel('logRequest', name).label })
const options = (name: string, values: readonly string[]) =>
  values.map(value => ({ value, label: choiceLabel(name, value) }))

const Envelope = ({ form, outlook }: StepProps) => (
  <>
    <div class="pair">
      <div>
        <TrackingField form={form} name="trackingNumber" {...fieldLabel('logRequest', 'trackingNumber')} />
        <TrackingRead outlook={outlook} />
      </div>
      <LineField
        form={form}
        name="from"
        label="用紙請求の受付番号"
        help="当方の用紙が返ってきたら、右下の符号を読み取ってください。"
        width={12}
      />
    </div>
    <Choice form={form} name="service" {...words('service')} required options={options('service', incomingServices)} />
    <div class="days">
      <DayField form={form} name="postedOn" {...words('postedOn')} />
      <DayField form={form} name="firstAttemptOn" {...words('firstAttemptOn')} />
      <DayField form={form} name="arrivedOn" {...words('arrivedOn')} required />
      <DayField form={form} name="stampedOn" {...words('stampedOn')} />
    </div>
    <p class="help">
      日付は
      2026/11/21、20261121、R8.11.21、令和8年11月21日のいずれでもかまいません。到達日は窓口に届いた日で、法第39条の2週間は翌日から数えます。
    </p>
    <More title="窓口以外に届いたとき" open={textAt(form.values, 'arrivedAt') !== ''}>
      <LineField form={form} name="arrivedAt" {...words('arrivedAt')} width={20} />
    </More>
  </>
)

const People = ({ form, outlook }: StepProps) => {
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

const Wish = ({ form }: { form: FormState }) => (
  <>
    <div class="kinds">
      <Choices form={form} name="kinds" {...words('kinds')} required options={options('kinds', requestKindNames)} />
    </div>
    <TextField form={form} name="wanted" {...fieldLabel('logRequest', 'wanted')} rows={2} />
    <Choice form={form} name="method" {...words('method')} required options={options('method', methods)} />
    <More title="古い用紙に、今と違う手数料が書かれているとき" open={textAt(form.values, 'shownFee') !== ''}>
      <YenField form={form} name="shownFee" {...fieldLabel('logRequest', 'shownFee')} />
    </More>
  </>
)

const More = ({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) => (
  <details open={open}>
    <summary>{title}</summary>
    {children}
  </details>
)
