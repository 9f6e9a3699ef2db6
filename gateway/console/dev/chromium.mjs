// Development only: a real Chromium, spoken to in its own protocol over a pipe. CHROMIUM names it where it is not on the path.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @returns a page with `send(method, params)` and `run(expression)`, and `close()` for the whole browser */
export async function openChromium({ width, height }) {
  const profile = mkdtempSync(join(tmpdir(), 'frames-'))
  const browser = spawn(
    process.env.CHROMIUM ?? 'chromium',
    [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--window-size=${width},${height}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const [, , , there, back] = browser.stdio
  const asked = new Map()
  let [number, rest] = [0, '']
  back.setEncoding('utf8').on('data', (text) => {
    const messages = (rest + text).split('\0')
    rest = messages.pop()
    for (const one of messages.map((message) => JSON.parse(message))) {
      const { resolve, reject } = asked.get(one.id) ?? {}
      asked.delete(one.id)
      if (one.error) reject?.(new Error(one.error.message))
      else resolve?.(one.result)
    }
  })
  const ask = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      number += 1
      asked.set(number, { resolve, reject })
      there.write(`${JSON.stringify({ id: number, method, params, sessionId })}\0`)
    })
  const died = new Promise((_, reject) => {
    browser.once('error', reject)
    browser.once('exit', (code) => reject(new Error(`Chromium ended with ${code}`)))
  })
  died.catch(() => {})
  const { targetId } = await Promise.race([died, ask('Target.createTarget', { url: 'about:blank' })])
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
  const send = (method, params) => Promise.race([died, ask(method, params, sessionId)])
  return {
    send,
    async run(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    async close() {
      const ended = new Promise((resolve) => browser.once('exit', resolve))
      ask('Browser.close')
      await ended
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
