import { awards } from '../../awards/texts.vi'
import { clusters } from '../../clusters/texts.vi'
import { indicators } from '../../indicators/texts.vi'
import { base } from './base.vi'

/** All Vietnamese texts. `{name}` marks a value; the type checker asks for it where the text is used. */
export const vi = { ...base, ...clusters, ...indicators, ...awards } as const
