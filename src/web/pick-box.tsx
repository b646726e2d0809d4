import { numberText } from './marks.tsx'

/** Chooses a letter for a batch or for labels; `text` is the letter as URLs name it. */
export const PickBox = ({ text, number, checked }: { text: string; number: string; checked: boolean }) => (
  <input
    type="checkbox"
    name="pick"
    value={text}
    id={`f-pick-${text}`}
    aria-label={`${numberText(number)}を選ぶ`}
    checked={checked}
  />
)
