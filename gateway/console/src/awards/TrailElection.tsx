import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import { cluster, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { Failed } from '../ui/Failed'
import { UnitName } from '../ui/UnitName'
import styles from './Trail.module.css'
import { Step } from './TrailStep'

export function useElection(id: string | null) {
  return useQuery({
    queryKey: ['elections', 'one', id],
    queryFn: () => content(cluster.GET('/api/v1/elections/{id}', { params: { path: { id: id as string } } })),
    enabled: id !== null,
    staleTime: 30_000,
  })
}

/** The ballot by which a unit became the candidate: who got how many votes, and the meeting it was held at. */
export function ElectionStep({ id }: { id: string }) {
  const { t } = useI18n()
  const { data, error, refetch } = useElection(id)
  return (
    <Step name="election" to={data ? `/conferences/${data.conferenceId}` : undefined} id={id}>
      {data ? (
        <>
          {data.title}
          {data.onPaper && <Tag>{t('paper.mark')}</Tag>}
          <ul className={styles.votes}>
            {data.candidates.map((candidate) => (
              <li key={candidate.unitId}>
                <UnitName id={candidate.unitId} />: {t('trail.votes', { n: candidate.votes ?? 0 })}
                {data.result?.electedUnitId === candidate.unitId && <strong> · {t('trail.elected')}</strong>}
              </li>
            ))}
          </ul>
        </>
      ) : error ? (
        <Failed failure={error} retry={() => refetch()} />
      ) : (
        <Skeleton active title={false} />
      )}
    </Step>
  )
}
