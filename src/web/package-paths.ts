import { paths } from './paths.ts'

/** URLs of 別紙 and 開示資料. */
const safe = encodeURIComponent
const pageAt = (number: string, file: string, page: number) => `${paths.case(number)}/package/${safe(file)}/${page}`

export const packagePaths = {
  schedule: (number: string) => `${paths.case(number)}/schedule`,
  pasted: (number: string) => `${paths.case(number)}/schedule/pasted`,
  scheduleFile: (number: string) => `${paths.case(number)}/schedule/file`,
  csv: (number: string) => `${paths.case(number)}/schedule.csv`,
  json: (number: string) => `${paths.case(number)}/schedule.json`,
  package: (number: string) => `${paths.case(number)}/package`,
  made: (number: string) => `${paths.case(number)}/package/made`,
  locked: (number: string) => `${paths.case(number)}/package/locked`,
  pdf: (number: string) => `${paths.case(number)}/package.pdf`,
  mask: pageAt,
  picture: (number: string, file: string, page: number) => `${pageAt(number, file, page)}/picture.jpg`,
} as const
