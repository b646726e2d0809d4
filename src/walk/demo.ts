import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { addDays, todayIn } from '../domain/day.ts'
import type { Actor, Role } from '../domain/rule.ts'
import { houseKeeper, knownOperators, openHouse } from '../house.ts'
import { castNames } from './cast.ts'
import { bringMonth } from './month/bring.ts'
import { openMonth } from './month/month.ts'
import { perform, type Script } from './script.ts'
import { scriptsIn } from './scripts.ts'

const signInLines = z.array(z.object({ role: z.string(), signIn: z.string(), password: z.string() }))
export type SignInLine = z.output<typeof signInLines>[number]

/** Made anew for each demo desk and kept beside it (0600): no password comes with the product. */
const SIGN_INS = 'demo-sign-in.json'
const linesFile = (config: Config) => join(config.dataDir, SIGN_INS)

export const demoSignIns = (config: Config): SignInLine[] =>
  existsSync(linesFile(config)) ? signInLines.parse(JSON.parse(readFileSync(linesFile(config), 'utf8'))) : []

/**
 * Fills a fresh data directory with the five operators, one member of staff per role and cases at every stage. Made aside and
 * moved into place as a whole: a start that was cut short begins again.
 */
export const makeDemo = async (config: Config): Promise<void> => {
  const aside = join(config.dataDir, 'making')
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  const lines = await fill({ ...config, dataDir: aside, keyFile: config.keyFile })
  writeFileSync(join(aside, SIGN_INS), JSON.stringify(lines, null, 2), { mode: 0o600 })
  // The store comes last: where it lies, everything else lies too.
  for (const name of readdirSync(aside).sort((a, b) => Number(a === 'kaiji.db') - Number(b === 'kaiji.db')))
    renameSync(join(aside, name), join(config.dataDir, name))
  rmSync(aside, { recursive: true, force: true })
}

const fill = async (config: Config): Promise<SignInLine[]> => {
  const today = todayIn(new Date().toISOString())
  let clock = new Date().toISOString()
  const house = await openHouse(config, { now: () => clock, operators: knownOperators() })
  try {
    const lines: SignInLine[] = []
    const cast: Partial<Record<Role, Actor>> = {}
    for (const [role, { signIn, name }] of Object.entries(castNames)) {
      const password = passphrase()
      const asked = { signIn, name, roles: [role], operators: 'all', password, email: `${signIn}@example.jp` }
      const added = await house.staff.add(asked, houseKeeper, { demo: true })
      if (!added.ok) throw new Error(`the demo's ${signIn} was refused`)
      cast[role as Role] = { id: added.member.id, name, roles: added.member.roles, operators: 'all' }
      lines.push({ role, signIn, password })
    }
    const stage = { desk: house.desk, cast: cast as Record<Role, Actor>, setClock: (iso: string) => (clock = iso) }
    // Each sample began some days ago and has come as far as its days allow.
    for (const { script, begunDaysAgo } of demoCases())
      await perform(stage, script, addDays(today, -begunDaysAgo), today)
    const numbers = await openMonth(stage, today)
    clock = new Date().toISOString()
    await bringMonth(house.desk, stage.cast, numbers, today, join(config.dataDir, 'demo-statements'))
    return lines
  } finally {
    await house.close()
  }
}

const demoCases = (): { script: Script; begunDaysAgo: number }[] => {
  const finished = scriptsIn('walk').map(script => ({ script, begunDaysAgo: 40 }))
  const underWay = [0, 2, 5, 6, 8].map((begunDaysAgo, nth) => ({
    script: scriptsIn('walk')[nth] as Script,
    begunDaysAgo,
  }))
  const special = scriptsIn('demo').map(script => ({ script, begunDaysAgo: script.begunDaysAgo }))
  return [...finished, ...special, ...underWay]
}

/** Three short words and two digits: typed once, not worth guessing on a loopback address. */
const words = [
  'sakura',
  'fuji',
  'kawa',
  'yama',
  'umi',
  'hoshi',
  'kaze',
  'yuki',
  'matsu',
  'tsuki',
  'hana',
  'mori',
  'sora',
  'niji',
  'take',
  'ishi',
]
const passphrase = () => `${words[randomInt(16)]}-${words[randomInt(16)]}-${words[randomInt(16)]}-${randomInt(10, 100)}`
