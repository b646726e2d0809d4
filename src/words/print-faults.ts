/** Why a paper of the print room cannot be printed: code of the desk, and the field of the form it is about. */
const fields: Readonly<Record<string, string>> = {
  'addressee.postcode': '宛先の郵便番号',
  'addressee.lines': '宛先の住所',
  'addressee.name': '宛名',
  'addressee.onBehalf': '代理人の肩書',
  'sender.company': '差出人の名称',
  'sender.postcode': '差出人の郵便番号',
  'sender.lines': '差出人の住所',
}
const fieldOf = (field: string | undefined): string => {
  const name = (field ?? '').replace(/\[\d+\].*$/, '')
  return fields[name] ?? '宛先'
}

type Fault = {
  readonly why: string
  readonly field?: string | undefined
  readonly character?: string | undefined
  readonly sheets?: number | undefined
}

export const printFaultSentence = ({ why, field, character, sheets }: Fault): string => {
  switch (why) {
    case 'not_there':
      return 'この文書はありません。担当していない事業者の案件は印刷できません。'
    case 'discarded':
      return 'この文書は破棄されています。一覧から外してください。'
    case 'outdated':
      return '宛名の方の氏名や住所、又は一緒に送る文書が変わる前に作った文書です。取り消して、作り直してください。'
    case 'erased':
      return '個人情報が消去されたため、印刷できません。'
    case 'print_lost':
      return '印刷した時の控えのファイルが失われ、今の組版では同じ面になりません。案件で、この文書だけを刷り直してください。'
    case 'too_thick':
      return `用紙が${sheets ?? ''}枚あり、三つ折りでは長形3号に入りません。封筒を「枚数に合わせる」か「角形2号」にしてください。`
    case 'no_face':
      return '封筒の宛名がありません。社内の書類か、宛名の印刷を始める前に作られた文書です。'
    case 'empty_field':
      return `${fieldOf(field)}がありません。案件で登録してから文書を作り直すか、封筒に手で書いてください。`
    case 'missing_glyph':
      return `${fieldOf(field)}の「${character ?? ''}」を印刷できる書体がありません。`
    case 'overflow':
      return `${fieldOf(field)}が枠に収まりません。大きい封筒を選んでください。`
    default:
      return '印刷できません。案件で文書を確かめてください。'
  }
}

export const envelopeWords = { 長3: '長形3号', 角2: '角形2号' } as const

/** As a batch offers them: by the number of sheets unless somebody knows better. */
export const batchEnvelopes = { fit: '枚数に合わせる', ...envelopeWords, none: '印刷しない' } as const

/** Two windows, one letter: the second print would be a reprint that nobody meant. */
export const printedMeanwhile =
  'この画面を開いたあとに印刷されています。まだ何も印刷していません。もう一度印刷するときは「もう一度印刷する」の一覧で選び、理由を選んでください。'
