import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import { KeyError } from '../desk/key.ts'

/** What the child says when it is done. */
export type Told = { readonly fault: null } | { readonly fault: string; readonly code?: string; readonly key: boolean }

/** `makeDemo` in a process of its own: its heap and fonts, more than the server itself needs, go with it. Throws as it does. */
export const makeDemoAlone = (config: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./demo-child.ts', import.meta.url)))
    let told: Told | undefined
    child.once('message', message => {
      told = message as Told
    })
    child.once('error', reject)
    child.once('exit', () => {
      if (told === undefined) reject(new Error('the demo was cut short'))
      else if (told.fault === null) resolve()
      else if (told.key) reject(new KeyError(told.fault))
      else reject(Object.assign(new Error(told.fault), told.code === undefined ? {} : { code: told.code }))
    })
    child.send(config)
  })
