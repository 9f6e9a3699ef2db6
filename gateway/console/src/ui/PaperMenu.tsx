import { DownOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useI18n } from '../app/i18n'

interface Props {
  label: string
  /** Where the paper is asked for; may have a query already. */
  path: string
  testId: string
  /** Beside one line of a list. */
  small?: boolean
}

/** A paper to take away: as Word to go on writing in, as PDF to print. */
export function PaperMenu({ label, path, testId, small }: Props) {
  const { t } = useI18n()
  const way = (format: 'DOCX' | 'PDF') => (
    <a
      href={`${path}${path.includes('?') ? '&' : '?'}format=${format}`}
      download
      data-testid={`${testId}-${format.toLowerCase()}`}
    >
      {t(`paper.${format}`)}
    </a>
  )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'DOCX', label: way('DOCX') },
          { key: 'PDF', label: way('PDF') },
        ],
      }}
    >
      <Button
        icon={<FileWordOutlined />}
        size={small ? 'small' : undefined}
        type={small ? 'link' : undefined}
        data-testid={testId}
      >
        {label} <DownOutlined />
      </Button>
    </Dropdown>
  )
}
