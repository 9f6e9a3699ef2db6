import { redrawn } from '../ui/scan'

/** The long side of a picture on a page, largest first. */
const SIDES = [1600, 1200, 900]

/**
 * The picture as it is sent: always drawn anew, so that it is small and nothing is left of what the camera noted in it, such as where
 * the household lives. Null when it is none that the browser can read.
 */
export function pictureOf(file: File): Promise<Blob | null> {
  return file.type === 'image/jpeg' || file.type === 'image/png'
    ? redrawn(file, SIDES)
    : Promise.resolve(null)
}

export function pictureAddress(id: string): string {
  return `/api/v1/files/cluster/${id}`
}
