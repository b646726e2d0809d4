import type { ComponentChildren } from 'preact'
import { methods } from '../../domain/intake.ts'
import { requestKindNames } from '../../domain/kinds.ts'
import { fieldLabel } from '../../words/fields.ts'
import { Choice, Choices, Tick } from '../choices.tsx'
import type { FormState } from '../controls.tsx'
import { TextField, YenField } from '../lines.tsx'
import { type Fields, textAt } from '../read-body.ts'
import { Checklist } from './opening-checklist.tsx'
import { Envelope } from './opening-envelope.tsx'
import { OpeningMoney } from './opening-money.tsx'
import { People } from './opening-people.tsx'
import { More, options, type StepProps, words } from './opening-words.tsx'

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

const Wish = ({ form }: { form: FormState }) => (
  <>
    <div class="kinds">
      <Choices form={form} name="kinds" {...words('kinds')} required options={options('kinds', requestKindNames)} />
    </div>
    <TextField
      form={form}
      name="wanted"
      {...words('wanted')}
      help="請求書の言葉のまま入れてください。次の欄へは Tab で進みます。"
      rows={2}
    />
    <Choice form={form} name="method" {...words('method')} required options={options('method', methods)} />
    <More title="古い用紙に、今と違う手数料が書かれているとき" open={textAt(form.values, 'shownFee') !== ''}>
      <YenField form={form} name="shownFee" {...fieldLabel('logRequest', 'shownFee')} />
    </More>
  </>
)
