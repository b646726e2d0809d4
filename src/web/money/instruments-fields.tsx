import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import type { Stamps } from '../../domain/fee.ts'
import type { InstrumentAct } from '../../domain/money/instrument-acts.ts'
import { countReasons } from '../../domain/money/instrument-rule.ts'
import { countReasonWords, instrumentActWords, instrumentFields } from '../../words/instruments.ts'
import { SelectField } from '../choices.tsx'
import { type FormState, fieldId } from '../controls.tsx'
import { Button, Empty } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { textAt, valueAt } from '../read-body.ts'
import { instrumentPaths } from './instrument-paths.ts'
import type { InstrumentsView } from './instruments-view.ts'

/** A deed of the page: closed until somebody opens it, open again where it was not accepted. */
export const ActForm = ({
  view,
  act,
  children,
}: {
  view: InstrumentsView
  act: InstrumentAct
  children: ComponentChildren
}) => {
  const form = view.formOf(act)
  return (
    <details class="panel act-form" open={form.issues.length > 0 || form.problem !== undefined}>
      <summary>{instrumentActWords[act]}</summary>
      <form method="post" action={instrumentPaths.act(act)} data-once>
        <Csrf visit={view.visit} />
        <input type="hidden" name="_once" value={randomUUID()} />
        <input type="hidden" name={`${act}.operator`} value={view.operator} />
        {children}
        <Button>{instrumentActWords[act]}</Button>
      </form>
    </details>
  )
}

/** Rows of face and number. `given`: what stands in them at first; `blank`: empty rows after it. */
export const StampRows = ({
  form,
  name,
  label,
  help,
  given = [],
  blank = 3,
}: {
  form: FormState
  name: string
  label: string
  help?: string
  given?: readonly Stamps[]
  blank?: number
}) => {
  const typed = valueAt(form.values, name)
  const rows = Array.isArray(typed)
    ? typed.map(row => [textAt(row, 'face'), textAt(row, 'count')] as const)
    : given.map(({ face, count }) => [String(face), String(count)] as const)
  const all = [...rows, ...Array.from({ length: blank }, () => ['', ''] as const)]
  const issue = form.issues.find(({ path }) => path === name)
  return (
    <fieldset class={issue ? 'field wrong' : 'field'} id={fieldId(name)}>
      <legend>{label}</legend>
      {help && <p class="help">{help}</p>}
      {issue && (
        <p class="issue">
          <span aria-hidden="true">▲</span> {issue.sentence}
        </p>
      )}
      {all.map(([face, count], nth) => (
        <span class="stamp-row">
          <StampCell
            form={form}
            name={`${name}.${nth}.face`}
            value={face}
            unit="円切手"
            label={`${nth + 1}行目の額面`}
          />
          <StampCell form={form} name={`${name}.${nth}.count`} value={count} unit="枚" label={`${nth + 1}行目の枚数`} />
        </span>
      ))}
    </fieldset>
  )
}

const StampCell = ({
  form,
  name,
  value,
  unit,
  label,
}: {
  form: FormState
  name: string
  value: string
  unit: string
  label: string
}) => {
  const issue = form.issues.find(({ path }) => path === name)
  return (
    <span class={issue ? 'entry wrong' : 'entry'} title={issue?.sentence}>
      <input
        id={fieldId(name)}
        name={name}
        class="w4 digits right"
        inputMode="numeric"
        value={value}
        autocomplete="off"
        aria-label={label}
        {...(issue && { 'aria-invalid': true as const })}
      />
      <span class="unit">{unit}</span>
    </span>
  )
}

/** The second pair of eyes, and why it differs. */
export const CountedBy = ({ view, act }: { view: InstrumentsView; act: 'countStamps' | 'countCash' }) => {
  const form = view.formOf(act)
  return (
    <>
      {view.counters.length === 0 && (
        <Empty>いっしょに数えられる担当者がいません。管理者に職員の登録を依頼してください。</Empty>
      )}
      <SelectField
        form={form}
        name={`${act}.with`}
        label={instrumentFields.with}
        required
        help="記録する人のほかに、もう一人が数えて合っていることを確かめます。"
        options={view.counters.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        form={form}
        name={`${act}.reason`}
        label={instrumentFields.reason}
        help="帳簿と合うときは選びません。"
        options={countReasons.map(value => ({ value, label: countReasonWords[value] }))}
      />
    </>
  )
}
