import type { Stamps } from '../../domain/fee.ts'
import { stampPurposes } from '../../domain/money/stamp-rules.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { instrumentFields, moveWords, purposeWords } from '../../words/instruments.ts'
import { SelectField } from '../choices.tsx'
import { DayField, LineField } from '../lines.tsx'
import { Empty, numberText } from '../marks.tsx'
import { paths } from '../paths.ts'
import { ShortDay } from '../settings-marks.tsx'
import { Row, Table } from '../table.tsx'
import { ActForm, CountedBy, StampRows } from './instruments-fields.tsx'
import { signed, TakeBack } from './instruments-marks.tsx'
import type { InstrumentsView } from './instruments-view.ts'

const MOST_MOVES = 100

/** 切手帳 of one operator: what is there face by face, what came and went, and what to do with it. */
export const StampsSection = ({ view }: { view: InstrumentsView }) => {
  const { pool, may, names, operator } = view
  const { faces, unknown, yen: all, moves } = pool.stamps
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
          <Faces faces={faces} unknown={unknown} all={all} />
          <Moves view={view} />
        </div>
      )}
      {may && (
        <div class="act-forms">
          {all > 0 && <Use view={view} />}
          {all > 0 && <Exchange view={view} />}
          <ActForm view={view} act="countStamps">
            <StampRows
              form={view.formOf('countStamps')}
              name="countStamps.stamps"
              label="手もとにある切手のすべて"
              help="書かなかった額面は、1枚もないものとして記録します。"
              given={faces}
            />
            <CountedBy view={view} act="countStamps" />
          </ActForm>
        </div>
      )}
    </section>
  )
}

const Faces = ({ faces, unknown, all }: { faces: readonly Stamps[]; unknown: number; all: number }) => (
  <Table
    caption="手もとの切手"
    columns={[
      { label: '額面', right: true },
      { label: '枚数', right: true },
      { label: '金額', right: true },
    ]}
  >
    {faces.map(({ face, count }) => (
      <Row>
        <td class="right">{formatYen(yen(face))}</td>
        <td class="right">{count}枚</td>
        <td class="right">{signed(face * count)}</td>
      </Row>
    ))}
    {unknown !== 0 && (
      <Row>
        <td class="right">額面不明</td>
        <td class="right">—</td>
        <td class="right">{signed(unknown)}</td>
      </Row>
    )}
    <Row>
      <td class="right">
        <b>合計</b>
      </td>
      <td />
      <td class="right">
        <b>{signed(all)}</b>
      </td>
    </Row>
  </Table>
)

export const stampsInWords = (stamps: readonly Stamps[]): string =>
  stamps.map(({ face, count }) => `${face}円×${count}`).join('、')

const Moves = ({ view }: { view: InstrumentsView }) => {
  const { moves } = view.pool.stamps
  return (
    <Table
      caption="切手の受払"
      columns={[
        { label: '日付' },
        { label: '摘要', wide: true },
        { label: '受入' },
        { label: '払出' },
        { label: '増減', right: true },
        { label: '記録した人' },
        { label: '' },
      ]}
    >
      {moves
        .toReversed()
        .slice(0, MOST_MOVES)
        .map(move => (
          <Row>
            <td>
              <ShortDay on={move.on} today={view.today} />
            </td>
            <td class="wide">
              {moveWords(move, view.nameOf)}
              {move.caseNumber && <a href={paths.case(move.caseNumber)}> {numberText(move.caseNumber)}</a>}
              {move.takenBack && <span class="sub">取消済み</span>}
            </td>
            <td class="narrow" title={stampsInWords(move.in)}>
              {stampsInWords(move.in) || '—'}
            </td>
            <td class="narrow" title={stampsInWords(move.out)}>
              {stampsInWords(move.out) || '—'}
            </td>
            <td class="right">{signed(move.amount)}</td>
            <td>{view.nameOf(move.by)}</td>
            <td>
              <TakeBack view={view} move={move} />
            </td>
          </Row>
        ))}
    </Table>
  )
}

const Use = ({ view }: { view: InstrumentsView }) => {
  const form = view.formOf('useStamps')
  return (
    <ActForm view={view} act="useStamps">
      <StampRows
        form={form}
        name="useStamps.stamps"
        label="使った切手"
        help="枚数を入れた額面だけを記録します。"
        given={view.pool.stamps.faces.map(({ face }) => ({ face, count: 0 }))}
        blank={1}
      />
      <DayField
        form={form}
        name="useStamps.on"
        label="使った日"
        required
        width={8}
        value={view.today.replaceAll('-', '/')}
      />
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

const Exchange = ({ view }: { view: InstrumentsView }) => {
  const form = view.formOf('exchangeStamps')
  return (
    <ActForm view={view} act="exchangeStamps">
      <StampRows
        form={form}
        name="exchangeStamps.stamps"
        label="渡した切手"
        help="交換手数料に充てた切手も含めます。"
        given={view.pool.stamps.faces.map(({ face }) => ({ face, count: 0 }))}
        blank={1}
      />
      <StampRows
        form={form}
        name="exchangeStamps.got"
        label={instrumentFields.got}
        help="差額は交換手数料として記録します。"
      />
      <DayField
        form={form}
        name="exchangeStamps.on"
        label="交換した日"
        required
        width={8}
        value={view.today.replaceAll('-', '/')}
      />
    </ActForm>
  )
}
