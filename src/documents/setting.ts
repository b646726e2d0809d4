/** How close a sheet is set. */
export interface Setting {
  /** From line to line of body text, points. */
  readonly pitch: number
  /** Of the white between paragraphs, items and around the title, what is left; 1 is the house's. */
  readonly white: number
  /** White left at the foot of the page before the last, so that whole blocks go over; points. */
  readonly lift: number
  /** The page that leaves it, counted from 1. */
  readonly lifted: number
}

/** How a sheet ends in a setting. */
export interface End {
  readonly pages: number
  /** Points used on the last page. */
  readonly used: number
  /** Whether more than the addresses for questions and complaints, notes and 以上 stands there. */
  readonly matter: boolean
}

export const HOUSE: Setting = { pitch: 18, white: 1, lift: 0, lifted: 0 }

// 16.5 points are 1.57 of the size: office letters are set from 1.5 to 1.75.
const CLOSER: readonly Setting[] = [
  { ...HOUSE, pitch: 17.5, white: 0.8 },
  { ...HOUSE, pitch: 17, white: 0.6 },
  { ...HOUSE, pitch: 16.5, white: 0.4 },
]
/** Of a page, which has some 45 lines, what may stay white for the sake of the next. */
const MOST_LIFTED = 14

/**
 * The setting in which a sheet's last page is not nearly empty: the house's, or else the mildest closer one that saves the page,
 * or else blocks of the page before go over until `least` lines stand there with more than the addresses. `least` 0: as it falls.
 */
export function settled(endIn: (setting: Setting) => End, least: number): Setting {
  if (least === 0) return HOUSE
  const end = endIn(HOUSE)
  const stands = ({ pages, used, matter }: End) => pages === 1 || (matter && used >= least * HOUSE.pitch)
  if (stands(end)) return HOUSE
  const saving = CLOSER.find(setting => {
    const closer = endIn(setting)
    return closer.pages < end.pages && stands(closer)
  })
  if (saving) return saving
  let best = { setting: HOUSE, end }
  for (let lines = 1; lines <= MOST_LIFTED; lines++) {
    const setting = { ...HOUSE, lift: lines * HOUSE.pitch, lifted: end.pages - 1 }
    const lifted = endIn(setting)
    if (lifted.pages > end.pages) break
    if (stands(lifted)) return setting
    if (lifted.used > best.end.used) best = { setting, end: lifted }
  }
  return best.setting
}
