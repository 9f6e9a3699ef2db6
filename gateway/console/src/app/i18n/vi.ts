import { assessing } from '../../assessing/texts.vi'
import { awards } from '../../awards/texts.vi'
import { clusters } from '../../clusters/texts.vi'
import { conference } from '../../conference/texts.vi'
import { congresses } from '../../congresses/texts.vi'
import { councils } from '../../councils/texts.vi'
import { deliberations } from '../../deliberations/texts.vi'
import { design } from '../../designer/texts.vi'
import { drafts } from '../../drafts/texts.vi'
import { exemplars } from '../../exemplars/texts.vi'
import { founding } from '../../founding/texts.vi'
import { grouping } from '../../grouping/texts.vi'
import { indicators } from '../../indicators/texts.vi'
import { inspections } from '../../inspections/texts.vi'
import { movements } from '../../movements/texts.vi'
import { opendata } from '../../opendata/texts.vi'
import { paper } from '../../papercounts/texts.vi'
import { scoresheets } from '../../scoresheets/texts.vi'
import { scrutiny } from '../../scrutiny/texts.vi'
import { signed } from '../../signedfiles/texts.vi'
import { tables } from '../../tables/texts.vi'
import { units } from '../../units/texts.vi'
import { base } from './base.vi'

/** All Vietnamese texts. `{name}` marks a value; the type checker asks for it where the text is used. */
export const vi = {
  ...base,
  ...clusters,
  ...conference,
  ...congresses,
  ...councils,
  ...deliberations,
  ...drafts,
  ...founding,
  ...grouping,
  ...exemplars,
  ...indicators,
  ...inspections,
  ...movements,
  ...opendata,
  ...paper,
  ...signed,
  ...awards,
  ...units,
  ...tables,
  ...assessing,
  ...scoresheets,
  ...scrutiny,
  ...design,
} as const
