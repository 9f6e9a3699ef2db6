import {
  CheckCircleFilled,
  CloseCircleFilled,
  FileOutlined,
  FileTextOutlined,
  QuestionCircleOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons'
import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import type { Compact, SignedFile } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import clusters from '../clusters/Clusters.module.css'
import { useSpokenFor } from '../clusters/rights'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PaperMenu } from '../ui/PaperMenu'
import { Lock } from '../ui/ReasonOfLock'
import { AddSignedFile } from './AddSignedFile'
import { useSignedFiles } from './queries'
import styles from './SignedFiles.module.css'

/** What members signed digitally, with what was found when each file was examined; and what there is to sign. */
export function SignedFiles({ compact }: { compact: Compact }) {
  const { t } = useI18n()
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useSignedFiles(compact.id)
  const own = useSpokenFor(compact.board.map((one) => one.unitId))
  const open = compact.status === 'SIGNING' || compact.status === 'SIGNED'
  const path = `/api/v1/compacts/${compact.id}`
  return (
    <Panel title={t('signed.title')} testId="signed-files">
      <p className={clusters.quiet}>{t('signed.lead')}</p>
      <div className={styles.take}>
        <PaperMenu label={t('signed.paper')} path={`${path}/paper`} testId="compact-paper" />
        <a href={`${path}/text`} download data-testid="compact-text-file">
          <FileTextOutlined aria-hidden /> {t('signed.text')}
        </a>
        {open && (
          <Lock reason={own.length > 0 ? undefined : t('signed.add.lock')}>
            {(locked) => (
              <Button
                icon={<SafetyCertificateOutlined />}
                disabled={locked}
                onClick={() => setAdding(true)}
                data-testid="signed-file-add"
              >
                {t('signed.add')}
              </Button>
            )}
          </Lock>
        )}
      </div>
      {data === undefined ? (
        error ? (
          <Failed failure={error} retry={() => refetch()} />
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 2 }} />
        )
      ) : data.length === 0 ? (
        <p className={clusters.quiet}>{t('signed.none')}</p>
      ) : (
        <ul className={clusters.list}>
          {data.map((file) => (
            <li key={file.id}>
              <File file={file} />
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <AddSignedFile
          compactId={compact.id}
          units={compact.board.filter((one) => own.includes(one.unitId))}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  )
}

function File({ file }: { file: SignedFile }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <div className={styles.file} data-testid={`signed-file-${file.unitName}`}>
      <p className={clusters.marks}>
        <strong>{file.unitName}</strong>
        <Tag>{t(`signed.kind.${file.kind}`)}</Tag>
        <span className={clusters.quiet}>
          {t('signed.brought', {
            name: file.broughtBy ?? t('person.erased'),
            time: formats.instant(file.examinedAt),
          })}
        </span>
      </p>
      {file.signatures.map((one) => (
        <Signature key={one.serial} signature={one} />
      ))}
      <p>
        <FileOutlined aria-hidden />{' '}
        <a href={`/api/v1/files/cluster/${file.fileId}`} target="_blank" rel="noreferrer">
          {t('signed.open', { name: file.fileName })}
        </a>
      </p>
      <p className={styles.hash}>
        SHA-256 <code>{file.fileSha256}</code>
      </p>
    </div>
  )
}

const MARKS = {
  PASSED: <CheckCircleFilled aria-hidden />,
  FAILED: <CloseCircleFilled aria-hidden />,
  NOT_CHECKED: <QuestionCircleOutlined aria-hidden />,
}

function Signature({ signature }: { signature: SignedFile['signatures'][number] }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <div className={styles.signature}>
      <Facts
        items={[
          { label: t('signed.subject'), value: signature.subject },
          { label: t('signed.issuer'), value: signature.issuer },
          { label: t('signed.serial'), value: <span className={styles.hash}>{signature.serial}</span> },
          {
            label: t('signed.valid'),
            value: t('signed.valid.range', {
              from: formats.instant(signature.validFrom),
              until: formats.instant(signature.validUntil),
            }),
          },
          {
            label: t('signed.stated'),
            value: signature.statedAt ? formats.instant(signature.statedAt) : t('signed.stated.none'),
          },
        ]}
      />
      <ul className={styles.checks}>
        {signature.checks.map((check) => (
          <li key={check.about} data-outcome={check.outcome} data-testid={`check-${check.about}`}>
            {MARKS[check.outcome]}
            <div>
              {t(`signed.about.${check.about}`)}: <strong>{t(`signed.outcome.${check.outcome}`)}</strong>
              {check.reason && <div className={clusters.quiet}>{t(`signed.reason.${check.reason}`)}</div>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
