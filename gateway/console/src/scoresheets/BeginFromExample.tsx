import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Modal, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import { content, indicator } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import { ProblemAlert } from '../ui/ProblemAlert'
import { RoleLock } from '../ui/RoleLock'
import styles from './Scoresheets.module.css'

interface Props {
  seasonId: string
  /** The draft that was made. */
  onTaken(id: string): void
}

/** A button that offers published scales as the beginning of a draft; none of them is anybody's rule before it is adopted. */
export function BeginFromExample({ seasonId, onTaken }: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  return (
    <>
      <RoleLock roles={['ADMINISTRATOR', 'STANDING_OFFICER', 'UNIT_LEADER', 'UNIT_OFFICER']}>
        {(locked) => (
          <Button disabled={locked} onClick={() => setOpen(true)} data-testid="example-open">
            {t('example.open')}
          </Button>
        )}
      </RoleLock>
      {open && <Examples seasonId={seasonId} onTaken={onTaken} onClose={() => setOpen(false)} />}
    </>
  )
}

function Examples({ seasonId, onTaken, onClose }: Props & { onClose(): void }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [failure, setFailure] = useState<unknown>(null)
  const [taking, setTaking] = useState<string | null>(null)
  const examples = useQuery({
    queryKey: ['scoresheets', 'examples'],
    queryFn: () => content(indicator.GET('/api/v1/scoresheets/examples')),
    staleTime: Number.POSITIVE_INFINITY,
  })

  async function take(code: string) {
    setTaking(code)
    setFailure(null)
    try {
      const made = await content(
        indicator.POST('/api/v1/scoresheets/examples/{code}', {
          params: { path: { code } },
          body: { seasonId, periodId: null },
          headers: intention.current.headersFor([code, seasonId]),
        }),
      )
      intention.current.fulfilled()
      await queries.invalidateQueries({ queryKey: ['scoresheets'] })
      message.success(t('example.taken'))
      onTaken(made.id)
      onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setTaking(null)
    }
  }

  return (
    <Modal
      open
      width={720}
      title={t('example.title')}
      onCancel={onClose}
      footer={null}
      data-testid="examples"
    >
      <div className={styles.examples}>
        <Alert type="info" showIcon title={t('example.text')} />
        <ProblemAlert failure={failure} />
        {!examples.data &&
          (examples.error ? (
            <Failed failure={examples.error} retry={() => examples.refetch()} />
          ) : (
            <Skeleton active paragraph={{ rows: 8 }} />
          ))}
        {examples.data?.items.map((one) => (
          <section key={one.code} className={styles.example} data-testid={`example-${one.code}`}>
            <header>
              <h3>{one.title}</h3>
              <strong>{t('example.total', { n: formats.number(one.maximum) })}</strong>
            </header>
            <ul>
              {one.groups.map((group) => (
                <li key={group.code}>
                  {t('example.group', {
                    code: group.code,
                    name: group.name,
                    max: formats.number(group.maximum),
                  })}
                  {group.bonusMaximum > 0 &&
                    `, ${t('example.bonus', { n: formats.number(group.bonusMaximum) })}`}
                </li>
              ))}
            </ul>
            <p className={styles.source}>
              {t('example.source')}:{' '}
              <a href={one.source} target="_blank" rel="noreferrer">
                {one.source}
              </a>
            </p>
            <Button
              onClick={() => take(one.code)}
              loading={taking === one.code}
              disabled={taking !== null}
              data-testid={`example-take-${one.code}`}
            >
              {t('example.take')}
            </Button>
          </section>
        ))}
      </div>
    </Modal>
  )
}
