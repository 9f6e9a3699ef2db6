import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { cluster, content, ifMatch } from '../api/client'
import type { AgendaItem, Minutes } from '../api/types'
import { useI18n } from '../app/i18n'
import styles from '../clusters/Clusters.module.css'
import { refresh } from '../clusters/queries'
import { ProblemAlert } from '../ui/ProblemAlert'
import { stateOf } from './items'

/** For whoever leads the meeting: begins an item, which ends the one before, ends it, or says that it was marked by mistake. */
export function Steps({ item, conference }: { item: AgendaItem; conference: Minutes }) {
  const { t } = useI18n()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  const [sending, setSending] = useState(false)

  async function goOn(position: number | null, mistaken: boolean) {
    setFailure(null)
    setSending(true)
    try {
      await content(
        cluster.PUT('/api/v1/conferences/{id}/agenda/under-way', {
          params: { path: { id: conference.id } },
          body: { position, mistaken },
          headers: ifMatch(conference.version),
        }),
      )
    } catch (error) {
      setFailure(error)
    } finally {
      // What somebody else marked meanwhile shall be seen, too.
      refresh(queries)
      setSending(false)
    }
  }

  const undo = () =>
    modal.confirm({
      title: t('agenda.mistaken.sure', { title: item.title }),
      content: t('agenda.mistaken.text'),
      okText: t('agenda.mistaken'),
      okButtonProps: { 'data-testid': 'agenda-mistaken-confirm' },
      cancelText: t('action.cancel'),
      onOk: () => goOn(null, true),
    })

  const state = stateOf(item)
  return (
    <div className={styles.marks}>
      {state === 'UNDER_WAY' ? (
        <>
          <Button
            size="small"
            loading={sending}
            onClick={() => goOn(null, false)}
            data-testid={`agenda-end-${item.position}`}
          >
            {t('agenda.end')}
          </Button>
          <Button size="small" type="text" onClick={undo} data-testid={`agenda-mistaken-${item.position}`}>
            {t('agenda.mistaken')}
          </Button>
        </>
      ) : (
        <Button
          size="small"
          loading={sending}
          onClick={() => goOn(item.position, false)}
          data-testid={`agenda-begin-${item.position}`}
        >
          {t(state === 'OVER' ? 'agenda.again' : 'agenda.begin')}
        </Button>
      )}
      <ProblemAlert failure={failure} />
    </div>
  )
}
