import { ClockCircleOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useEffect, useState } from 'react'
import { businessNow } from './businessTime'
import { useI18n } from './i18n'
import { useFormats } from './i18n/useFormats'
import { useSession } from './session'

const HOUR = 60

/** Says so where the demo has moved the clock that days and deadlines go by; silent on any other day. */
export function DemoClock() {
  const { t } = useI18n()
  const formats = useFormats()
  const { clockAhead } = useSession()
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 15_000)
    return () => clearInterval(timer)
  }, [])
  if (Math.abs(clockAhead) < HOUR) return null
  return (
    <Tag
      color="gold"
      variant="outlined"
      icon={<ClockCircleOutlined aria-hidden />}
      title={t('clock.moved.means')}
      data-testid="demo-clock"
    >
      {t('clock.moved', { time: formats.instant(businessNow().toISOString()) })}
    </Tag>
  )
}
