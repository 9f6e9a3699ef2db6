import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { cluster, content, ifMatch } from '../api/client'
import type { ForeignCode, Unit } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { DataTable } from '../ui/DataTable'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { useForeignCodes } from './queries'
import styles from './UnitLineage.module.css'

/** Codes by which other agencies know the unit, each for its time. */
export function ForeignCodes({ unit }: { unit: Unit }) {
  const { t } = useI18n()
  const formats = useFormats()
  const navigate = useNavigate()
  const [form, setForm] = useState<ForeignCode | 'new' | null>(null)
  const query = useForeignCodes(unit.id)
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.lead}>{t('codes.lead')}</p>
        <ReasonOfLock ability="UNITS_WRITE">
          {(locked) => (
            <Button
              disabled={locked}
              onClick={() => navigate('/units/codes/table')}
              data-testid="code-table-open"
            >
              {t('codeTable.open')}
            </Button>
          )}
        </ReasonOfLock>
        <ReasonOfLock ability="UNITS_WRITE">
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setForm('new')}
              data-testid="code-add"
            >
              {t('codes.add')}
            </Button>
          )}
        </ReasonOfLock>
      </div>
      <DataTable<ForeignCode>
        label={t('unit.tab.codes')}
        testId="foreign-codes"
        list={rowsOf(query)}
        rowKey={(code) => code.id}
        rowTestId={(code) => `code-${code.list}-${code.code}`}
        empty={{ title: t('codes.empty') }}
        columns={[
          { key: 'list', title: t('codes.list'), show: (code) => code.list },
          { key: 'code', title: t('codes.code'), phone: 'heading', show: (code) => <code>{code.code}</code> },
          { key: 'from', title: t('unit.validFrom'), show: (code) => formats.date(code.validFrom) },
          {
            key: 'to',
            title: t('unit.validTo'),
            show: (code) => (code.validTo ? formats.date(code.validTo) : t('mandate.openEnd')),
          },
          {
            key: 'edit',
            title: '',
            show: (code) => (
              <ReasonOfLock ability="UNITS_WRITE">
                {(locked) => (
                  <Button type="link" disabled={locked} onClick={() => setForm(code)}>
                    {t('codes.edit')}
                  </Button>
                )}
              </ReasonOfLock>
            ),
          },
        ]}
      />
      {form && <CodeForm unit={unit} code={form === 'new' ? null : form} onClose={() => setForm(null)} />}
    </>
  )
}

interface Typed {
  list: string
  code: string
  validFrom: string
  validTo: string | null
  reason: string
}

function CodeForm({ unit, code, onClose }: { unit: Unit; code: ForeignCode | null; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Typed>
      title={code ? t('codes.edit.title') : t('codes.add')}
      lead={<strong>{unit.name}</strong>}
      source={{
        version: code?.version ?? null,
        values: {
          list: code?.list ?? '',
          code: code?.code ?? '',
          validFrom: code?.validFrom ?? today(),
          validTo: code?.validTo ?? null,
          reason: '',
        },
      }}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = {
          list: typed.list.trim().toUpperCase(),
          code: typed.code.trim(),
          unitId: unit.id,
          validFrom: typed.validFrom,
          validTo: typed.validTo ?? null,
        }
        const saved = await content<ForeignCode>(
          code
            ? cluster.PUT('/api/v1/foreign-codes/{id}', {
                params: { path: { id: code.id } },
                body: { ...body, reason: typed.reason.trim() },
                headers: { ...headers, ...ifMatch(version ?? code.version) },
              })
            : cluster.POST('/api/v1/foreign-codes', { body, headers }),
        )
        queries.invalidateQueries({ queryKey: ['units', 'codes', unit.id] })
        message.success(t('codes.saved', { code: saved.code }))
      }}
    >
      {() => (
        <>
          <Form.Item name="list" label={t('codes.list')} extra={t('codes.list.help')} rules={required}>
            <Input maxLength={50} autoComplete="off" spellCheck={false} data-testid="code-list-input" />
          </Form.Item>
          <Form.Item name="code" label={t('codes.code')} rules={required}>
            <Input maxLength={100} autoComplete="off" spellCheck={false} data-testid="code-input" />
          </Form.Item>
          <Form.Item name="validFrom" label={t('unit.validFrom')} rules={required}>
            <DateField data-testid="code-valid-from" />
          </Form.Item>
          <Form.Item name="validTo" label={t('unit.validTo')}>
            <DateField data-testid="code-valid-to" placeholder={t('mandate.openEnd')} />
          </Form.Item>
          {code && (
            <Form.Item name="reason" label={t('form.reason')} extra={t('form.reason.help')} rules={required}>
              <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  )
}
