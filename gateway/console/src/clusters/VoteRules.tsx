import { Form, InputNumber, Radio, Space } from 'antd'
import { useI18n } from '../app/i18n'

interface Props {
  /** An election of one among several, or one text that is agreed to or not. */
  kind: 'elections' | 'voting'
}

/** The rules of a vote: quorum, threshold, and of what it is a share. */
export function VoteRules({ kind }: Props) {
  const { t } = useI18n()
  return (
    <>
      <Share
        name="quorum"
        label={t('elections.quorum')}
        help={t('elections.quorum.help')}
        testId={`${kind}-quorum`}
      />
      <Share
        name="threshold"
        label={t(`${kind}.threshold`)}
        help={t(`${kind}.threshold.help`)}
        testId={`${kind}-threshold`}
      />
      <Form.Item name="base" label={t('elections.base')} rules={[{ required: true }]}>
        <Radio.Group
          vertical
          options={(['PRESENT', 'ALL_MEMBERS'] as const).map((value) => ({
            value,
            label: t(`${kind}.base.${value}`),
          }))}
          data-testid={`${kind}-base`}
        />
      </Form.Item>
    </>
  )
}

interface ShareProps {
  name: 'quorum' | 'threshold'
  label: string
  help: string
  testId: string
}

/** A share as people say it: two of three. */
function Share({ name, label, help, testId }: ShareProps) {
  const { t } = useI18n()
  const part = (which: 'numerator' | 'denominator') => (
    <Form.Item name={[name, which]} noStyle rules={[{ required: true, message: t('form.required') }]}>
      <InputNumber
        min={1}
        max={1000}
        precision={0}
        aria-label={`${label}: ${t(`elections.${which}`)}`}
        data-testid={`${testId}-${which}`}
      />
    </Form.Item>
  )
  return (
    <Form.Item label={label} extra={help} required>
      <Space>
        {part('numerator')}/{part('denominator')}
      </Space>
    </Form.Item>
  )
}
