// One engine in a process of its own: node --import tsx engine.mjs NAME single|batch COUNT [FILE]. Prints one line of JSON.
import { writeFileSync } from 'node:fs'
import { letterOf, textOf } from './letter.mjs'
import { workedOf } from './process-tree.mjs'

const [name, how, howMany, file] = process.argv.slice(2)
const count = Number(howMany)
const letters = Array.from({ length: count }, (_, nth) => letterOf(nth))
// So many that compiling what is hot is over: a desk runs for days.
const WARM = how === 'single' ? 100 : 8

const { open } = await import(`./${name}.mjs`)
const engine = await open()
// As a server does it: one letter a turn of the event loop, or streams that ended keep all letters until the last is done.
const turn = () => new Promise(resolve => setImmediate(resolve))
for (let nth = 0; nth < WARM; nth++) {
  await engine.single(letterOf(count + nth))
  await turn()
}

const workedBefore = workedOf(process.pid)
const start = performance.now()
let bytes = 0
let pdf = new Uint8Array()
if (how === 'single')
  for (const letter of letters) {
    pdf = await engine.single(letter)
    bytes += pdf.length
    await turn()
  }
else {
  pdf = await engine.batch(letters)
  bytes = pdf.length
}
const ms = performance.now() - start
const worked = workedOf(process.pid) - workedBefore
const peak = process.resourceUsage().maxRSS / 1024

// The last page must be the last letter, all of it, on one page each.
if (file !== undefined) writeFileSync(file, pdf)
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
const last = await (await document.getPage(document.numPages)).getTextContent()
const missing = missingFrom(textOf(letters.at(-1)), last.items.map(item => item.str ?? '').join(''))
const pages = document.numPages / (how === 'single' ? 1 : count)
await engine.close()
process.stdout.write(`${JSON.stringify({ ms, worked, bytes, peak, pages, missing })}\n`)
process.exit()

function missingFrom(wanted, found) {
  const left = new Map()
  for (const character of found) left.set(character, (left.get(character) ?? 0) + 1)
  return Array.from(wanted)
    .filter(character => {
      const many = left.get(character) ?? 0
      left.set(character, many - 1)
      return many <= 0
    })
    .join('')
}
