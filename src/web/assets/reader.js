/** A code read where no field waits for one opens its envelope; its Enter presses nothing that happens to have the focus. */
const BETWEEN_MS = 50
const LEAST = 8
let burst = ''
let last = 0

document.addEventListener(
  'keydown',
  event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.('input, select, textarea')) return
    if (event.timeStamp - last > BETWEEN_MS) burst = ''
    last = event.timeStamp
    if (event.key.length === 1) burst += event.key
    else if (event.key === 'Enter' && burst.length >= LEAST) {
      event.preventDefault()
      location.assign(`/packing?${new URLSearchParams({ scan: burst })}`)
      burst = ''
    }
  },
  true,
)
