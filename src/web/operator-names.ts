import type { Desk } from '../desk/desk.ts'

/** Names of the operators by id, for lists and headings. */
export const operatorNames = async (desk: Desk): Promise<ReadonlyMap<string, string>> =>
  new Map((await desk.operators()).map(({ operator }) => [operator.id, operator.name]))
