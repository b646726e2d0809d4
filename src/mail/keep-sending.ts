export interface Sending {
  /** Waits for the round under way. */
  stop(): Promise<void>
}

/** A round at once, and again `everyMs` after each has ended, so that rounds never overlap. `failed` hears what broke one. */
export const keepSending = (
  round: () => Promise<unknown>,
  everyMs: number,
  failed: (error: unknown) => void,
): Sending => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const turn = async (): Promise<void> => {
    await round().catch(failed)
    if (!stopped) timer = setTimeout(() => (running = turn()), everyMs)
  }
  let running = turn()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
