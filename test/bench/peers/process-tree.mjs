// What a process and all it started use, from /proc: zeros where there is none.
import { readdirSync, readFileSync } from 'node:fs'

const read = file => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // gone in the meantime
  }
}

/** Fields of /proc/PID/stat after the name: [state, parent, …]. */
const statOf = pid =>
  read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')

const family = root => {
  const known = process.platform === 'linux' ? readdirSync('/proc').filter(name => /^\d+$/.test(name)) : []
  const parents = new Map(known.map(pid => [pid, statOf(pid)[1]]))
  const members = new Set([String(root)])
  for (let before = 0; before !== members.size; ) {
    before = members.size
    for (const [pid, parent] of parents) if (members.has(parent)) members.add(pid)
  }
  return [...members]
}

/** Proportional resident memory, MB: what processes share is counted once. */
export const residentOf = root =>
  family(root).reduce(
    (sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
    0,
  ) / 1024

/** Processor time used so far, ms (the clock ticks a hundred times a second). */
export const workedOf = root =>
  family(root).reduce((sum, pid) => {
    const stat = statOf(pid)
    return sum + (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) * 10
  }, 0)
