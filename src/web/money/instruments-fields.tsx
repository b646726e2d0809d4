import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { countReasons } from '../../domain/money/counting.ts'
import type { InstrumentAct } from '../../domain/money/instrument-acts.ts'
import { countReasonWords, instrumentActWords, instrumentFields } from '../../words/instruments.ts'
import { SelectField } from '../choices.tsx'
import { DayField } from '../lines.tsx'
import { Button, Empty } from '../marks.tsx'
import { Csrf } from '../page.tsx'
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

/** The day of the deed: today, unless the person says another. */
export const DoneOn = ({ view, act, label }: { view: InstrumentsView; act: InstrumentAct; label: string }) => (
  <DayField
    form={view.formOf(act)}
    name={`${act}.on`}
    label={label}
    required
    width={8}
    value={view.today.replaceAll('-', '/')}
  />
)

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
