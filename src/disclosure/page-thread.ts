import { Worker } from 'node:worker_threads'
import type { PagePicture, PageWork } from './page-picture.ts'

/** A page that takes longer was made to; a drawing of a thousand lines takes a second. */
const LONGEST_MS = 20_000
/** What draws is a hundred megabytes: it goes when nobody masks any more. */
const IDLE_MS = 60_000
const HEAP_MB = 512

let kept: Worker | null = null
let last: Promise<unknown> = Promise.resolve()
let idle: NodeJS.Timeout | undefined

/** A page of somebody's file, drawn beside the server: one made to hang is ended (null), and the desk goes on. One at a time. */
export const pageOf = (work: PageWork, longestMs = LONGEST_MS): Promise<PagePicture | null> => {
  const mine = last.then(() => ask(work, longestMs))
  last = mine
  return mine
}

const ask = (work: PageWork, longestMs: number): Promise<PagePicture | null> =>
  new Promise(resolve => {
    clearTimeout(idle)
    const worker = kept ?? begun()
    kept = worker
    worker.ref()
    const end = (answer: PagePicture | null, alive: boolean) => {
      clearTimeout(clock)
      worker.off('message', answered).off('error', dead).off('exit', dead)
      worker.unref()
      if (alive) idle = setTimeout(() => drop(worker), IDLE_MS).unref()
      else drop(worker)
      resolve(answer)
    }
    const dead = () => end(null, false)
    const answered = (answer: PagePicture | null) => end(answer, true)
    const clock = setTimeout(dead, longestMs)
    worker.on('message', answered).on('error', dead).on('exit', dead)
    worker.postMessage(work)
  })

const drop = (worker: Worker): void => {
  if (kept === worker) kept = null
  void worker.terminate()
}

/** See in-thread.ts for what is said of the thread. One that dies between two pages must not end the server, nor be asked again. */
const begun = (): Worker => {
  const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
  })
  return worker.on('error', () => {}).on('exit', () => drop(worker))
}
