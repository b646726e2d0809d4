import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from './config.ts'
import { type Desk, openDesk } from './desk/desk.ts'
import { type Files, openFiles } from './desk/files.ts'
import { type Keys, loadKey } from './desk/key.ts'
import { type Mails, openMails } from './desk/mails.ts'
import { openStore, type Store } from './desk/open-store.ts'
import { openScanTray, type ScanTray } from './desk/scans/scan-tray.ts'
import { forgetPictures } from './desk/scans/scan-tray-erasing.ts'
import { openStaff, type Staff } from './desk/staff.ts'
import { openTokens, type Tokens } from './desk/tokens.ts'
import { loadDefinitions } from './documents/definition.ts'
import type { Actor, Context } from './domain/rule.ts'
import { letterValues } from './letters/values.ts'

/** Everything that lives in one data directory, put together once. */
export interface House {
  readonly config: Config
  readonly keys: Keys
  readonly store: Store
  readonly desk: Desk
  readonly staff: Staff
  readonly tokens: Tokens
  readonly files: Files
  readonly mails: Mails
  readonly scans: ScanTray
  close(): Promise<void>
}

export type OperatorFile = { readonly name: string; readonly yaml: string }

const root = fileURLToPath(new URL('..', import.meta.url))

/** Acts at the shell for whoever holds the key file; its doings stand in the journal under this name. */
export const houseKeeper: Actor = { id: 'house', name: '管理者（端末）', roles: ['admin'], operators: 'all' }

/** The published terms of the five operators that come with the product. */
export const knownOperators = (): OperatorFile[] => {
  const folder = join(root, 'fixtures', 'operators')
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => ({ name, yaml: readFileSync(join(folder, name), 'utf8') }))
}

/** `now`: the clock of the desk; another than the wall's only for demonstrations. */
export const openHouse = async (
  config: Config,
  {
    now = () => new Date().toISOString(),
    operators = [],
  }: { now?: () => string; operators?: readonly OperatorFile[] } = {},
): Promise<House> => {
  const keys = loadKey(config.dataDir, config.keyFile)
  const store = await openStore({ file: join(config.dataDir, 'kaiji.db'), key: keys.database })
  const files = await openFiles(store, { folder: join(config.dataDir, 'files'), key: keys.files, now })
  const definitions = loadDefinitions(join(root, 'forms'))
  const tray = join(config.dataDir, 'tray')
  const scans = await openScanTray(store, {
    files,
    folder: tray,
    key: keys.files,
    definitions,
    now,
  })
  const desk = await openDesk({
    store,
    definitions,
    letterValues,
    now,
    operators,
    forgetFiles: files.forget,
    forgetScans: forgetPictures(tray, keys.files),
    bankFiles: { folder: config.dataDir, key: keys.files },
    link: number => `${config.publicUrl}/cases/${number}`,
  })
  return {
    config,
    keys,
    store,
    desk,
    staff: openStaff(store, { hours: config.sessionHours, now }),
    tokens: openTokens(store, { now }),
    files,
    mails: openMails(store),
    scans,
    close: () => desk.close(),
  }
}

/** Terms and calendar alone: the desk's own where there is a store, else as they come with the product. Makes nothing. */
export const termsOnly = async (config: Config): Promise<Context> => {
  if (existsSync(join(config.dataDir, 'kaiji.db'))) {
    const house = await openHouse(config)
    return house.desk.context(houseKeeper).finally(house.close)
  }
  const now = () => new Date().toISOString()
  const store = await openStore({ file: ':memory:', key: null })
  const desk = await openDesk({ store, definitions: new Map(), letterValues, now, operators: knownOperators() })
  return desk.context(houseKeeper).finally(desk.close)
}
