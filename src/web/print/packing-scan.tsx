import type { PageCode } from '../../domain/page-code.ts'
import type { Scanned } from '../../domain/page-set.ts'
import { pageInWords, scanSentence, sheetInWords } from '../../words/pages.ts'

export const ScanField = ({ help }: { help: string }) => (
  <div class="field">
    <label for="scan">書類又は封筒の番号</label>
    <p class="help" id="scan-help">
      {help}
    </p>
    <div class="packing-entry">
      <input
        id="scan"
        name="scan"
        class="digits"
        autocomplete="off"
        spellcheck={false}
        autofocus
        aria-describedby="scan-help"
      />
      <button class="button" type="submit">
        読み取る
      </button>
    </div>
  </div>
)

const which = ({ number, letter, sheet, page, pages }: PageCode): string =>
  `${number}-${letter.toUpperCase()}-${sheet}-${page}/${pages}`

/** What was read so far, the latest first: a tick, or a red sentence and what to do. */
export const Scans = ({ scanned }: { scanned: readonly Scanned[] }) => (
  <ol class="packing-scans" reversed aria-label="読み取ったもの">
    {scanned
      .map(({ code, fault }, at) => ({ code, fault, at }))
      .reverse()
      .map(({ code, fault, at }) => (
        <li class={fault ? 'wrong' : 'right'}>
          <span aria-hidden="true">{fault ? '▲' : '✓'}</span>
          <span>
            {fault
              ? scanSentence(fault, code === null ? at + 1 : which(code), code?.form)
              : code && pageInWords(which(code), code.form)}
          </span>
          {fault && (
            <button class="button quiet" type="submit" name="remove" value={at} form="packing-read">
              取り除いた
            </button>
          )}
        </li>
      ))}
  </ol>
)

/** The set sheet by sheet: how many of its pages were read. */
export const Sheets = ({ expected, missing }: { expected: readonly PageCode[]; missing: readonly PageCode[] }) => {
  const sheets = expected.filter(code => code.page === 1)
  const of = (list: readonly PageCode[], sheet: PageCode) =>
    list.filter(code => code.letter === sheet.letter && code.sheet === sheet.sheet).length
  return (
    <ul class="packing-sheets" aria-label="封筒に入れるもの">
      {sheets.map(sheet => {
        const [all, left] = [of(expected, sheet), of(missing, sheet)]
        return (
          <li class={left === 0 ? 'right' : undefined}>
            <span aria-hidden="true">{left === 0 ? '✓' : '○'}</span>
            <span>{sheetInWords(sheet.letter, sheet.sheet, sheet.form)}</span>
            <b>
              {all - left}/{all}面
            </b>
          </li>
        )
      })}
    </ul>
  )
}
