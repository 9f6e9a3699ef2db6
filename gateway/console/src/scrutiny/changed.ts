import type { Translate } from '../app/i18n'
import type { Swap } from './queries'

type Changed = Pick<Swap, 'change' | 'input' | 'valueFrom' | 'value' | 'levelFrom' | 'level'>

/** What would have to come out otherwise, from what to what: a number, a level by its name, yes or no. */
export function changed(way: Changed, t: Translate, number: (value: number) => string): string {
  const what = way.input === null ? t(`close.what.${way.change}`) : `“${way.input}”`
  const shown = (value: number, level: string | null) => {
    if (way.change === 'YES_NO') return t(value === 0 ? 'close.no' : 'close.yes')
    return level === null ? number(value) : `“${level}”`
  }
  const to = shown(way.value, way.level)
  return way.valueFrom === null
    ? t('close.change.first', { what, to })
    : t('close.change', { what, from: shown(way.valueFrom, way.levelFrom), to })
}
