/** Millimetres to PDF points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4
