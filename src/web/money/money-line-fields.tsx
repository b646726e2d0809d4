import type { LineFile } from '../../desk/money/line-book.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { LineAct } from '../../domain/money/line-acts.ts'
import { asideReasons, debitReasons } from '../../domain/money/line-aside.ts'
import { accountKinds, type Payee } from '../../domain/payee.ts'
import { formatYen } from '../../domain/yen.ts'
import { asideReasonWords, lineFieldLabel } from '../../words/line-acts.ts'
import { accountKindWords } from '../../words/payments.ts'
import { Choice } from '../choices.tsx'
import type { FormState } from '../controls.tsx'
import { DayField, LineField, TextField, YenField } from '../lines.tsx'

/** The fields of an act of a line; amounts are proposed as far as they are known. */
export const LineActFields = ({
  act,
  form,
  file,
  today,
}: {
  act: LineAct
  form: FormState
  file: LineFile
  today: PlainDate
}) => {
  const field = (name: string) => ({ form, name, label: lineFieldLabel(act, name), required: true })
  switch (act) {
    case 'setAside':
      return <Choice {...field('reason')} options={reasons(asideReasons)} />
    case 'setDebitAside':
      return <Choice {...field('reason')} options={reasons(debitReasons)} />
    case 'noteLine':
      return <TextField {...field('note')} />
    case 'proposeLineRefund':
      return (
        <>
          <YenField {...field('amount')} value={String(file.state.rest)} />
          <fieldset class="person">
            <legend>振込先（お返しする方の口座）</legend>
            <LineField {...field('payee.bank')} width={12} />
            <LineField {...field('payee.branch')} width={12} />
            <Choice
              {...field('payee.kind')}
              options={accountKinds.map(kind => ({ value: kind, label: accountKindWords[kind] }))}
            />
            <LineField {...field('payee.number')} width={8} />
            <LineField {...field('payee.holder')} width={20} />
          </fieldset>
          <TextField {...field('why')} />
        </>
      )
    case 'requestRecall':
      return (
        <>
          <DayField {...field('on')} value={today} />
          <YenField {...field('amount')} value={String(file.row.in ?? 0)} />
          <TextField {...field('why')} />
        </>
      )
    case 'declineLineRefund':
    case 'withdrawLineRefund':
    case 'refuseRecall':
      return <TextField {...field('why')} />
    case 'approveLineRefund':
      return <PayeeTold file={file} />
    default:
      return null
  }
}

const reasons = (codes: readonly (keyof typeof asideReasonWords)[]) =>
  codes.map(value => ({ value, label: asideReasonWords[value] }))

/** Who approves sees to whom the money goes. */
const PayeeTold = ({ file }: { file: LineFile }) => {
  const told = file.words.findLast(({ field }) => field === 'payee')?.value
  const why = file.words.findLast(({ field }) => field === 'why')?.value
  if (typeof told !== 'object' || told === null) return null
  const { bank, branch, kind, number, holder } = told as Payee
  return (
    <dl class="line-facts">
      <dt>お返しする額</dt>
      <dd class="digits">{file.state.refund && formatYen(file.state.refund.amount)}</dd>
      <dt>振込先</dt>
      <dd>
        {bank} {branch} {accountKindWords[kind]} {number}
        <br />
        {holder}
      </dd>
      <dt>理由</dt>
      <dd>{String(why ?? '')}</dd>
    </dl>
  )
}
