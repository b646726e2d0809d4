import { labelSheets } from '../../desk/print/label-printing.ts'
import type { WindowEnvelope } from '../../domain/window-envelope.ts'
import { type FormState, fieldId } from '../controls.tsx'
import { Csrf } from '../page.tsx'
import { textAt } from '../read-body.ts'
import type { Visit } from '../visit.ts'
import { Options } from './labels-form.tsx'
import { printPaths } from './print-paths.ts'
import { faceFields, keptOffsets, labelFields, millimetres } from './printer-offsets.ts'
import { Wrong, wrongAt } from './wrong-cell.tsx'

/** How far this workplace's printer is off, and a sheet to see it by. A form of its own: Enter in it keeps, and prints no labels. */
export const PrinterForm = ({
  visit,
  form,
  windows,
}: {
  visit: Visit
  form: FormState
  windows: readonly WindowEnvelope[]
}) => {
  const { label, face } = keptOffsets(visit)
  const kept = [label.x, label.y, face.x, face.y]
  return (
    <form class="panel" method="post" action={printPaths.labels}>
      <Csrf visit={visit} />
      <h2>プリンターの補正</h2>
      <p class="help">
        印刷が左や上にずれているときに増やします。このブラウザーに保存し、封筒の補正は、封筒とまとめて印刷にも使います。
      </p>
      {[...labelFields, ...faceFields].map(([name, label], at) => (
        <div class={form.issues.some(issue => issue.path === name) ? 'field wrong' : 'field'}>
          <label for={fieldId(name)}>{label}</label>
          <Wrong form={form} path={name} />
          <span class="entry">
            <input
              id={fieldId(name)}
              name={name}
              class="w4 digits right"
              inputMode="decimal"
              value={textAt(form.values, name) || millimetres(kept[at] ?? 0)}
              autocomplete="off"
              {...wrongAt(form, name)}
            />
            <span class="unit">mm</span>
          </span>
        </div>
      ))}
      <p class="buttons">
        <button class="button" type="submit" name="keep" value="1">
          補正を保存
        </button>
      </p>
      <div class="field">
        <label for="f-try-sheet">試し刷りの用紙</label>
        <select id="f-try-sheet" name="sheet">
          <Options of={labelSheets} chosen={textAt(form.values, 'sheet')} />
          <optgroup label="窓付きの封筒">
            <Options of={windows} chosen={textAt(form.values, 'sheet')} />
          </optgroup>
        </select>
      </div>
      <p class="buttons">
        <button class="button" type="submit" name="try" value="1" formtarget="_blank">
          試し刷り
        </button>
      </p>
    </form>
  )
}
