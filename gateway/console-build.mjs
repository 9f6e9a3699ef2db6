// Called by Maven: `node console-build.mjs install|check|build`, in gateway/console.
// Each step remembers a digest of what it read and is skipped while that has not changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const home = join(import.meta.dirname, 'console')
const GENERATED = new Set(['node_modules', 'dist', 'coverage'])

const steps = {
  install: {
    reads: ['package.json', 'package-lock.json'],
    makes: 'node_modules',
    runs: ['ci', '--no-audit', '--no-fund'],
  },
  check: { reads: sources(), makes: 'node_modules', runs: ['run', 'check'] },
  build: { reads: sources(), makes: 'dist', runs: ['run', 'build'] },
}

function sources() {
  return readdirSync(home).filter((name) => !GENERATED.has(name) && !name.startsWith('.'))
}

function* files(names) {
  for (const name of [...names].sort()) {
    if (!statSync(join(home, name)).isDirectory()) yield name
    else yield* files(readdirSync(join(home, name)).map((inner) => join(name, inner)))
  }
}

function digest(names) {
  const hash = createHash('sha256').update(process.version)
  for (const name of files(names)) hash.update(name).update('\0').update(readFileSync(join(home, name))).update('\0')
  return hash.digest('hex')
}

const name = process.argv[2]
const step = steps[name]
if (!step) throw new Error(`Unknown step "${name}": install, check or build`)
// Files are named by their content: what an earlier build copied would stay in the jar for ever.
if (name === 'build') rmSync(join(import.meta.dirname, 'target/classes/console'), { recursive: true, force: true })
const notes = join(import.meta.dirname, 'target', 'console-steps')
// What is installed belongs to node_modules, and goes with it; the rest goes with `mvn clean`.
const note = name === 'install' ? join(home, 'node_modules', '.installed') : join(notes, name)
const now = digest(step.reads)
if (existsSync(join(home, step.makes)) && existsSync(note) && readFileSync(note, 'utf8') === now) {
  console.log(`console: ${name} is up to date`)
} else {
  rmSync(note, { force: true })
  execFileSync('npm', step.runs, { cwd: home, stdio: 'inherit', env: { ...process.env, CI: '1' } })
  mkdirSync(name === 'install' ? join(home, 'node_modules') : notes, { recursive: true })
  writeFileSync(note, now)
}
