import { PDFDocument } from 'pdf-lib'

/** A picture file as a PDF of one A4 page, upright or lying as the picture is. Other types come back as they are. */
export const sheetOf = async (bytes: Uint8Array, type: string): Promise<Uint8Array> => {
  if (type === 'application/pdf') return bytes
  const document = await PDFDocument.create({ updateMetadata: false })
  const image = type === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(bytes)
  const [width, height] = image.width > image.height ? [841.89, 595.28] : [595.28, 841.89]
  const page = document.addPage([width, height])
  const scale = Math.min(width / image.width, height / image.height)
  const size = { width: image.width * scale, height: image.height * scale }
  page.drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size })
  return document.save({ useObjectStreams: false })
}
