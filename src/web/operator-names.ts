import type { Desk } from '../desk/desk.ts'

/** Names of the operators by id, for lists and headings. */
export const operatorNames = async (desk: Desk): Promise<ReadonlyMap<string, string>> =>
  new Map((await desk.operators()).map(({ operator }) => [operator.id, operator.name]))

/** For a narrow column: 株式会社 stands in most names and tells none apart. */
export const withoutForm = (name: string): string => name.replace(/^株式会社\s*|\s*株式会社$/gu, '') || name
