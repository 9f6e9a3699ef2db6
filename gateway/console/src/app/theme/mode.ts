import { useSyncExternalStore } from 'react'
import { type Mode, themeClass } from './tokens'

const STORED = 'thidua.theme'
const listeners = new Set<() => void>()
let mode: Mode = localStorage.getItem(STORED) === 'dark' ? 'dark' : 'light'
wear()

function wear(): void {
  const { classList } = document.documentElement
  classList.remove(themeClass('light'), themeClass('dark'))
  classList.add(themeClass(mode))
}

export function setMode(next: Mode): void {
  mode = next
  localStorage.setItem(STORED, next)
  wear()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useMode(): Mode {
  return useSyncExternalStore(subscribe, () => mode)
}
