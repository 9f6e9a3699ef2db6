import { Alert, Button, Space } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { readNumber } from '../ui/sheet/blockNumbers'
import type { Unread } from './reportWork'
import { splitQualifier } from './stated'
import type { ReportWork } from './useReportWork'

/** Asks once how a spreadsheet writes its numbers, where the pasted cells leave it open. */
export function TwoWays({ waiting, onRead }: { waiting: Unread[]; onRead: ReportWork['read'] }) {
  const { t } = useI18n()
  const formats = useFormats()
  const text = waiting[0]?.text ?? ''
  // Without the words around it and the unit behind it, which are the same either way.
  const number = /^[+\-−–]?\d[\d.,]*/.exec(splitQualifier(text).rest)?.[0] ?? text
  const way = (convention: 'vi' | 'en') => {
    const read = readNumber(number, convention, true)
    const value = 'number' in read ? formats.number(read.number) : '—'
    return (
      <Button size="small" onClick={() => onRead(convention)} data-testid={`two-ways-${convention}`}>
        {t(`report.twoWays.${convention}`, { text, value })}
      </Button>
    )
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={t('report.twoWays', { n: waiting.length, text })}
      description={
        <Space wrap>
          {way('vi')}
          {way('en')}
        </Space>
      }
      data-testid="two-ways"
    />
  )
}
