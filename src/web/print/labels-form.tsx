import { labelSheets } from '../../desk/print/label-printing.ts'
import type { WindowEnvelope } from '../../domain/window-envelope.ts'
import { type FormState, fieldId } from '../controls.tsx'
import { inHouse } from '../letters-waiting.ts'
import { Button, Empty, numberText } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { paths } from '../paths.ts'
import { PickBox } from '../pick-box.tsx'
import { textAt, textsAt } from '../read-body.ts'
import { Row, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { printPaths } from './print-paths.ts'
import { lettersInWords, pickText } from './print-picks.ts'
import type { QueuedLetters } from './print-queue-form.tsx'
import { faceFields, keptOffsets, labelFields, millimetres } from './printer-offsets.ts'

/** One form, two buttons: the labels, or the sheet to try the printer with. */
export const LabelForm = ({
  visit,
  form,
  letters,
  windows,
}: {
  visit: Visit
  form: FormState
  letters: QueuedLetters
  windows: readonly WindowEnvelope[]
}) => {
  const chosen = new Set(textsAt(form.values, 'pick'))
  const rows = [...letters.printed, ...letters.unprinted].filter(({ letter }) => !inHouse.includes(letter.form))
  const { label, face } = keptOffsets(visit)
  const kept = [label.x, label.y, face.x, face.y]
  return (
    <form method="post" action={printPaths.labels}>
      <Csrf visit={visit} />
      <div class="filters">
        <label>
          ラベル用紙
          <select name="sheet">
            <Options of={labelSheets} chosen={textAt(form.values, 'sheet')} />
            <optgroup label="窓付きの封筒（試し刷りだけ）">
              <Options of={windows} chosen={textAt(form.values, 'sheet')} />
            </optgroup>
          </select>
        </label>
        <Small form={form} name="start" label="始める位置（左上が1）" value="1" />
        {[...labelFields, ...faceFields].map(([name, label], at) => (
          <Small form={form} name={name} label={`${label}mm`} value={millimetres(kept[at] ?? 0)} />
        ))}
        <button class="button quiet" type="submit" name="keep" value="1">
          補正を保存
        </button>
        <button class="button quiet" type="submit" name="try" value="1">
          試し刷り
        </button>
        {rows.length > 0 && <Button primary>ラベルを作る</Button>}
      </div>
      <p class="help">
        補正は、印刷が左や上にずれているときに増やします。このブラウザーに保存し、封筒の補正は、封筒とまとめて印刷に使います。
      </p>
      {rows.length === 0 ? (
        <Empty>宛名を印刷する文書はありません。試し刷りはできます。</Empty>
      ) : (
        <Table
          caption="宛名を印刷する文書"
          columns={[{ label: '選ぶ' }, { label: '受付番号' }, { label: '宛名' }, { label: '文書', wide: true }]}
        >
          {rows.map(({ row, letter }) => {
            const text = pickText({ number: row.number, letter: letter.id })
            return (
              <Row>
                <td>
                  <PickBox text={text} number={row.number} checked={chosen.has(text)} />
                </td>
                <td class="digits">
                  <a href={paths.case(row.number)}>{numberText(row.number)}</a>
                </td>
                <td class="narrow" title={row.name ?? undefined}>
                  {row.name ?? '（消去済み）'}
                </td>
                <td class="wide">{lettersInWords([letter])}</td>
              </Row>
            )
          })}
        </Table>
      )}
    </form>
  )
}

const Options = ({ of, chosen }: { of: readonly { id: string; name: string }[]; chosen: string }) => (
  <>
    {of.map(({ id, name }) => (
      <option value={id} selected={chosen === id}>
        {name}
      </option>
    ))}
  </>
)

const Small = ({ form, name, label, value }: { form: FormState; name: string; label: string; value: string }) => (
  <label>
    {label}
    <input
      id={fieldId(name)}
      name={name}
      class="w4 digits"
      inputMode="decimal"
      value={textAt(form.values, name) || value}
      autocomplete="off"
    />
  </label>
)
