import type { Box } from '../domain/package.ts'
import { type FormIssue, type FormState, fieldId, Wrong } from './controls.tsx'
import { isFields, textAt } from './read-body.ts'

/** The boxes of a page as rows of millimetres: typed, read, told what is wrong with them. */
const SPARE = 3
const sides = ['x', 'y', 'w', 'h'] as const
const sideWords = { x: '左から', y: '上から', w: '幅', h: '高さ' } as const

/** Rows of the form as boxes; a box must lie on the page at least in part and be a millimetre wide and high. */
export const boxesIn = (
  rows: unknown,
  size: { width: number; height: number },
): { boxes: Box[]; issues: FormIssue[] } => {
  const issues: FormIssue[] = []
  const boxes = (Array.isArray(rows) ? rows : []).filter(isFields).map((row, at) => {
    const number = (side: keyof Box) =>
      Number(textAt(row, side).normalize('NFKC').replace(/mm$/i, '').trim() || Number.NaN)
    const box = { x: number('x'), y: number('y'), w: number('w'), h: number('h') }
    const sane = sides.every(side => box[side] >= 0 && box[side] <= 2_000)
    if (!sane || box.w < 1 || box.h < 1 || box.x >= size.width || box.y >= size.height)
      issues.push({
        path: `boxes.${at}.x`,
        label: `枠${at + 1}`,
        sentence: `左上の位置（紙は幅${Math.round(size.width)}mm、高さ${Math.round(size.height)}mm）と、1mm以上の幅と高さを入れてください。`,
      })
    return box
  })
  return { boxes, issues }
}

export const Boxes = ({ form, boxes }: { form: FormState; boxes: readonly Box[] }) => {
  const typed = Array.isArray(form.values.boxes) ? form.values.boxes : boxes
  const rows = [...typed, ...Array.from({ length: SPARE }, () => ({}))]
  return (
    <table class="mask-boxes">
      <caption>枠（ミリメートル、紙の左上から）。消すときは、4つとも空にします。</caption>
      <thead>
        <tr>
          <th scope="col">枠</th>
          {sides.map(side => (
            <th scope="col">{sideWords[side]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const issue = form.issues.find(each => each.path === `boxes.${at}.x`)
          const told = `${fieldId(`boxes.${at}.x`)}-issue`
          return (
            <>
              <tr data-box>
                <th scope="row">{at + 1}</th>
                {sides.map(side => (
                  <td>
                    <input
                      type="text"
                      inputMode="decimal"
                      class="w4 digits"
                      autocomplete="off"
                      id={fieldId(`boxes.${at}.${side}`)}
                      name={`boxes.${at}.${side}`}
                      aria-label={`枠${at + 1}の${sideWords[side]}`}
                      value={textAt(row, side)}
                      {...(issue && { 'aria-invalid': true as const, 'aria-describedby': told })}
                    />
                  </td>
                ))}
              </tr>
              {issue && (
                <tr>
                  <td colSpan={sides.length + 1}>
                    <Wrong id={told} sentence={issue.sentence} />
                  </td>
                </tr>
              )}
            </>
          )
        })}
      </tbody>
    </table>
  )
}
