// npm run frames: how smooth the grids are. The built console over the stand-in, in a real Chromium: a cluster of 95 members and 60
// indicators and a report of 60, while keys are held, while it is scrolled, typed into and pasted over. Prints the time from frame to
// frame, and how busy the page's own thread was; nothing is asserted, as the machine has its say. `npm run frames -- report` measures one grid alone.
process.env.MOCK_CLUSTER ??= '95x60'
const { openChromium } = await import('./chromium.mjs')
const { startMock } = await import('./mock.mjs')
const { LARGE_REPORT } = await import('./large.mjs')

const PORT = 5195
const SCREEN = { width: 1440, height: 900 }
const PERIOD = '00000000-0000-4000-a000-000000000970'
const [ROWS, COLUMNS] = process.env.MOCK_CLUSTER.split('x').map(Number)
const KEYS = { ArrowDown: 40, ArrowUp: 38, ArrowRight: 39, ArrowLeft: 37, Enter: 13 }
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const RECORDER = `{
  const frames = []
  let last = 0, on = false
  const tick = (now) => { if (on) { if (last) frames.push(now - last); last = now; requestAnimationFrame(tick) } }
  window.recorder = {
    start() { frames.length = 0; last = 0; on = true; requestAnimationFrame(tick) },
    stop() { on = false; return frames.slice() },
  }
}`

const server = startMock(PORT)
const page = await openChromium(SCREEN)
await page.send('Performance.enable', { timeDomain: 'threadTicks' })
await page.send('Emulation.setDeviceMetricsOverride', { ...SCREEN, deviceScaleFactor: 1, mobile: false })

async function until(expression, seconds = 120) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(100))
    if (await page.run(expression)) return
  throw new Error(`never: ${expression}`)
}

async function press(key, { times = 1, every = 33 } = {}) {
  for (let n = 0; n < times; n += 1) {
    const code = KEYS[key]
    const said = {
      key,
      code: key,
      windowsVirtualKeyCode: code,
      autoRepeat: n > 0,
      text: key === 'Enter' ? '\r' : undefined,
    }
    await page.send('Input.dispatchKeyEvent', { type: key === 'Enter' ? 'keyDown' : 'rawKeyDown', ...said })
    if (n === times - 1) await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...said })
    await wait(every)
  }
}

async function type(text) {
  for (const char of text) {
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: char, text: char })
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key: char })
    await wait(40)
  }
}

async function turn(steps, deltaX, deltaY) {
  for (let n = 0; n < steps; n += 1) {
    await page.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 900, y: 500, deltaX, deltaY })
    await wait(16)
  }
}

const paste = (rows, columns, factor) =>
  page.run(`{
    const block = Array.from({ length: ${rows} }, (_, r) =>
      Array.from({ length: ${columns} }, (_, c) => String((r * 60 + c) * ${factor} + 1)).join('\\t')).join('\\n')
    const data = new DataTransfer()
    data.setData('text/plain', block)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(event)
  }`)

/** Seconds of processor time that the page's own thread has worked, whatever else the machine does. */
async function worked() {
  const { metrics } = await page.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value
}

const told = []
async function measured(name, speed, act) {
  await wait(400)
  const before = await worked()
  await page.run('recorder.start()')
  const begun = Date.now()
  await act()
  await wait(100)
  const ms = Date.now() - begun
  const busy = `${Math.round(((await worked()) - before) / (ms / 100_000))}%`
  const frames = (await page.run('recorder.stop()')).sort((a, b) => a - b)
  const at = (part) => frames[Math.min(frames.length - 1, Math.floor(frames.length * part))].toFixed(1)
  const line = {
    grid: name[0],
    act: name[1],
    speed,
    frames: frames.length,
    median: at(0.5),
    p95: at(0.95),
    worst: at(1),
    ms,
    busy,
  }
  told.push(line)
}

const saved = (than) =>
  until(`document.querySelector('[data-testid=saved-line]').dataset.state === 'saved' && ${than}`)

async function grid(name, address, first, rows, columns) {
  for (const [speed, rate] of [
    ['full', 1],
    ['a quarter', 4],
  ]) {
    await page.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await page.send('Page.navigate', {
      url: `http://127.0.0.1:${PORT}/oauth2/authorization/keycloak?as=canbo.xa&return=${address}`,
    })
    await until(`document.querySelector('${first}') !== null`)
    await wait(1500)
    await page.run(RECORDER)
    await page.send('Emulation.setCPUThrottlingRate', { rate })
    const begin = () => page.run(`document.querySelector('${first}').focus()`)
    await begin()
    await measured([name, 'arrow held down'], speed, () => press('ArrowDown', { times: rows - 1 }))
    if (columns > 1)
      await measured([name, 'arrow held right'], speed, () => press('ArrowRight', { times: columns - 1 }))
    await measured([name, 'arrow held up'], speed, () => press('ArrowUp', { times: rows - 1 }))
    await turn(40, -800, -800)
    await measured([name, 'scrolled'], speed, async () => {
      await turn(40, 0, 90)
      await turn(60, 120, 0)
      await turn(40, 0, -90)
      await turn(60, -120, 0)
    })
    await begin()
    await measured([name, 'typed'], speed, async () => {
      for (let n = 0; n < 20; n += 1) {
        await type(String(1000 + n * rate))
        await press('Enter')
      }
      await saved(true)
    })
    await press('ArrowUp', { times: 21, every: 60 })
    await begin()
    await measured([name, `${rows} × ${columns} pasted and saved`], speed, async () => {
      await paste(rows, columns, rate + 1)
      await wait(500)
      await saved(true)
    })
  }
}

try {
  const only = process.argv[2]
  if (only !== 'report')
    await grid('cluster', `/periods/${PERIOD}/grid`, '[data-testid="cluster-R1-LN1"]', ROWS, COLUMNS)
  if (only !== 'cluster')
    await grid('report', `/reports/${LARGE_REPORT}`, '[data-testid="cell-LN1-value"]', COLUMNS, 1)
} finally {
  console.table(told)
  await page.close()
  server.close()
}
