// npm run dev: the in-memory contract and Vite beside it, stopped together.
import { createServer } from 'vite'
import { startMock } from './mock.mjs'

const mock = startMock(5174)
const vite = await createServer()
await vite.listen()
vite.printUrls()
process.on('SIGINT', async () => {
  mock.close()
  await vite.close()
  process.exit(0)
})
