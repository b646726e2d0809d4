import { numberText } from './marks.tsx'

/** Chooses a letter for a batch or for labels; `text` is the letter as URLs name it. */
export const PickBox = ({
  text,
  number,
  checked,
  disabled = false,
}: {
  text: string
  number: string
  checked: boolean
  /** what cannot be chosen; the row says why */
  disabled?: boolean
}) => (
  <input
    type="checkbox"
    name="pick"
    value={text}
    id={`f-pick-${text}`}
    aria-label={`${numberText(number)}を選ぶ`}
    checked={checked && !disabled}
    disabled={disabled}
  />
)
