const nouns: Readonly<Record<string, string>> = {
  p: '書類',
  r: '入金',
  i: '調査',
  d: '決定',
  l: '文書',
  e: '封筒',
  s: '発送',
}

/** What the case numbers itself: p1 is 書類1, r2 is 入金2, s3 is 発送3. Any other text comes back as it is. */
export const itemName = (id: string): string => {
  const [, letter = '', count = ''] = /^([a-z])(\d+)$/.exec(id) ?? []
  const noun = nouns[letter]
  return noun === undefined ? id : `${noun}${count}`
}
