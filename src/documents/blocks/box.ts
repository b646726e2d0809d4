/** A rectangle of the page, in points from its top left. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The colours of a grid: for the person who writes, or for the office. */
export interface Tone {
  line: string
  outer: number
  label: string
  fill: string
  text: string
}
