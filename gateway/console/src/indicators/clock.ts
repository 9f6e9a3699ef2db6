import { useEffect, useState } from 'react'
import type { Translate } from '../app/i18n'

interface Told {
  /** The business clock at the moment the service answered. */
  now: string
  dueAt?: string
  closesAt?: string
}

/** The business clock, which the demo may have moved: what the service told, running on from when it was told. */
export function useBusinessNow(told: Told | undefined, toldAt: number): number {
  const [, tick] = useState(0)
  const here = Date.now()
  const now = told ? Date.parse(told.now) + (here - toldAt) : here
  const ends = [told?.dueAt, told?.closesAt].map((end) => (end ? Date.parse(end) - now : -1))
  const near = ends.some((left) => left > 0 && left < SECONDS_FROM_MS + 60_000)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), near ? 1_000 : 15_000)
    return () => clearInterval(timer)
  }, [near])
  return now
}

/** From here on every second counts, and is told. */
const SECONDS_FROM_MS = 10 * 60_000

/** How long in words: days when there are some, else hours and minutes; in the last minutes seconds too. */
export function span(t: Translate, milliseconds: number): string {
  if (milliseconds < SECONDS_FROM_MS) {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1_000))
    return t('span.minutesSeconds', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
  }
  const minutes = Math.max(0, Math.ceil(milliseconds / 60_000))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  if (days >= 3) return t('span.days', { days })
  if (days > 0) return t('span.daysHours', { days, hours })
  if (hours > 0) return t('span.hoursMinutes', { hours, minutes: minutes % 60 })
  return t('span.minutes', { minutes })
}

interface Window {
  state: 'UPCOMING' | 'OPEN' | 'GRACE' | 'CLOSED'
  opensAt: string
  dueAt: string
  closesAt: string
}

/** What a period's window means to whoever has to report, now. */
export function windowWords(
  t: Translate,
  window: Window,
  now: number,
  instant: (iso: string) => string,
): string {
  const until = (iso: string) => span(t, Date.parse(iso) - now)
  switch (window.state) {
    case 'UPCOMING':
      return t('window.UPCOMING', { span: until(window.opensAt) })
    case 'OPEN':
      return t('window.OPEN', { span: until(window.dueAt), due: instant(window.dueAt) })
    case 'GRACE':
      return t('window.GRACE', {
        late: span(t, now - Date.parse(window.dueAt)),
        span: until(window.closesAt),
      })
    case 'CLOSED':
      return t('window.CLOSED', { at: instant(window.closesAt) })
  }
}
