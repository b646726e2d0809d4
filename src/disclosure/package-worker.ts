import { parentPort, workerData } from 'node:worker_threads'
import { PackageRefused } from './fault.ts'
import { lock } from './lock.ts'
import { makePdf, type PackageAnswer, type PackageWork } from './package-work.ts'

/**
 * One piece of work in a thread of its own: drawing forty pages takes a quarter of a minute during which nobody else would be
 * served, and a file that was made to hang can be ended. Posts a PackageAnswer for every page, then the last one.
 */
const say = (answer: PackageAnswer) => parentPort?.postMessage(answer)
const work = workerData as PackageWork

try {
  if ('make' in work) say({ made: await makePdf(work.make, () => say('page')) })
  else {
    const { pdf, password, enclosed, on } = work.lock
    say({ locked: await lock(pdf, password, enclosed, on) })
  }
} catch (error) {
  // Judged here: an error loses its name on the way out. Its words could quote the file and stay inside.
  say({ fault: error instanceof PackageRefused ? error.fault : { fault: 'not_finished' } })
}
