import { PlusOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import { DateField } from '../ui/DateField'
import filters from '../ui/Filters.module.css'
import { SourcePopover, UnverifiedMark } from '../ui/Provenance'
import { RoleLock } from '../ui/RoleLock'
import { rowsOf } from '../ui/rows'
import styles from './Awards.module.css'
import { useAwards } from './queries'
import { RuleForm } from './RuleForm'
import type { Award } from './types'
import { useConditionWords } from './words'

/** The dated rules: what is awarded, to whom, by whom, under which conditions and where that is written. */
export function Rules() {
  const { t } = useI18n()
  const formats = useFormats()
  const words = useConditionWords()
  const [asOf, setAsOf] = useState<string | null>(today())
  const [open, setOpen] = useState<Award | 'new' | null>(null)
  const list = rowsOf(useAwards(asOf ?? undefined))
  return (
    <>
      <div className={filters.bar}>
        <div className={filters.narrow}>
          <DateField
            value={asOf}
            onChange={setAsOf}
            allowClear
            placeholder={t('rules.everyDay')}
            aria-label={t('asOf.label')}
            data-testid="rules-as-of"
          />
        </div>
        <span className={styles.grow} />
        <RoleLock roles={['ADMINISTRATOR', 'STANDING_OFFICER']}>
          {(locked) => (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setOpen('new')}
              data-testid="rule-create"
            >
              {t('rules.create')}
            </Button>
          )}
        </RoleLock>
      </div>
      <DataTable
        list={list}
        label={t('awards.tab.rules')}
        testId="rule-table"
        rowKey={(row) => row.id}
        rowTestId={(row) => `rule-row-${row.code}`}
        empty={{ title: t('rules.empty'), text: t('rules.empty.text') }}
        columns={[
          {
            key: 'name',
            title: t('rules.name'),
            phone: 'heading',
            wrap: true,
            show: (row) => (
              <span className={filters.pair}>
                <strong>{row.name}</strong>
                <span className={filters.small}>{row.code}</span>
              </span>
            ),
          },
          {
            key: 'kind',
            title: t('rules.kind'),
            show: (row) => `${t(`award.kind.${row.kind}`)} · ${t(`award.level.${row.level}`)}`,
          },
          { key: 'subject', title: t('rules.subject'), show: (row) => t(`award.subject.${row.subject}`) },
          { key: 'decidedBy', title: t('rules.decidedBy'), wrap: true, show: (row) => row.decidedBy },
          {
            key: 'days',
            title: t('rules.days'),
            show: (row) =>
              row.effectiveTo
                ? t('mandate.dates.closed', {
                    from: formats.date(row.effectiveFrom),
                    to: formats.date(row.effectiveTo),
                  })
                : t('mandate.dates.open', { from: formats.date(row.effectiveFrom) }),
          },
          {
            key: 'verified',
            title: t('rules.source'),
            show: (row) =>
              row.verified ? (
                <SourcePopover title={t('rules.verified')} source={row.source}>
                  <button type="button" className={styles.plain}>
                    <Tag color="success">{t('rules.verified')}</Tag>
                  </button>
                </SourcePopover>
              ) : (
                <UnverifiedMark source={row.source} />
              ),
          },
        ]}
        expand={(row) => (
          <div className={styles.rule}>
            <div>
              <h3>{t('rules.standard')}</h3>
              {row.standard.length === 0 ? (
                <p className={styles.quiet}>{t('rules.standard.none')}</p>
              ) : (
                <ol className={styles.numbered}>
                  {row.standard.map((condition) => (
                    <li key={words(condition)}>{words(condition)}</li>
                  ))}
                </ol>
              )}
            </div>
            <div>
              <h3>{t('provenance.source')}</h3>
              <p data-testid={`rule-source-${row.code}`}>{row.source}</p>
            </div>
            <RoleLock roles={['ADMINISTRATOR', 'STANDING_OFFICER']}>
              {(locked) => (
                <Button disabled={locked} onClick={() => setOpen(row)} data-testid={`rule-edit-${row.code}`}>
                  {t('action.edit')}
                </Button>
              )}
            </RoleLock>
          </div>
        )}
      />
      {open && <RuleForm award={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
