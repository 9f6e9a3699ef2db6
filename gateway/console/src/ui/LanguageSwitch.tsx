import { Button } from 'antd'
import { useI18n } from '../app/i18n'

/** The other language, for whoever is not logged in and has no menu of his own. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { language, setLanguage } = useI18n()
  return (
    <Button
      type="text"
      className={className}
      onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
      data-testid="language-switch"
    >
      {language === 'vi' ? 'English' : 'Tiếng Việt'}
    </Button>
  )
}
