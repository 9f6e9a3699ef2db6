import { BellOutlined } from '@ant-design/icons'
import { Badge, Button } from 'antd'
import { useNavigate } from 'react-router'
import { useI18n } from '../app/i18n'
import { useUnread } from './queries'

const MOST = 99

/** How many reminders are unread; silent when it cannot be asked, as the page it leads to says why. */
export function Bell() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const unread = useUnread().data ?? 0
  return (
    <Badge count={unread} overflowCount={MOST} size="small" offset={[-6, 6]}>
      <Button
        type="text"
        icon={<BellOutlined />}
        aria-label={unread > 0 ? t('messages.unread', { n: unread }) : t('messages.title')}
        onClick={() => navigate('/messages')}
        data-testid="bell"
      />
    </Badge>
  )
}
