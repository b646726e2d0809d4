/** Why a package cannot be made or used. `word` is shown to the clerk only: it never goes into the journal or a log. */
export type PackageFault =
  /** not_finished: the work died, took too much memory or stood still */
  | { fault: 'file_gone' | 'leftover' | 'changed' | 'unreadable' | 'not_finished' }
  | { fault: 'page_gone' | 'box_outside' | 'not_black' | 'text_left'; page: number }
  | { fault: 'word_left'; word: string; where: Where; page: number }

/** `page` 0: not on a page. */
export const wheres = ['text', 'string', 'stream'] as const
export type Where = (typeof wheres)[number]

export class PackageRefused extends Error {
  override name = 'PackageRefused'
  fault: PackageFault

  constructor(fault: PackageFault) {
    // The word stays out of the message: messages end up in logs.
    super(fault.fault)
    this.fault = fault
  }
}
