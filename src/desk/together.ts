import type { Verb } from '../domain/case.ts'
import type { Actor } from '../domain/rule.ts'
import type { Performed } from './desk.ts'
import type { Transaction } from './transaction.ts'

/** One command inside a transaction that is already open. */
export type Act = (number: string | null, verb: Verb, input: unknown, by: Actor) => Promise<Performed>

/** Several commands in one transaction: all of them or, where `work` throws, none. CalledOff gives its result instead of throwing. */
export type Together = <T>(work: (act: Act) => Promise<T>) => Promise<T>

/** Thrown inside `together`: nothing is written, and `result` is what the caller gets. */
export class CalledOff<T> extends Error {
  override readonly name = 'CalledOff'
  readonly result: T
  constructor(result: T) {
    super('called off')
    this.result = result
  }
}

export const acting =
  (transaction: Transaction, act: Act): Together =>
  async <T>(work: (act: Act) => Promise<T>): Promise<T> => {
    try {
      return await transaction(() => work(act))
    } catch (error) {
      if (error instanceof CalledOff) return error.result as T
      throw error
    }
  }
