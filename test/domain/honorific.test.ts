import { expect, it } from 'vitest'
import { honorificOf } from '../../src/domain/honorific.ts'

it.each([
  '株式会社髙﨑商店',
  '髙﨑商店株式会社',
  '㈱辻󠄀製作所',
  '辻󠄀製作所（株）',
  '弁護士法人あけぼの',
  '司法書士法人みなと総合',
  '一般社団法人個人情報保護協会',
  '甲野法律事務所',
  '株式会社丙川 お客様相談室',
  '丁山生活協同組合',
  '熊本市 市民課',
])('writes 御中 behind %s', family => {
  expect(honorificOf({ family, given: undefined })).toBe('御中')
})

it.each([
  ['𠮷田', '花子'],
  // A person may bear what reads like a part of an office.
  ['服部', '課'],
  ['合田', '組合'],
])('writes 様 behind %s %s, who has a family and a given name', (family, given) => {
  expect(honorificOf({ family, given })).toBe('様')
})

it.each([
  'ジョン・スミス',
  'Nguyễn Thị Hoa',
  '株式会社髙﨑商店 代表取締役 髙﨑 一郎',
  '弁護士法人あけぼの 弁護士 甲野太郎',
  '㈱辻󠄀製作所 総務部長 辻󠄀 次郎',
])('writes 様 behind %s, a person in one box', family => {
  expect(honorificOf({ family, given: undefined })).toBe('様')
})
