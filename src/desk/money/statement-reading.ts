import { Worker } from 'node:worker_threads'
import { issueLog } from '../../banks/issue.ts'
import type { StatementAccount } from '../../banks/statement.ts'
import { type ReadFile, type ReadTerms, readWithLayouts } from './statement-layouts.ts'
import type { Said } from './statement-worker.ts'

export interface Progress {
  readonly bytes: number
  readonly records: number
}

/** A month of a small desk is read before a thread has started. */
const SMALL = 256 * 1024
/** Without a word for so long the thread is taken to hang. 50 MB take three seconds. */
const SILENT_MS = 120_000
/** 50 MB in the shortest lines there are. */
const HEAP_MB = 2_048

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a bank's file so that the server goes on answering: a large one in a thread of its own, one at a time. Never
 * throws; a file that breaks its reader comes back as unreadable. Nothing is logged.
 */
export const readFile = (bytes: Buffer, terms: ReadTerms, onWay: (way: Progress) => void): Promise<ReadFile> => {
  if (bytes.length <= SMALL)
    return Promise.resolve()
      .then(() => readWithLayouts(bytes, terms))
      .catch(broken)
  const mine = last.then(() => inThread(bytes, terms, onWay))
  last = mine
  return mine
}

const broken = (): ReadFile => {
  const log = issueLog()
  log.tell('not_a_statement', 0, 0)
  return { format: 'unknown', accounts: [], issues: log.issues }
}

const inThread = (bytes: Buffer, terms: ReadTerms, onWay: (way: Progress) => void): Promise<ReadFile> =>
  new Promise(resolve => {
    const accounts: StatementAccount[] = []
    const worker = new Worker(new URL('./statement-worker.ts', import.meta.url), {
      workerData: { bytes, terms },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What a library might print could quote the file.
      stdout: true,
      stderr: true,
    })
    const end = (file: ReadFile) => {
      clearTimeout(clock)
      resolve(file)
      void worker.terminate()
    }
    const clock = setTimeout(() => end(broken()), SILENT_MS)
    worker.on('message', (said: Said) => {
      clock.refresh()
      if ('way' in said) return onWay(said.way)
      if ('end' in said) return end({ ...said.end, accounts })
      if ('account' in said) accounts.push(said.account)
      else accounts.at(-1)?.lines.push(...said.lines)
      setImmediate(() => worker.postMessage('next'))
    })
    worker.on('error', () => end(broken()))
    worker.on('exit', () => end(broken()))
  })
