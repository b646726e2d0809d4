import { labelSheets } from '../../desk/print/label-printing.ts'
import { labelCode } from '../../domain/labels.ts'
import { type FormState, fieldId } from '../controls.tsx'
import { inHouse } from '../letters-waiting.ts'
import { Button, Empty, numberText } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { paths } from '../paths.ts'
import { PickBox } from '../pick-box.tsx'
import { textAt, textsAt } from '../read-body.ts'
import { Row, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { AllOrNone } from './all-or-none.tsx'
import { OutdatedMark } from './outdated-mark.tsx'
import { printPaths } from './print-paths.ts'
import { lettersInWords, pickText } from './print-picks.ts'
import type { QueuedLetters } from './print-queue-form.tsx'
import { Wrong, wrongAt } from './wrong-cell.tsx'

/** Which letters, on which sheet, from which label on. */
export const LabelForm = ({
  visit,
  form,
  letters,
  sheet,
  start,
}: {
  visit: Visit
  form: FormState
  letters: QueuedLetters
  /** where the last labels ended; a form that was sent keeps its own */
  sheet: string
  start: number
}) => {
  const chosen = new Set(textsAt(form.values, 'pick'))
  const rows = addressed(letters)
  const small = labelSheets.filter(each => labelCode(each) === 'typed').map(each => each.name)
  if (rows.length === 0)
    return (
      <Empty>
        宛名を印刷する文書はありません。<a href={paths.cases()}>案件</a>で文書を作ると、ここに並びます。
      </Empty>
    )
  return (
    <form method="post" action={printPaths.labels} data-once>
      <Csrf visit={visit} />
      <div class="filters">
        <label>
          ラベル用紙
          <select name="sheet">
            <Options of={labelSheets} chosen={textAt(form.values, 'sheet') || sheet} />
          </select>
        </label>
        <label>
          始める位置（左上が1）
          <input
            id={fieldId('start')}
            name="start"
            class="w4 digits"
            inputMode="numeric"
            value={textAt(form.values, 'start') || String(start)}
            autocomplete="off"
            {...wrongAt(form, 'start')}
          />
        </label>
        <Button primary>ラベルを作る</Button>
      </div>
      <Wrong form={form} path="start" />
      <p class="help">
        同じ案件の同じ方に送る文書は、封筒1通としてラベル1枚にまとめます。ラベルの符号は、封入を確かめるときに封筒の宛名面として読み取れます。
        {small.length > 0 && `${small.join('、')}は小さいため、読み取る符号が入りません。下の番号を手で入れます。`}
      </p>
      {rows.length > 1 && <AllOrNone />}
      <Table
        caption="宛名を印刷する文書"
        columns={[
          { label: '選ぶ', fit: 'tick' },
          { label: '受付番号', fit: 'number' },
          { label: '宛名', fit: 'person' },
          { label: '文書', wide: true },
        ]}
      >
        {rows.map(({ row, letter }) => {
          const text = pickText({ number: row.number, letter: letter.id })
          return (
            <Row>
              <td>
                <PickBox
                  text={text}
                  number={row.number}
                  checked={chosen.has(text)}
                  disabled={letter.outdated ?? false}
                />
              </td>
              <td class="digits">
                <a href={paths.case(row.number)}>{numberText(row.number)}</a>
              </td>
              <td class="narrow" title={row.name ?? undefined}>
                {row.name ?? '（消去済み）'}
              </td>
              <td class={letter.outdated ? 'wide wrap' : 'wide'} title={lettersInWords([letter])}>
                {lettersInWords([letter])}
                {letter.outdated && <OutdatedMark number={row.number} by={visit.by} />}
              </td>
            </Row>
          )
        })}
      </Table>
    </form>
  )
}

/** Letters that go to somebody, those that are printed first: their envelopes wait. */
export const addressed = (letters: QueuedLetters): QueuedLetters['printed'] =>
  [...letters.printed, ...letters.unprinted].filter(({ letter }) => !inHouse.includes(letter.form))

export const Options = ({ of, chosen }: { of: readonly { id: string; name: string }[]; chosen: string }) => (
  <>
    {of.map(({ id, name }) => (
      <option value={id} selected={chosen === id}>
        {name}
      </option>
    ))}
  </>
)
