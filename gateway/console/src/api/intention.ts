/**
 * One intention of the person: "create this unit". The key stays the same while the same content is sent
 * again (a retry after a lost answer must not create twice) and changes when the content changes (the
 * server refuses a known key with another body) or once the intention is fulfilled.
 */
export class Intention {
  #content: string | null = null
  #key = ''

  headersFor(body: unknown): { 'Idempotency-Key': string } {
    const content = JSON.stringify(body)
    if (content !== this.#content) {
      this.#content = content
      this.#key = crypto.randomUUID()
    }
    return { 'Idempotency-Key': this.#key }
  }

  fulfilled(): void {
    this.#content = null
  }
}
