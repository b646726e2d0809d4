import type { Stamps } from '../../domain/fee.ts'
import { stampsInWords } from '../../words/instruments.ts'
import { Empty } from '../marks.tsx'
import { signed } from './instruments-marks.tsx'
import { Moves } from './instruments-moves.tsx'
import { Faces } from './instruments-stamp-faces.tsx'
import { CountStamps, ExchangeStamps, UseStamps } from './instruments-stamp-forms.tsx'
import type { InstrumentsView } from './instruments-view.ts'

/** 切手帳 of one operator: what is there face by face, what came and went, and what to do with it. */
export const StampsSection = ({ view }: { view: InstrumentsView }) => {
  const { pool, may, names, operator } = view
  const { unknown, yen: all, moves } = pool.stamps
  return (
    <section class="group" id="stamps">
      <h2>
        切手帳（{names.get(operator) ?? operator}） <span class="count">{signed(all)}</span>
      </h2>
      {unknown !== 0 && (
        <p class="notice">
          <span aria-hidden="true">▲</span> 額面の分からない出入りが{signed(unknown)}
          分あります。棚卸をして、額面ごとの枚数を記録してください。
        </p>
      )}
      {moves.length === 0 ? (
        <Empty>切手はありません。入金の方法を「切手」として記録すると、ここに額面ごとに並びます。</Empty>
      ) : (
        <div class="halves">
          <Faces book={pool.stamps} />
          <Moves
            view={view}
            caption="切手の受払"
            moves={moves}
            columns={[{ label: '受入' }, { label: '払出' }, { label: '増減', right: true }]}
            cells={move => (
              <>
                <InWords stamps={move.in} />
                <InWords stamps={move.out} />
                <td class="right">{signed(move.amount)}</td>
              </>
            )}
          />
        </div>
      )}
      {may && (
        <div class="act-forms">
          {all > 0 && <UseStamps view={view} />}
          {all > 0 && <ExchangeStamps view={view} />}
          <CountStamps view={view} />
        </div>
      )}
    </section>
  )
}

const InWords = ({ stamps }: { stamps: readonly Stamps[] }) => (
  <td class="narrow" title={stampsInWords(stamps)}>
    {stampsInWords(stamps) || '—'}
  </td>
)
