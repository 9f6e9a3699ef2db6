import { expect, test } from 'vitest'
import { patiently } from './patience'

const full = () =>
  new Response(JSON.stringify({ type: '/problems/overloaded' }), {
    status: 503,
    headers: { 'Content-Type': 'application/problem+json' },
  })
const away = () => new Response(JSON.stringify({ type: '/problems/unavailable' }), { status: 503 })

/** A service that gives these answers one after the other, and what it was sent. */
function service(...answers: Response[]) {
  const sent: string[] = []
  return {
    sent,
    async send(request: Request) {
      sent.push(await request.text())
      return answers[sent.length - 1] ?? full()
    },
  }
}

const signing = (headers: Record<string, string>) =>
  new Request('http://console/api/v1/compacts/1/signatures', { method: 'POST', body: 'ký', headers })
const atOnce = () => Promise.resolve()

test('who finds no place is sent again with the same words until there is one', async () => {
  const { sent, send } = service(full(), full(), new Response('{}', { status: 200 }))
  const answer = await patiently(send, signing({ 'Idempotency-Key': 'k' }), atOnce)
  expect(answer.status).toBe(200)
  expect(sent).toEqual(['ký', 'ký', 'ký'])
})

test('after some tries the person is told', async () => {
  const { sent, send } = service()
  const answer = await patiently(send, signing({ 'Idempotency-Key': 'k' }), atOnce)
  expect(answer.status).toBe(503)
  expect(sent.length).toBe(5)
})

test('what may not be repeated is sent once', async () => {
  const { sent, send } = service()
  await patiently(send, signing({}), atOnce)
  expect(sent.length).toBe(1)
})

test('a service that is away is no full one', async () => {
  const { sent, send } = service(away())
  const answer = await patiently(send, signing({ 'Idempotency-Key': 'k' }), atOnce)
  expect(answer.status).toBe(503)
  expect(sent.length).toBe(1)
})

test('an intention still being carried out is asked for again until its answer is there', async () => {
  const under = new Response(JSON.stringify({ type: '/problems/idempotency-in-flight' }), { status: 409 })
  const { sent, send } = service(under, new Response('{}', { status: 201 }))
  const answer = await patiently(send, signing({ 'Idempotency-Key': 'k' }), atOnce)
  expect(answer.status).toBe(201)
  expect(sent.length).toBe(2)
})

test('a conflict that waiting does not mend is told at once', async () => {
  const stale = new Response(JSON.stringify({ type: '/problems/stale-version' }), { status: 409 })
  const { sent, send } = service(stale)
  const answer = await patiently(send, signing({ 'Idempotency-Key': 'k' }), atOnce)
  expect(answer.status).toBe(409)
  expect(sent.length).toBe(1)
})
