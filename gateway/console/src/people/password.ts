/** Letters and digits that are not taken for one another when they are read out. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A password for one log-in, as xxxx-xxxx-xxxx: sixty random bits that can be told by telephone. */
export function oneTimePassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(12))
  // The alphabet has 32 letters, so every one is as likely as the other.
  const letters = [...random].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** What people here are usually called at log-in: the name without accents, then the initials of what stands before it. */
export function usernameOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, ' ')
    .split(' ')
    .filter(Boolean)
  const given = words.pop() ?? ''
  return given + words.map((word) => word[0]).join('')
}
