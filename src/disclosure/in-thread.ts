import { Worker } from 'node:worker_threads'
import { type PackageFault, PackageRefused } from './fault.ts'
import type { LockWork, MadePdf, MakeWork, PackageAnswer, PackageWork } from './package-work.ts'

/** From one sign of life to the next; writing the file of a thousand pages takes half of it. */
const SILENCE_MS = 60_000
const HEAP_MB = 1_024

let last: Promise<unknown> = Promise.resolve()

/** The package as one proved PDF. Throws PackageRefused, also where the thread dies, grows too large or falls silent. */
export const makePackage = async (make: MakeWork['make']): Promise<MadePdf> => {
  const answer = await next({ make })
  if ('made' in answer) return answer.made
  throw new PackageRefused(faultOf(answer))
}

/** The same, for a copy locked with AES-256 (see lock.ts). */
export const lockPackage = async (lock: LockWork['lock']): Promise<Buffer> => {
  const answer = await next({ lock })
  if ('locked' in answer) return Buffer.from(answer.locked)
  throw new PackageRefused(faultOf(answer))
}

type Last = Exclude<PackageAnswer, 'page'>

const faultOf = (answer: Last): PackageFault => ('fault' in answer ? answer.fault : { fault: 'not_finished' })

/** One at a time, so that memory stays bounded however many ask at once. */
const next = (work: PackageWork): Promise<Last> => {
  const mine = last.then(() => inThread(work))
  last = mine
  return mine
}

const inThread = (workerData: PackageWork): Promise<Last> =>
  new Promise(resolve => {
    const worker = new Worker(new URL('./package-worker.ts', import.meta.url), {
      workerData,
      // Node strips the types by itself; tsx would read the source maps of pdfjs: 350 MB and a second more.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What a library might print could quote the file.
      stdout: true,
      stderr: true,
    })
    const end = (answer: Last) => {
      clearTimeout(clock)
      resolve(answer)
      void worker.terminate()
    }
    const dead = () => end({ fault: { fault: 'not_finished' } })
    const clock = setTimeout(dead, SILENCE_MS)
    worker.on('message', (answer: PackageAnswer) => {
      if (answer === 'page') clock.refresh()
      else end(answer)
    })
    worker.on('error', dead)
    worker.on('exit', dead)
  })
