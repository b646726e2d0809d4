import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A server as a user starts it; `pid` is the process that listens, not npm or tsx around it. */
export interface Running {
  readonly pid: number
  readonly url: string
  stop(): Promise<void>
}

/** `npm start` on a free port in `folder`; resolves when it listens. */
export const startServer = async (folder: string, from = root): Promise<Running> => {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: from,
    env: { ...process.env, DATA_DIR: folder, PORT: '0', SMTP_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { pid, msg } = await listening(child)
  const url = /http:\S+/.exec(msg)?.[0] ?? ''
  return {
    pid,
    url,
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        process.kill(pid, 'SIGTERM')
      }),
  }
}

const listening = (child: ChildProcess): Promise<{ pid: number; msg: string }> =>
  new Promise((resolve, reject) => {
    let heard = ''
    child.stdout?.resume()
    child.stderr?.on('data', chunk => {
      heard += chunk
      for (const line of heard.split('\n'))
        if (line.includes('Server listening') && line.endsWith('}')) resolve(JSON.parse(line))
    })
    child.once('exit', code => reject(new Error(`npm start ended with ${code}: ${heard.slice(0, 500)}`)))
  })

/** Resident memory of a process in MB, and of all processes between it and this one (npm, sh, tsx). Linux only. */
export const residentOf = (pid: number): { own: number; around: number } => {
  let around = 0
  for (let parent = parentOf(pid); parent !== process.pid && parent > 1; parent = parentOf(parent))
    around += rss(parent)
  return { own: rss(pid), around }
}

const statusOf = (pid: number, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
const rss = (pid: number) => statusOf(pid, 'VmRSS') / 1024
const parentOf = (pid: number) => statusOf(pid, 'PPid')

/** The session cookie of one of the demo's people, after signing in at the server. */
export const signIn = async (url: string, folder: string, role: string): Promise<string> => {
  const file = join(folder, 'demo-sign-in.json')
  if (!existsSync(file)) throw new Error(`no demo in ${readdirSync(folder).join(', ')}`)
  const lines = JSON.parse(readFileSync(file, 'utf8')) as { role: string; signIn: string; password: string }[]
  const line = lines.find(each => each.role === role)
  if (line === undefined) throw new Error(`the demo has no ${role}`)
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ name: line.signIn, password: line.password }),
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`signing in gave ${answer.status}`)
  return cookie
}
