import { App as Antd, ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import viVN from 'antd/locale/vi_VN'
import dayjs from 'dayjs'
import 'dayjs/locale/vi'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { caller } from '../../api/client'
import { useMode } from '../theme/mode'
import { themeOf } from '../theme/tokens'
import { fill, type Language } from './language'
import { vi } from './vi'

export type { Language }
export type Key = keyof typeof vi
type Values<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Values<Rest> : never
/** Texts that need no values: what a table of labels may name. */
export type PlainKey = { [K in Key]: [Values<(typeof vi)[K]>] extends [never] ? K : never }[Key]
type Arguments<K extends Key> = [Values<(typeof vi)[K]>] extends [never]
  ? []
  : [values: Record<Values<(typeof vi)[K]>, string | number>]

/** Text by key; a key whose text has `{values}` must be given them. */
export type Translate = <K extends Key>(key: K, ...args: Arguments<K>) => string

interface Dictionary {
  texts: Record<Key, string>
  library: Locale
}

async function load(language: Language): Promise<Dictionary> {
  if (language === 'vi') return { texts: vi, library: viVN }
  const [{ en }, { default: enGB }] = await Promise.all([import('./en'), import('antd/locale/en_GB')])
  return { texts: en, library: enGB }
}

interface I18n {
  language: Language
  t: Translate
  setLanguage(language: Language): void
}

const Context = createContext<I18n | null>(null)
const STORED = 'thidua.language'

export async function startLanguage(): Promise<{ language: Language; dictionary: Dictionary }> {
  const language: Language = localStorage.getItem(STORED) === 'en' ? 'en' : 'vi'
  announce(language)
  return { language, dictionary: await load(language) }
}

function announce(language: Language): void {
  caller.language = language
  document.documentElement.lang = language
  dayjs.locale(language)
}

interface Props {
  start: { language: Language; dictionary: Dictionary }
  onChange(): void
  children: ReactNode
}

export function LanguageProvider({ start, onChange, children }: Props) {
  const [{ language, dictionary }, setState] = useState(start)
  const mode = useMode()
  const setLanguage = useCallback(
    (next: Language) => {
      load(next).then((loaded) => {
        localStorage.setItem(STORED, next)
        announce(next)
        setState({ language: next, dictionary: loaded })
        onChange()
      })
    },
    [onChange],
  )
  const value = useMemo<I18n>(
    () => ({
      language,
      t: (key, ...args) => fill(dictionary.texts[key], args[0]),
      setLanguage,
    }),
    [language, dictionary, setLanguage],
  )
  return (
    <Context value={value}>
      <ConfigProvider locale={dictionary.library} theme={themeOf(mode)} variant="outlined">
        <Antd>{children}</Antd>
      </ConfigProvider>
    </Context>
  )
}

export function useI18n(): I18n {
  const value = useContext(Context)
  if (!value) throw new Error('useI18n needs a LanguageProvider above it')
  return value
}
