import type { Person } from './person.ts'

// Legal persons by the words that their laws reserve (会社法7条, 弁護士法30条の2 …) and as offices write themselves.
const KINDS =
  '株式会社|有限会社|合同会社|合名会社|合資会社|相互会社|[㈱㈲㈾㈴㍿]|[（(][株有合資名][）)]|法人|組合|協会|連合会|連盟'
const PLACES = '事務所|支店|支社|支部|営業所|本部|本社|センター|窓口|[部課係室局]'
const AHEAD = new RegExp(`^(?:${KINDS}|[一-龠]{2,6}法人)`)
const BEHIND = new RegExp(`(?:${KINDS}|${PLACES})$`)
// Whoever is named behind such a word is a person of that office.
const NAMED =
  /代表|取締役|理事|社長|会長|所長|支店長|支配人|[部課係室局]長|主任|担当|弁護士[\s　]|司法書士[\s　]|行政書士[\s　]|税理士[\s　]/

/** 御中 for an organisation, 様 for a person. A person has 姓 and 名; who is written in one box is told by the words of the name. */
export function honorificOf({ family, given }: Pick<Person, 'family' | 'given'>): '様' | '御中' {
  if (given !== undefined) return '様'
  const name = family.trim()
  if (BEHIND.test(name)) return '御中'
  return AHEAD.test(name) && !NAMED.test(name) ? '御中' : '様'
}
