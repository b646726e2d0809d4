import type { Page } from 'playwright-core'

/**
 * A bar-code reader that no field listens to, as fast as one however busy the machine is: the product tells a reader from a
 * hand by the time between two keys, and between two keystrokes of playwright a loaded machine passes more.
 */
export const burst = (page: Page, code: string): Promise<void> =>
  page.evaluate(
    keys => {
      for (const key of keys)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    },
    [...code, 'Enter'],
  )
