import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readScript, type Script } from './script.ts'

/** The sample cases of a folder under fixtures/, by file name. */
export const scriptsIn = (folder: 'walk' | 'demo'): Script[] => {
  const place = new URL(`../../fixtures/${folder}/`, import.meta.url)
  return readdirSync(place)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => readScript(parse(readFileSync(new URL(name, place), 'utf8'))))
}
