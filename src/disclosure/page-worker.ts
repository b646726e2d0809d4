import { parentPort } from 'node:worker_threads'
import { type PageWork, picturePage } from './page-picture.ts'

/** Pages to look at, one after another: posts a PagePicture for each, or null (its errors could quote the file). */
parentPort?.on('message', async (work: PageWork) => {
  parentPort?.postMessage(await picturePage(work).catch(() => null))
})
