import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { Panel } from '../ui/Facts'
import type { RadarView } from './queries'
import styles from './Scrutiny.module.css'

/** Evidence of the same content, with every place where it is used. */
export function CopiedFiles({ files, name }: { files: RadarView['copiedFiles']; name(id: string): string }) {
  const { t } = useI18n()
  return (
    <Panel title={t('radar.copied')} testId="radar-copied">
      {files.length === 0 && <p>{t('radar.none')}</p>}
      {files.map((file) => (
        <details key={file.sha256} className={styles.pair}>
          <summary>
            {t('radar.copied.words', { units: file.units, indicators: file.indicators })}{' '}
            <code title={file.sha256}>{file.sha256.slice(0, 12)}</code>
          </summary>
          <ul className={styles.uses}>
            {file.uses.map((use) => (
              <li key={`${use.reportId}${use.indicatorId}${use.fileId}`}>
                {name(use.unitId)}:{' '}
                <Link to={`/reports/${use.reportId}?indicator=${use.indicatorId}`}>{use.indicatorName}</Link>{' '}
                ({use.fileName})
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Panel>
  )
}
