/** Boxes drawn on the picture of a page: the fields beside it are what is sent, and follow the drawing and back. */
const page = document.querySelector('[data-masking]')
const table = document.querySelector('.mask-boxes tbody')
const SVG = 'http://www.w3.org/2000/svg'
const LEAST = 1

const rows = () => [...table.querySelectorAll('[data-box]')]
const fieldsOf = row => [...row.querySelectorAll('input')]
const read = row => fieldsOf(row).map(field => Number.parseFloat(field.value.normalize('NFKC')))
const write = (row, box) =>
  fieldsOf(row).forEach((field, at) => {
    field.value = (Math.round(box[at] * 10) / 10).toString()
  })

const draw = () => {
  for (const rect of page.querySelectorAll('rect')) rect.remove()
  for (const row of rows()) {
    const box = read(row)
    if (box.some(Number.isNaN)) continue
    const rect = document.createElementNS(SVG, 'rect')
    for (const [at, name] of ['x', 'y', 'width', 'height'].entries()) rect.setAttribute(name, box[at])
    page.append(rect)
  }
}

/** A row that is still empty; a new one where all are filled. */
const freeRow = () => {
  const free = rows().find(row => fieldsOf(row).every(field => field.value.trim() === ''))
  if (free) return free
  const all = rows()
  const last = all.at(-1)
  const row = last.cloneNode(true)
  row.querySelector('th').textContent = String(all.length + 1)
  for (const field of fieldsOf(row)) {
    field.name = field.name.replace(/\.\d+\./, `.${all.length}.`)
    field.id = field.id.replace(/-\d+-/, `-${all.length}-`)
    field.setAttribute('aria-label', field.getAttribute('aria-label').replace(/\d+/, String(all.length + 1)))
    field.value = ''
  }
  last.after(row)
  return row
}

const at = event => {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(page.getScreenCTM().inverse())
  const { width, height } = page.viewBox.baseVal
  return [Math.min(Math.max(0, point.x), width), Math.min(Math.max(0, point.y), height)]
}

let start = null
let row = null

if (page && table) {
  page.addEventListener('pointerdown', event => {
    start = at(event)
    row = null
    page.setPointerCapture(event.pointerId)
    event.preventDefault()
  })
  page.addEventListener('pointermove', event => {
    if (start === null) return
    const [x, y] = at(event)
    const box = [Math.min(x, start[0]), Math.min(y, start[1]), Math.abs(x - start[0]), Math.abs(y - start[1])]
    if (row === null && (box[2] < LEAST || box[3] < LEAST)) return
    row ??= freeRow()
    write(row, [box[0], box[1], Math.max(LEAST, box[2]), Math.max(LEAST, box[3])])
    draw()
  })
  page.addEventListener('pointerup', () => {
    start = null
  })
  table.addEventListener('input', draw)
}
