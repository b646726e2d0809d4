/** すべて選ぶ and すべて外す without asking the server, and how many are chosen now. */
const groups = [...document.querySelectorAll('[data-ticks]')]

/** The boxes of the table that follows the two buttons. */
const boxesOf = group => {
  const table = group.nextElementSibling
  return [...(table?.querySelectorAll('input[type=checkbox]:not(:disabled)') ?? [])]
}
const count = group => {
  const boxes = boxesOf(group)
  group.querySelector('output').textContent = `${boxes.filter(box => box.checked).length}/${boxes.length}通`
}

for (const group of groups) {
  for (const button of group.querySelectorAll('button'))
    button.addEventListener('click', event => {
      event.preventDefault()
      for (const box of boxesOf(group)) box.checked = button.value === 'all'
      count(group)
    })
  count(group)
}
document.addEventListener('change', () => groups.forEach(count))
window.addEventListener('pageshow', () => groups.forEach(count))
