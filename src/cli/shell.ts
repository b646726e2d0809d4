import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Streams } from '../cli.ts'
import { type Config, readConfig } from '../config.ts'
import { actorOf, type StaffMember } from '../desk/staff-member.ts'
import type { Actor } from '../domain/rule.ts'
import { type House, openHouse } from '../house.ts'
import { RefusedError, UsageError } from './usage.ts'

type Kind = 'string' | 'boolean' | 'strings'
type Known = Record<string, Kind>
type Given<T extends Known> = {
  [K in keyof T]?: T[K] extends 'boolean' ? boolean : T[K] extends 'strings' ? string[] : string
}

/** What a verb of the shell may use. The house is opened only when a verb asks for it, and closed at the end. */
export interface Shell {
  read<T extends Known>(known: T): { words: string[]; options: Given<T> }
  say(line: string): void
  json(value: unknown): void
  readonly streams: Streams
  config(): Config
  /** `make`: begins a desk where there is none; other verbs must not, or the next `npm start` would find a bare one. */
  house(how?: { make?: true }): Promise<House>
  /** The member in whose name the verb acts (--as). */
  actor(signIn: string | undefined): Promise<{ member: StaffMember; by: Actor }>
  end(): Promise<void>
}

export const openShell = (args: readonly string[], streams: Streams): Shell => {
  let house: House | undefined
  const shell: Shell = {
    streams,
    read: known => readArguments(args, known),
    say: line => {
      streams.out.write(`${line}\n`)
    },
    json: value => {
      streams.out.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    config: () => readConfig(streams.env),
    house: async ({ make } = {}) => {
      if (!make && !existsSync(join(shell.config().dataDir, 'kaiji.db')))
        throw new RefusedError('この場所には、まだ窓口がありません。npm start で始めてください。')
      house ??= await openHouse(shell.config())
      return house
    },
    async actor(signIn) {
      if (signIn === undefined) throw new UsageError('だれの操作かを --as サインイン名 で示してください。')
      const { staff } = await shell.house()
      const member = (await staff.list()).find(each => each.signIn === signIn && each.active)
      if (member === undefined) throw new RefusedError(`利用者「${signIn}」は登録されていません。`)
      return { member, by: actorOf(member) }
    },
    end: async () => {
      await house?.close()
    },
  }
  return shell
}

const readArguments = <T extends Known>(args: readonly string[], known: T): { words: string[]; options: Given<T> } => {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [
      name,
      kind === 'boolean' ? { type: 'boolean' as const } : { type: 'string' as const, multiple: kind === 'strings' },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { words: positionals, options: values as Given<T> }
  } catch {
    const unknown = args.find(arg => arg.startsWith('--') && !Object.hasOwn(known, arg.slice(2).split('=')[0] ?? ''))
    throw new UsageError(
      unknown === undefined
        ? '引数の書き方が違います。kaiji help をご覧ください。'
        : `オプション ${unknown} はありません。kaiji help をご覧ください。`,
    )
  }
}
