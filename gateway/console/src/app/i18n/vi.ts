import { awards } from '../../awards/texts.vi'
import { clusters } from '../../clusters/texts.vi'
import { congresses } from '../../congresses/texts.vi'
import { deliberations } from '../../deliberations/texts.vi'
import { exemplars } from '../../exemplars/texts.vi'
import { indicators } from '../../indicators/texts.vi'
import { paper } from '../../papercounts/texts.vi'
import { units } from '../../units/texts.vi'
import { base } from './base.vi'

/** All Vietnamese texts. `{name}` marks a value; the type checker asks for it where the text is used. */
export const vi = {
  ...base,
  ...clusters,
  ...congresses,
  ...deliberations,
  ...exemplars,
  ...indicators,
  ...paper,
  ...awards,
  ...units,
} as const
