import { paths } from './paths.ts'

/** Where the form of the opening desk goes besides its own page: both only look, neither stores. */
export const checkPath = `${paths.opening()}/check`
export const previewPath = `${paths.opening()}/preview`
