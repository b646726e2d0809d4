/** The reader in the hand can tell the case of a page that the scanner could not read: its field has the focus, and each Enter files. */
if (!document.querySelector('[data-summary]')) document.getElementById('f-to')?.focus({ preventScroll: true })
