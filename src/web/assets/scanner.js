/** A bar-code reader types very fast and ends with Enter: on 今日の仕事 such a burst opens what it names. */
const BETWEEN_MS = 50
const LEAST_DIGITS = 8

export const listenToScanner = () => {
  if (document.querySelector('main')?.dataset.page !== 'today') return
  let burst = ''
  let last = 0
  document.addEventListener('keydown', event => {
    const { target, timeStamp, key } = event
    if (target instanceof HTMLElement && target.matches('input, textarea, select')) return
    if (timeStamp - last > BETWEEN_MS) burst = ''
    last = timeStamp
    if (/^[\dA-Da-d-]$/.test(key)) burst += key
    else if (key === 'Enter' && burst.replace(/\D/g, '').length >= LEAST_DIGITS) {
      event.preventDefault()
      location.assign(`/find?q=${encodeURIComponent(burst)}`)
    } else burst = ''
  })
}
