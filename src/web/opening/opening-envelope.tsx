import { incomingServices } from '../../domain/intake.ts'
import { fieldLabel } from '../../words/fields.ts'
import { Choice } from '../choices.tsx'
import { DayField, LineField, TrackingField } from '../lines.tsx'
import { textAt } from '../read-body.ts'
import { TrackingRead } from './opening-tracking.tsx'
import { More, options, type StepProps, words } from './opening-words.tsx'

/** The outside of the envelope. */
export const Envelope = ({ form, outlook }: StepProps) => (
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
