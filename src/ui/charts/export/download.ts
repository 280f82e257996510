import { slugOf } from '../../../lib/text/slug'
import { saveFile } from '../../save-file'
import type { ChartTexts, Drawing } from './chart'
import { svgOf } from './svg'

/** A screen with fine dots, and paper, want more than one dot a unit. */
const DOTS = 2

/** Hands the picture to the browser as a file. */
export async function savePicture(words: ChartTexts, drawing: Drawing, kind: 'svg' | 'png') {
  const svg = new Blob([svgOf(words, drawing)], { type: 'image/svg+xml' })
  saveFile(`${slugOf(words.title, 80) || 'hai-long'}.${kind}`, kind === 'svg' ? svg : await pngOf(svg))
}

async function pngOf(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * DOTS
    canvas.height = image.naturalHeight * DOTS
    const context = canvas.getContext('2d')
    context?.scale(DOTS, DOTS)
    context?.drawImage(image, 0, 0)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
