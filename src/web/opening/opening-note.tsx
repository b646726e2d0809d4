/** A step of the opening press that was refused after the case had been made. */
export type PressNote = 'fee' | 'slip' | 'supplement' | 'supplement-letter' | 'cover'

const sentences: Readonly<Record<string, string>> = {
  fee: '受け付けましたが、同封の手数料を記録できませんでした。「手数料」から入金を記録してください。',
  slip: '受け付けましたが、受付票を作れませんでした。「回答」から受付票を作ってください。',
  supplement: '受け付けましたが、補正のお願いを記録できませんでした。「受付」から補正をお願いしてください。',
  'supplement-letter':
    '補正のお願いを記録しましたが、文書を作れませんでした。宛先の郵便番号と住所を確かめ、「回答」から補正のお願いを作ってください。',
  cover:
    '用紙請求を受け付けましたが、送る文書を作れませんでした。宛先の郵便番号と住所を確かめ、「回答」から用紙送付状を作ってください。',
}

/** Notice on the case page for `?note=`; nothing for a code that we did not write. */
export const NoteOfPress = ({ note }: { note: string | undefined }) => {
  const key = note ?? ''
  const sentence = Object.hasOwn(sentences, key) ? sentences[key] : undefined
  return sentence === undefined ? null : (
    <div class="summary" role="alert">
      <p>
        <span aria-hidden="true">▲</span> {sentence}
      </p>
    </div>
  )
}
