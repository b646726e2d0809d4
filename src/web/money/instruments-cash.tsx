import { instrumentFields } from '../../words/instruments.ts'
import { SelectField } from '../choices.tsx'
import { YenField } from '../lines.tsx'
import { Empty } from '../marks.tsx'
import { BankedCash } from './instruments-banked.tsx'
import { ActForm, CountedBy, DoneOn } from './instruments-fields.tsx'
import { signed } from './instruments-marks.tsx'
import { Moves } from './instruments-moves.tsx'
import type { InstrumentsView } from './instruments-view.ts'

/** 現金出納 of one operator: what lies in the box, and what is on its way into the bank. */
export const CashSection = ({ view }: { view: InstrumentsView }) => {
  const { pool, may, names, operator, accounts } = view
  const { yen: all, moves } = pool.cash
  const into = accounts.filter(({ active, operators }) => active && operators.includes(operator))
  const counting = view.formOf('countCash')
  const banking = view.formOf('bankCash')
  return (
    <section class="group" id="cash">
      <h2>
        手もとの現金（{names.get(operator) ?? operator}） <span class="count">{signed(all)}</span>
      </h2>
      {all < 0 && (
        <p class="notice late">
          <span aria-hidden="true">■</span>{' '}
          帳簿より多く支払われています。立て替えた分を確かめ、現金を数えて記録してください。
        </p>
      )}
      {moves.length === 0 ? (
        <Empty>現金の出入りはありません。現金や現金書留での入金、定額小為替の換金を記録すると、ここに並びます。</Empty>
      ) : (
        <Moves
          view={view}
          caption="現金の出納"
          moves={moves}
          columns={[
            { label: '受入', right: true },
            { label: '払出', right: true },
            { label: '残高', right: true },
          ]}
          cells={move => (
            <>
              <td class="right">{move.amount > 0 ? signed(move.amount) : '—'}</td>
              <td class="right">{move.amount < 0 ? signed(-move.amount) : '—'}</td>
              <td class="right">{signed(move.balance)}</td>
            </>
          )}
        />
      )}
      <BankedCash view={view} />
      {may && (
        <div class="act-forms">
          {all > 0 && into.length > 0 && (
            <ActForm view={view} act="bankCash">
              <YenField
                form={banking}
                name="bankCash.amount"
                label={instrumentFields.amount}
                required
                value={String(all)}
              />
              <DoneOn view={view} act="bankCash" label="預けた日" />
              <SelectField
                form={banking}
                name="bankCash.into"
                label={instrumentFields.into}
                required
                {...(into.length === 1 && into[0] && { value: into[0].id })}
                options={into.map(({ id, label }) => ({ value: id, label }))}
              />
            </ActForm>
          )}
          <ActForm view={view} act="countCash">
            <YenField form={counting} name="countCash.counted" label={instrumentFields.counted} required />
            <CountedBy view={view} act="countCash" />
          </ActForm>
        </div>
      )}
    </section>
  )
}
