import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import jsQR from 'jsqr'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** What happens to a code between the paper and the camera. */
export type Mishap = {
  /** Degrees. */
  turned?: number
  /** Radius in pixels of the picture. */
  blurred?: number
  /** Width of the whole picture in pixels: further away, it is smaller. */
  width?: number
}

let prepared: Promise<unknown> | undefined

/** Its own way would be to fetch the program from a public network. */
async function prepareZXing() {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasmBinary = (await readFile(file)).buffer as ArrayBuffer
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

/** The picture as a camera would have it, in black, white and what lies between. */
async function photographed(page: Page, png: Buffer, { turned = 0, blurred = 0, width }: Mishap) {
  const photo = await page.evaluate(
    async ({ source, turned, blurred, width }) => {
      const picture = new Image()
      picture.src = source
      await picture.decode()
      const scale = (width ?? picture.width) / picture.width
      const [w, h] = [picture.width * scale, picture.height * scale]
      // Large enough for any turn.
      const side = Math.ceil(Math.hypot(w, h))
      const canvas = new OffscreenCanvas(side, side)
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      context.fillStyle = '#d8d2c8'
      context.fillRect(0, 0, side, side)
      context.filter = blurred ? `blur(${blurred}px)` : 'none'
      context.translate(side / 2, side / 2)
      context.rotate((turned * Math.PI) / 180)
      context.drawImage(picture, -w / 2, -h / 2, w, h)
      const { data } = context.getImageData(0, 0, side, side)
      const blob = new Blob([data])
      const url: string = await new Promise(resolve => {
        const reader = new FileReader()
        reader.onload = () => resolve(String(reader.result))
        reader.readAsDataURL(blob)
      })
      return { side, bytes: url.slice(url.indexOf(',') + 1) }
    },
    { source: `data:image/png;base64,${png.toString('base64')}`, turned, blurred, width },
  )
  const data = new Uint8ClampedArray(Buffer.from(photo.bytes, 'base64'))
  return { data, width: photo.side, height: photo.side, colorSpace: 'srgb' as const }
}

type Photo = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number; colorSpace: 'srgb' }

/** What two readers that share no line of code find in a picture. */
export async function readTwice(photo: Photo) {
  prepared ??= prepareZXing()
  await prepared
  const [found] = await readBarcodes(photo as ImageData, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
  return { jsqr: jsQR(photo.data, photo.width, photo.height)?.data, zxing: found?.text, level: found?.ecLevel }
}

/** The same of a PNG after what happens to it on the way. */
export const scanned = async (page: Page, png: Buffer, mishap: Mishap = {}) =>
  readTwice(await photographed(page, png, mishap))
