import { parentPort, workerData } from 'node:worker_threads'
import { sightOf } from './page-sight.ts'
import { pdfPages } from './pdf-pages.ts'
import { type Picture, pictureOf, shownAs } from './picture.ts'
import type { PageRead, ReadableType } from './read-pages.ts'

/**
 * Reads the pages of one file in a thread of its own: drawing a page takes half a second during which nobody else would be
 * served, and a file that was made to hang can be ended. Posts one PageRead after another, then 'done' or a ReadingFault.
 */
async function* pagesOf(bytes: Uint8Array, type: ReadableType): AsyncGenerator<Picture> {
  if (type === 'application/pdf') yield* pdfPages(bytes)
  else yield await pictureOf(bytes)
}

const { bytes, type } = workerData as { bytes: Uint8Array; type: ReadableType }
let page = 0
try {
  for await (const picture of pagesOf(bytes, type)) {
    page += 1
    // The JPEG is made by other threads while this one looks for codes.
    const [shown, sight] = await Promise.all([shownAs(picture), sightOf(picture)])
    const read: PageRead = { page, ...sight, picture: shown }
    parentPort?.postMessage(read)
  }
  parentPort?.postMessage('done')
} catch (error) {
  // Judged here: an error loses its name on the way out. Its words could quote the file and stay inside.
  const locked = error instanceof Error && error.name === 'PasswordException'
  parentPort?.postMessage(locked ? 'file_locked' : 'file_broken')
}
