/** What one file may have at most, in the gateway and in the service. */
export const MOST_BYTES = 1024 * 1024

/** The long side of a photographed page, largest first; A4 at 200 dots an inch is 2,339. */
const SIDES = [2400, 1800, 1300]

/**
 * The file as it can be sent: a picture that is too large is made smaller, as a phone's photograph of a page stays readable; anything
 * else stays as it is. Null when it is too large all the same.
 */
export async function fitted(file: File): Promise<Blob | null> {
  if (file.size <= MOST_BYTES) return file
  return file.type.startsWith('image/') ? redrawn(file, SIDES) : null
}

/**
 * The picture drawn anew as a JPEG that can be sent, without what the camera noted in it. Null when it cannot be read, or is too large
 * all the same.
 *
 * @param sides how long its long side may be, largest first
 */
export async function redrawn(file: File, sides: number[]): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
    const sheet = canvas.getContext('2d')
    if (!sheet) return null
    // What lets through is laid on white paper; otherwise a JPEG has it black.
    sheet.fillStyle = 'white'
    sheet.fillRect(0, 0, canvas.width, canvas.height)
    sheet.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const smaller = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
    if (smaller.size <= MOST_BYTES) return smaller
  }
  return null
}
