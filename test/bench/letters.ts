// Letters: one after the other as single PDFs, and 200 sheets as one PDF.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { loadDefinitions } from '../../src/documents/definition.ts'
import { renderSheets, type Sheet, type Values } from '../../src/documents/render.ts'
import { tell, timed } from './measured.ts'
import { root } from './running.ts'

const FORMS = ['reception-slip', 'reply-disclosure-full', 'reply-absent', 'fee-notice', 'fee-receipt']
const SINGLE = 100
const TOGETHER = 200

const definitions = loadDefinitions(join(root, 'forms'))
const sheetOf = (nth: number): Sheet => {
  const form = FORMS[nth % FORMS.length] ?? ''
  const definition = definitions.get(form)
  if (definition === undefined) throw new Error(`no form ${form}`)
  const values = parse(readFileSync(join(root, 'fixtures/documents', `${form}.yaml`), 'utf8')) as Values
  return { definition, values, caseNumber: '26000147', createdAt: '2026-11-21T01:00:00.000Z' }
}
const sheets = Array.from({ length: Math.max(SINGLE, TOGETHER) }, (_, nth) => sheetOf(nth))

tell('first letter, cold', `${(await timed(() => renderSheets(sheets.slice(0, 1)))).toFixed(0)} ms`)
for (const sheet of sheets.slice(0, 20)) await renderSheets([sheet])
let bytes = 0
const single = await timed(async () => {
  for (const sheet of sheets.slice(0, SINGLE)) bytes += (await renderSheets([sheet])).length
})
tell(
  'single letters, warm',
  `${((SINGLE / single) * 1000).toFixed(0)} /s`,
  `${(bytes / SINGLE / 1024).toFixed(0)} KiB each`,
)
const together = await timed(async () => {
  bytes = (await renderSheets(sheets.slice(0, TOGETHER))).length
})
tell(`${TOGETHER} sheets as one PDF`, `${(together / 1000).toFixed(1)} s`, `${(bytes / 1024).toFixed(0)} KiB`)
tell(
  'sheet in one PDF against single letter',
  `${(single / SINGLE / (together / TOGETHER)).toFixed(1)} times`,
  'as many in a second',
)
