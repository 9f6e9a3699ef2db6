// npm run axe: what axe-core finds wrong for those who do not see or use no mouse. The built console over the stand-in, in a real
// Chromium: from the home page one page of every shape that its links lead to, on a desk and on a phone. Prints every finding with
// its weight and how often it is there; ends with 1 when one is serious or critical. `npm run axe -- /reports/x` looks at that page alone.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

process.env.MOCK_CLUSTER ??= '12x12'
const { openChromium } = await import('./chromium.mjs')
const { LARGE_REPORT } = await import('./large.mjs')
const { startMock } = await import('./mock.mjs')

const PORT = 5196
const SEASON = '/seasons/00000000-0000-4000-9000-000000000024'
const PERIOD = '/periods/00000000-0000-4000-a000-000000000970'
/** What is reached by other ways than links, beside the home page. */
const BEGINNINGS = [
  '/',
  ...['targets', 'reports', 'scoresheet', 'ranking', 'digest'].map((part) => `${SEASON}/${part}`),
  ...['grid', 'consolidation', 'imports'].map((part) => `${PERIOD}/${part}`),
  `/reports/${LARGE_REPORT}`,
  '/units/table',
  '/check/none',
  '/open-data',
  '/open-data/00000000-0000-4000-9000-000000000024',
]
const SCREENS = [
  { name: 'desk', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
]
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
/** Addresses that differ in their ids only are one shape. */
const shape = (path) =>
  path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\?.*$/g, (part) => (part[0] === '?' ? '' : ':id'))

const server = startMock(PORT)
const page = await openChromium(SCREENS[0])
const weights = new Map()
const told = new Map()

/** Until nothing more is drawn for a while, and nothing is loading. */
async function settled() {
  let [before, still] = [-1, 0]
  for (let n = 0; n < 100 && still < 4; n += 1, await wait(150)) {
    const now = await page.run(
      `document.querySelector('main h1, .ant-result') && !document.querySelector('.ant-skeleton-active, .ant-spin-spinning') ? document.body.innerHTML.length : -1`,
    )
    still = now !== -1 && now === before ? still + 1 : 0
    before = now
  }
}

async function look(path, screen) {
  await page.run(`location.assign(${JSON.stringify(path)})`)
  await wait(400)
  await settled()
  await page.run(`${AXE}; 0`)
  const found = await page.run(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, targets: nodes.map((n) => n.target.join(' ') + ' ' + n.html.slice(0, 160)) })))`,
  )
  for (const { id, impact, help, targets } of found) {
    const key = `${impact} ${id}: ${help}`
    weights.set(impact, (weights.get(impact) ?? 0) + targets.length)
    const places = told.get(key) ?? []
    told.set(key, [...places, `${screen} ${path} × ${targets.length}: ${targets[0]}`])
  }
  return page.run(
    `[...new Set([...document.querySelectorAll('a[href^="/"]')].map((a) => a.getAttribute('href')))]`,
  )
}

try {
  await page.send('Page.navigate', {
    url: `http://127.0.0.1:${PORT}/oauth2/authorization/keycloak?as=canbo.snv&return=/`,
  })
  await wait(1500)
  const only = process.argv.slice(2)
  for (const { name, width, height } of SCREENS) {
    const mobile = name === 'phone'
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile })
    const shapes = new Set()
    const todo = only.length > 0 ? [...only] : [...BEGINNINGS]
    for (let path = todo.shift(); path; path = todo.shift()) {
      if (shapes.has(shape(path))) continue
      shapes.add(shape(path))
      const links = await look(path, name)
      if (only.length === 0)
        todo.push(...links.filter((link) => !/^\/(api|logout|oauth2)|#/.test(link)).sort())
    }
    console.log(`${name}: ${shapes.size} pages: ${[...shapes].join(' ')}`)
  }
  for (const [what, places] of [...told].sort()) console.log(`\n${what}\n  ${places.join('\n  ')}`)
  console.log(`\n${[...weights].map(([weight, n]) => `${n} ${weight}`).join(', ') || 'nothing found'}`)
} finally {
  await page.close()
  server.close()
}
process.exit(weights.has('serious') || weights.has('critical') ? 1 : 0)
