// All measurements, one after the other, each in a process of its own; about two minutes.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

for (const name of ['commands', 'fold', 'pages', 'letters', 'memory', 'first-page']) {
  process.stdout.write(`\n${name}\n`)
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  const { status } = spawnSync(process.execPath, [...process.execArgv, file], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exitCode = 1
}
