import { businessNow } from '../businessTime'
import type { Language } from './language'

const ZONE = 'Asia/Ho_Chi_Minh'
export const tag: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE })

/** Today as the deadlines understand it, by the services' clock, wherever the browser stands: ISO date in Vietnam's zone. */
export function today(now: Date = businessNow()): string {
  return DAY.format(now)
}

/** `2026-07-01` → `01/07/2026`. A date has no zone, so none is applied. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

export function formatInstant(iso: string, language: Language, seconds = false): string {
  const at = new Date(iso)
  const time = new Intl.DateTimeFormat(tag[language], {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(at)
  return `${time} ${formatDate(today(at))}`
}

export function formatLongDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(tag[language], { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  )
}
