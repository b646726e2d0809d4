import { Worker } from 'node:worker_threads'
import type { Sight } from './page-sight.ts'

export type ReadableType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** One side of paper. `page` counts from 1; `picture`: a grey JPEG of it. */
export interface PageRead extends Sight {
  readonly page: number
  readonly picture: Buffer
}

export const readingFaults = ['file_broken', 'file_locked'] as const
export type ReadingFault = (typeof readingFaults)[number]

const START_MS = 30_000
const PAGE_MS = 30_000
const HEAP_MB = 512

let last: Promise<unknown> = Promise.resolve()

/**
 * The code at the foot of every page, and a picture of it. One file at a time, page by page, so that memory stays bounded
 * however much is put in at once. The file should have been through `checkScan`. No host is contacted; nothing is logged.
 */
export const readPages = (bytes: Uint8Array, type: ReadableType): Promise<readonly PageRead[] | ReadingFault> => {
  const mine = last.then(() => inThread(bytes, type))
  last = mine
  return mine
}

const inThread = (bytes: Uint8Array, type: ReadableType): Promise<readonly PageRead[] | ReadingFault> =>
  new Promise(resolve => {
    const pages: PageRead[] = []
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
      workerData: { bytes, type },
      // Node strips the types by itself; tsx would read the source maps of pdfjs: 350 MB and a second more.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What a library might print could quote the file.
      stdout: true,
      stderr: true,
    })
    let clock = setTimeout(() => end('file_broken'), START_MS)
    const end = (result: readonly PageRead[] | ReadingFault) => {
      clearTimeout(clock)
      resolve(result)
      void worker.terminate()
    }
    worker.on('message', (message: PageRead | ReadingFault | 'done') => {
      if (typeof message === 'string') return end(message === 'done' ? pages : message)
      pages.push({ ...message, picture: Buffer.from(message.picture) })
      clearTimeout(clock)
      clock = setTimeout(() => end('file_broken'), PAGE_MS)
    })
    worker.on('error', () => end('file_broken'))
    worker.on('exit', () => end('file_broken'))
  })
