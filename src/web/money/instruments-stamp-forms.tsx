import { stampPurposes } from '../../domain/money/stamp-rules.ts'
import { instrumentFields, purposeWords } from '../../words/instruments.ts'
import { SelectField } from '../choices.tsx'
import { LineField } from '../lines.tsx'
import { ActForm, CountedBy, DoneOn } from './instruments-fields.tsx'
import { StampRows } from './instruments-stamp-rows.tsx'
import type { InstrumentsView } from './instruments-view.ts'

/** Stuck on an envelope, or given for something else. */
export const UseStamps = ({ view }: { view: InstrumentsView }) => {
  const form = view.formOf('useStamps')
  return (
    <ActForm view={view} act="useStamps">
      <StampsGiven view={view} act="useStamps" label="使った切手" help="枚数を入れた額面だけを記録します。" />
      <DoneOn view={view} act="useStamps" label="使った日" />
      <SelectField
        form={form}
        name="useStamps.purpose"
        label={instrumentFields.purpose}
        required
        value="postage"
        options={stampPurposes.map(value => ({ value, label: purposeWords[value] }))}
      />
      <LineField
        form={form}
        name="useStamps.caseNumber"
        label={instrumentFields.caseNumber}
        width={8}
        help="1件の発送に使ったときに書くと、その案件から辿れます。"
      />
    </ActForm>
  )
}

/** Two small ones for a bigger one at the post office, which keeps a fee for it. */
export const ExchangeStamps = ({ view }: { view: InstrumentsView }) => {
  const form = view.formOf('exchangeStamps')
  return (
    <ActForm view={view} act="exchangeStamps">
      <StampsGiven view={view} act="exchangeStamps" label="渡した切手" help="交換手数料に充てた切手も含めます。" />
      <StampRows
        form={form}
        name="exchangeStamps.got"
        label={instrumentFields.got}
        help="差額は交換手数料として記録します。"
      />
      <DoneOn view={view} act="exchangeStamps" label="交換した日" />
    </ActForm>
  )
}

/** Every face that is there stands in a row of its own; the person says how many of it went. */
const StampsGiven = ({
  view,
  act,
  label,
  help,
}: {
  view: InstrumentsView
  act: 'useStamps' | 'exchangeStamps'
  label: string
  help: string
}) => (
  <StampRows
    form={view.formOf(act)}
    name={`${act}.stamps`}
    label={label}
    help={help}
    given={view.pool.stamps.faces.map(({ face }) => ({ face, count: 0 }))}
    blank={1}
  />
)

/** 棚卸: all that is there, counted by two. */
export const CountStamps = ({ view }: { view: InstrumentsView }) => (
  <ActForm view={view} act="countStamps">
    <StampRows
      form={view.formOf('countStamps')}
      name="countStamps.stamps"
      label="手もとにある切手のすべて"
      help="書かなかった額面は、1枚もないものとして記録します。"
      given={view.pool.stamps.faces}
    />
    <CountedBy view={view} act="countStamps" />
  </ActForm>
)
