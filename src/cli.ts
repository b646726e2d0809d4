import type { Readable, Writable } from 'node:stream'
import { acts } from './cli/acts.ts'
import { caseCommand, casesCommand, letterCommand } from './cli/cases.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { instrumentsCommand } from './cli/instruments.ts'
import { mailCommand } from './cli/mail.ts'
import { monthCommand } from './cli/month.ts'
import { operatorsCommand } from './cli/operators.ts'
import { packageCommand } from './cli/package.ts'
import { reckonCommand } from './cli/reckon.ts'
import { reconcileCommand } from './cli/reconcile.ts'
import { serveCommand } from './cli/serve.ts'
import { openShell, type Shell } from './cli/shell.ts'
import { staffCommand } from './cli/staff.ts'
import { statementCommand } from './cli/statement.ts'
import { trackingCommand } from './cli/tracking.ts'
import { RefusedError, UsageError, usage } from './cli/usage.ts'
import { verifyCommand } from './cli/verify.ts'
import { walkCommand } from './cli/walk.ts'
import { ConfigError } from './config.ts'
import { KeyError } from './desk/key.ts'
import { WrongKeyError } from './desk/open-store.ts'
import { OperatorFileError } from './desk/operator-file.ts'

export interface Streams {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Writable
  readonly err: Writable
  readonly in?: Readable
}

const commands: Record<string, (shell: Shell) => Promise<void>> = {
  serve: serveCommand,
  walk: walkCommand,
  reckon: reckonCommand,
  tracking: trackingCommand,
  operators: operatorsCommand,
  cases: casesCommand,
  case: caseCommand,
  instruments: instrumentsCommand,
  perform: acts,
  letter: letterCommand,
  package: packageCommand,
  staff: staffCommand,
  statement: statementCommand,
  import: importCommand,
  reconcile: reconcileCommand,
  month: monthCommand,
  export: exportCommand,
  mail: mailCommand,
  verify: verifyCommand,
  help: async shell => shell.say(usage),
}

/** One verb of the shell. Exit codes: 0 done, 1 refused, 2 wrong use; a fault is one line, never a stack trace. */
export const runShell = async (args: readonly string[], streams: Streams): Promise<number> => {
  const [verb = 'help', ...rest] = args
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined
  if (command === undefined) return fail(streams, 2, `「${verb}」という操作はありません。kaiji help をご覧ください。`)
  const shell = openShell(rest, streams)
  try {
    await command(shell)
    return 0
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) return fail(streams, 2, error.message)
    if (error instanceof RefusedError || error instanceof KeyError || error instanceof OperatorFileError)
      return fail(streams, 1, error.message)
    if (error instanceof WrongKeyError)
      return fail(streams, 1, '鍵が違うため、データを開けません。鍵ファイルを確かめてください。')
    if (isShut(error)) return fail(streams, 1, `「${error.path}」を開けないか、書けません（${error.code}）。`)
    const code = error instanceof Error && 'code' in error ? `（${String(error.code)}）` : ''
    const detail = streams.env.KAIJI_DEBUG === '1' && error instanceof Error ? `\n${error.stack}` : ''
    return fail(streams, 1, `予期しない問題が起きたため、中止しました${code}。${detail}`)
  } finally {
    await shell.end()
  }
}

/** A file or folder named on the command line that is not there, or not ours. */
const isShut = (error: unknown): error is Error & { code: string; path: string } =>
  error instanceof Error &&
  'path' in error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS'].includes(String(error.code))

const fail = ({ err }: Streams, code: number, message: string): number => {
  err.write(`${message}\n`)
  return code
}
