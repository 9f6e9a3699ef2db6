/**
 * Whether the hash the service names is the hash of these very words, worked out in the browser: whoever signs then knows that what
 * was read is what is signed. Null where the browser offers no hashing (an address without https).
 */
export async function isHashOf(sha256: string, text: string): Promise<boolean | null> {
  if (!globalThis.crypto?.subtle) return null
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex === sha256
}
