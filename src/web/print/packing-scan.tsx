import type { ComponentChildren } from 'preact'
import { type PageCode, sheetPart } from '../../domain/page-code.ts'
import type { Scanned } from '../../domain/page-set.ts'
import { pageInWords, scanSentence, scanSign, sheetInWords } from '../../words/pages.ts'

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

export const which = (code: PageCode): string =>
  `${code.number}-${code.letter.toUpperCase()}-${sheetPart(code)}-${code.page}/${code.pages}`

/** Seen from where the papers lie: colour, shape and words say the same; of a wrong sheet which page of which number it is. */
export const Sign = ({ scanned, left }: { scanned: readonly Scanned[]; left: number }) => {
  const wrong = scanned.findLast(each => each.fault !== undefined)
  if (wrong?.fault !== undefined)
    return (
      <WrongSign words={scanSign(wrong.fault)}>
        {wrong.code && pageInWords(which(wrong.code), wrong.code.form)}
      </WrongSign>
    )
  return (
    <p class={`packing-sign ${left === 0 ? 'good' : 'calm'}`}>
      <span aria-hidden="true">{left === 0 ? '●' : '○'}</span>
      <span class="words">{left === 0 ? '揃いました' : `あと${left}面`}</span>
    </p>
  )
}

export const WrongSign = ({ words, children }: { words: string; children: ComponentChildren }) => (
  <p class="packing-sign late">
    <span aria-hidden="true">▲</span>
    <span class="words">
      {words}
      {children && <span class="packing-which">{children}</span>}
    </span>
  </p>
)

/** What was read so far: what is wrong on top, each with what to do, then the latest first. */
export const Scans = ({ scanned }: { scanned: readonly Scanned[] }) => {
  const all = scanned.map((each, at) => ({ ...each, at })).reverse()
  const wrong = all.filter(({ fault }) => fault !== undefined)
  return (
    <ul class="packing-scans" aria-label="読み取ったもの">
      {wrong.map(({ code, fault, at }, nth) => (
        <li class="wrong">
          <span aria-hidden="true">▲</span>
          <span>{fault && scanSentence(fault, code === null ? at + 1 : which(code), code?.form)}</span>
          <button class="button quiet" type="submit" name="remove" value={at} form="packing-read">
            取り除いた{nth === 0 && <kbd>Delete</kbd>}
          </button>
        </li>
      ))}
      {all.map(
        ({ code, fault }) =>
          fault === undefined &&
          code && (
            <li class="right">
              <span aria-hidden="true">✓</span>
              <span>{pageInWords(which(code), code.form)}</span>
            </li>
          ),
      )}
    </ul>
  )
}

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
