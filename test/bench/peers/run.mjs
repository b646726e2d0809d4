// The same letter by the desk and by others, side by side in one run: single letters one after the other, and many as one PDF.
//   npm install --prefix test/bench/peers
//   npx tsx test/bench/peers/run.mjs [SINGLES] [TOGETHER] [ROUNDS]     (about twelve minutes; 20 50 1 takes two)
// On a busy machine processor time says more than letters a second.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { residentOf } from './process-tree.mjs'

const [singles = 100, together = 1000, rounds = 3] = process.argv.slice(2).map(Number)
const ENGINES = ['ours', 'ours-coded', 'typst', 'chromium', 'chromium-full', 'react-pdf', 'pdfmake']
const LIMIT = 10 * 60_000

const measure = (name, how, count) =>
  new Promise(resolve => {
    const file = fileURLToPath(new URL('./engine.mjs', import.meta.url))
    const child = spawn(process.execPath, [...flagsOf(name), ...process.execArgv, file, name, how, String(count)])
    const heard = { out: '', err: '' }
    child.stdout.on('data', chunk => {
      heard.out += chunk
    })
    child.stderr.on('data', chunk => {
      heard.err += chunk
    })
    let tree = 0
    const watch = setInterval(() => {
      tree = Math.max(tree, residentOf(child.pid))
    }, 200)
    const limit = setTimeout(() => child.kill(), LIMIT)
    child.once('close', () => {
      clearInterval(watch)
      clearTimeout(limit)
      const line = /^\{"ms".*$/m.exec(heard.out)?.[0]
      if (line === undefined) return resolve({ why: reasonOf(heard.err) })
      const { peak, ...result } = JSON.parse(line)
      // Only Chromium works in other processes than the one that asks; of the others the kernel knows the peak itself.
      resolve({ ...result, peak: name.startsWith('chromium') ? Math.max(peak, tree) : peak })
    })
  })

// The desk as `npm start` runs it: less room for what is soon forgotten.
const flagsOf = name => (name.startsWith('ours') ? ['--max-semi-space-size=4'] : [])

const reasonOf = text =>
  /ERR_MODULE_NOT_FOUND|Cannot find (?:package|module)/.test(text)
    ? 'missing: npm install --prefix test/bench/peers'
    : (/^\S*Error.*$/m.exec(text)?.[0] ?? 'ended without a result')

const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const cells = texts =>
  process.stdout.write(`${texts.map((text, at) => (at ? text.padStart(15) : text.padEnd(14))).join('')}\n`)

for (const [how, count, times] of [
  ['single', singles, rounds],
  ['batch', together, rounds],
]) {
  // In turns, for the machine is never the same for long.
  const found = new Map(ENGINES.map(name => [name, []]))
  for (let round = 0; round < times; round++)
    for (const name of ENGINES)
      if (!found.get(name).some(({ why }) => why)) found.get(name).push(await measure(name, how, count))

  const what = how === 'single' ? `${count} single letters, warm` : `one PDF of ${count} letters`
  process.stdout.write(`\n${what}, median of ${times}\n`)
  cells(['', 'letters/s', 'CPU ms/letter', 'bytes/letter', 'peak MB', 'ours is faster', '… by CPU'])
  const figures = results => ({
    rate: (count / median(results.map(({ ms }) => ms))) * 1000,
    worked: median(results.map(({ worked }) => worked)) / count,
  })
  const ours = found.get('ours').some(({ why }) => why) ? null : figures(found.get('ours'))
  for (const [name, results] of found) {
    const why = results.find(each => each.why)?.why
    if (why !== undefined) {
      cells([name, `  ${why}`])
      continue
    }
    const { rate, worked } = figures(results)
    const [{ bytes, pages, missing }] = results
    cells([
      name,
      rate.toFixed(1),
      worked.toFixed(1),
      Math.round(bytes / count).toLocaleString('en-US'),
      Math.max(...results.map(({ peak }) => peak)).toFixed(0),
      ...(ours === null || name === 'ours'
        ? []
        : [`${(ours.rate / rate).toFixed(2)} ×`, `${(worked / ours.worked).toFixed(2)} ×`]),
    ])
    if (pages !== 1 || missing !== '')
      process.stdout.write(`  not the same letter: ${pages} pages, without ${missing}\n`)
  }
}
