import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { content, indicator } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { useUnsaved } from '../app/unsaved'
import { ProblemAlert } from '../ui/ProblemAlert'
import { RoleLock } from '../ui/RoleLock'
import styles from './Comments.module.css'

interface Props {
  cell: { reportId: string; indicatorId: string }
  /** What is answered; null begins a talk. */
  threadId: string | null
}

/** A few words about a cell. What could not be sent stays in its field. */
export function SayOfCell({ cell, threadId }: Props) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const intention = useRef(new Intention())
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  useUnsaved(text.trim() !== '')

  async function say() {
    const body = { indicatorId: cell.indicatorId, threadId, text: text.trim() }
    setBusy(true)
    setFailure(null)
    try {
      await content(
        indicator.POST('/api/v1/reports/{id}/comments', {
          params: { path: { id: cell.reportId } },
          body,
          headers: intention.current.headersFor(body),
        }),
      )
      intention.current.fulfilled()
      setText('')
      queries.invalidateQueries({ queryKey: ['reports', 'comments'] })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  const label = t(threadId ? 'comments.answer' : 'comments.begin')
  return (
    <div className={styles.say}>
      <Input.TextArea
        rows={threadId ? 1 : 3}
        maxLength={2000}
        value={text}
        aria-label={label}
        placeholder={t(threadId ? 'comments.answer' : 'comments.write')}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') say()
        }}
        data-testid={threadId ? 'comments-answer' : 'comments-begin'}
      />
      <ProblemAlert failure={failure} />
      <RoleLock
        roles={[
          'UNIT_OFFICER',
          'UNIT_LEADER',
          'CLUSTER_SECRETARY',
          'VERIFIER',
          'STANDING_OFFICER',
          'STANDING_LEADER',
        ]}
      >
        {(locked) => (
          <Button
            size="small"
            type={threadId ? 'default' : 'primary'}
            disabled={locked || text.trim() === ''}
            loading={busy}
            onClick={say}
            data-testid={threadId ? 'comments-answer-send' : 'comments-begin-send'}
          >
            {label}
          </Button>
        )}
      </RoleLock>
    </div>
  )
}
