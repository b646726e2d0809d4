// Every paper, and three kinds of file made of many, read by an independent validator of PDF/A: Apache PDFBox Preflight. It knows
// PDF/A-1b only, so two findings are expected: that the file says part 2, and that a subset has no CIDSet (part 2, 6.2.11.4.2:
// optional). Anything else is a fault, and the exit code says so. On Debian, with Java:
//   apt-get install libpdfbox2-java libcommons-logging-java libactivation-java libjaxb-api-java libcommons-io-java
//   npx tsx test/documents/preflight.ts
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderSheets } from '../../src/documents/render.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import { definitionOf, definitions, fixtureOf, print } from './sheets.ts'

const FOLDER = process.env.JAVA_JARS ?? '/usr/share/java'
const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
]
const EXPECTED = [/^3\.1\.11 : .*CIDSet entry is missing/, /^7\.11\.2 : Error on MetaData, part must be 1/]

const NUMBER = caseNumber(2026, 14)
const SET = { letter: 'l1', sheet: 0 }
const sheetOf = (id: string) => ({
  definition: definitionOf(id),
  values: fixtureOf(id),
  caseNumber: NUMBER,
  createdAt: '2026-11-22T01:00:00.000Z',
  ...SET,
})

const files = new Map<string, Buffer>()
for (const id of definitions.keys()) files.set(id, await print(definitionOf(id), fixtureOf(id), NUMBER, SET))
files.set('all together', await renderSheets([...definitions.keys()].map(sheetOf)))

const folder = mkdtempSync(join(tmpdir(), 'preflight-'))
const classPath = JARS.map(name => join(FOLDER, `${name}.jar`)).join(':')
let faults = 0
for (const [name, bytes] of files) {
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, bytes)
  const { stdout, stderr } = spawnSync('java', ['-cp', classPath, 'org.apache.pdfbox.preflight.Validator_A1b', file])
  const said = `${stdout}`.split('\n').filter(line => /^\d/.test(line))
  const wrong = said.filter(line => !EXPECTED.some(known => known.test(line)))
  // It reads nothing without its jars: a file that it accepts as PDF/A-1b is not ours.
  if (said.length === 0) wrong.push(`${stderr}`.split('\n')[0] || 'nothing was said')
  if (wrong.length > 0) faults++
  process.stdout.write(
    `${wrong.length === 0 ? 'ok   ' : 'FAULT'} ${name}\n${wrong.map(line => `      ${line}\n`).join('')}`,
  )
}
rmSync(folder, { recursive: true })
process.stdout.write(`${files.size} files, ${faults} with a fault\n`)
process.exitCode = faults === 0 ? 0 : 1
