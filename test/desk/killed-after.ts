import { spawn } from 'node:child_process'

/** Runs a child until it has told of `most` things, a line each, then kills it without warning; the lines that it told. */
export const killedAfter = (child: string, dir: string, most: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const running = spawn(process.execPath, ['--import', 'tsx', child, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    running.stdout.on('data', chunk => {
      told += chunk
      if (told.split('\n').length > most) running.kill('SIGKILL')
    })
    running.on('error', reject)
    running.on('exit', () => resolve(told.split('\n').slice(0, -1)))
  })
