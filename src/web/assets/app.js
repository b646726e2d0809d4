import { wordFileFields } from './file-pick.js'
import { fillPostcodes, growRows, sendOnce, walkByEnter } from './forms.js'
import { listenToKeys } from './keys.js'
import { listenToScanner } from './scanner.js'

document.querySelector('[data-summary]')?.focus()
sendOnce()
wordFileFields()
fillPostcodes()
walkByEnter()
listenToKeys()
listenToScanner()
growRows()
