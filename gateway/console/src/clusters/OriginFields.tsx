import { Form, Input, Select } from 'antd'
import { useI18n } from '../app/i18n'
import type { ProvenanceKind } from '../ui/Provenance'

export interface Origin {
  provenance: ProvenanceKind
  source: string | null
}

/** What is typed in on this platform is its own unless said otherwise. */
export const OWN: Origin = { provenance: 'LIVE', source: null }

const KINDS: ProvenanceKind[] = ['LIVE', 'IN_DOCUMENT', 'NOT_IN_DOCUMENT', 'INVENTED']

export const originOf = (typed: Origin) => ({
  provenance: typed.provenance,
  source: typed.source?.trim() || null,
})

/** What the record rests on and where that is written; a document must be named. */
export function OriginFields() {
  const { t } = useI18n()
  return (
    <>
      <Form.Item name="provenance" label={t('form.provenance')} rules={[{ required: true }]}>
        <Select
          options={KINDS.map((value) => ({ value, label: t(`provenance.${value}`) }))}
          optionRender={({ data }) => <span data-testid={`option-${data.value}`}>{data.label}</span>}
          data-testid="provenance-input"
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['provenance']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="source"
            label={t('provenance.source')}
            extra={t('form.source.help')}
            rules={[
              {
                required: getFieldValue('provenance') === 'IN_DOCUMENT',
                whitespace: true,
                message: t('form.required'),
              },
            ]}
          >
            <Input.TextArea rows={2} maxLength={1000} data-testid="source-input" />
          </Form.Item>
        )}
      </Form.Item>
    </>
  )
}
