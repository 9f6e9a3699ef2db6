import { Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { ButtonLink } from '../ui/ButtonLink'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { beginReport, usePeriod } from './reportQueries'

/** The way from a task to the report it asks for: it comes into being when its unit first opens it. */
export function OwnReport() {
  const { id = '', unitId = '' } = useParams()
  const { t } = useI18n()
  const navigate = useNavigate()
  const period = usePeriod(id)
  const [failure, setFailure] = useState<unknown>(null)
  const intention = useRef(new Intention())
  const going = useRef(false)
  const [tries, setTries] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each try
  useEffect(() => {
    if (going.current) return
    going.current = true
    beginReport(id, unitId, intention.current)
      .then((report) => navigate(`/reports/${report.id}`, { replace: true }))
      .catch(setFailure)
      .finally(() => {
        going.current = false
      })
  }, [tries])

  if (!failure) return <Skeleton active paragraph={{ rows: 12 }} />
  return (
    <>
      <PageHeader title={period.data?.name ?? t('season.section.reports')} />
      <Failed
        failure={failure}
        retry={() => {
          setFailure(null)
          setTries((n) => n + 1)
        }}
      />
      {period.data && (
        <ButtonLink to={`/seasons/${period.data.seasonId}/reports`}>{t('reports.all')}</ButtonLink>
      )}
    </>
  )
}
