import { join } from 'node:path'
import { openScanTray } from '../../src/desk/scan-tray.ts'
import { scanPages } from '../../src/web/scans.tsx'
import { definitions } from '../desk/desk-in.ts'
import { type WebIn, webIn } from './web-in.ts'

/** The server with the pages for scans. Once `src/web/pages.ts` and `webIn` hold them, this is `webIn` itself. */
export const scansIn = async (): Promise<WebIn & { late: WebIn['parts'] }> => {
  const late = {} as WebIn['parts']
  const web = await webIn({ more: [app => scanPages(app, late)] })
  const { store, dir, now } = web
  const folder = join(dir, 'tray')
  const scans = await openScanTray(store, {
    files: web.parts.files,
    folder,
    key: Buffer.alloc(32, 3),
    definitions: definitions(),
    now,
  })
  return { ...web, late: Object.assign(late, web.parts, { scans }) }
}
