import { assessing } from '../../assessing/texts.en'
import { awards } from '../../awards/texts.en'
import { clusters } from '../../clusters/texts.en'
import { conference } from '../../conference/texts.en'
import { congresses } from '../../congresses/texts.en'
import { councils } from '../../councils/texts.en'
import { deliberations } from '../../deliberations/texts.en'
import { design } from '../../designer/texts.en'
import { drafts } from '../../drafts/texts.en'
import { exemplars } from '../../exemplars/texts.en'
import { founding } from '../../founding/texts.en'
import { grouping } from '../../grouping/texts.en'
import { indicators } from '../../indicators/texts.en'
import { inspections } from '../../inspections/texts.en'
import { movements } from '../../movements/texts.en'
import { opendata } from '../../opendata/texts.en'
import { paper } from '../../papercounts/texts.en'
import { scoresheets } from '../../scoresheets/texts.en'
import { scrutiny } from '../../scrutiny/texts.en'
import { signed } from '../../signedfiles/texts.en'
import { tables } from '../../tables/texts.en'
import { units } from '../../units/texts.en'
import { base } from './base.en'
import type { vi } from './vi'

export const en: Record<keyof typeof vi, string> = {
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
}
