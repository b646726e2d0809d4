const MOST = 2000

/** Keys of forms that were carried out lately. Only tells a repeated POST from a stale tab; that it has one effect is the desk's doing. */
export class RecentKeys {
  private readonly keys = new Set<string>()

  has(key: string | undefined): boolean {
    return key !== undefined && this.keys.has(key)
  }

  add(key: string | undefined): void {
    if (key === undefined || key === '') return
    this.keys.add(key)
    const [oldest] = this.keys
    if (this.keys.size > MOST && oldest !== undefined) this.keys.delete(oldest)
  }
}
