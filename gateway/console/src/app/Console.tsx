import { App, Button, Spin } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { caller } from '../api/client'
import { Landing } from '../home/Landing'
import { Failed } from '../ui/Failed'
import { useI18n } from './i18n'
import styles from './Shell.module.css'
import { askedAgain, goToLogin, loginAddress, SessionProvider } from './session'
import { somethingUnsaved } from './unsaved'

/** Decides between the landing page and the console, and what happens when the session ends in between. */
export function Console({ children }: { children: ReactNode }) {
  useSignedOut()
  return (
    <SessionProvider
      outside={(state) => {
        switch (state.kind) {
          case 'asking':
            return (
              <div className={styles.alone}>
                <Spin size="large" />
              </div>
            )
          case 'failed':
            return (
              <div className={styles.alone}>
                <Failed failure={state.failure} retry={state.retry} />
              </div>
            )
          case 'out':
            return <SignedOut />
        }
      }}
    >
      {children}
    </SessionProvider>
  )
}

/** At the front door one is greeted; on any inner address one is sent to log in and comes back. */
function SignedOut() {
  const [sent, setSent] = useState(window.location.pathname !== '/' || askedAgain())
  const tried = useRef(false)
  useEffect(() => {
    if (!sent || tried.current) return
    tried.current = true
    setSent(goToLogin())
  }, [sent])
  return sent ? (
    <div className={styles.alone}>
      <Spin size="large" />
    </div>
  ) : (
    <Landing />
  )
}

function useSignedOut(): void {
  const { modal } = App.useApp()
  const { t } = useI18n()
  useEffect(() => {
    let told = false
    caller.onSignedOut = () => {
      if (!somethingUnsaved()) {
        goToLogin()
        return
      }
      if (told) return
      told = true
      modal.warning({
        title: t('signedOut.title'),
        content: t('signedOut.text'),
        closable: true,
        footer: (
          <Button type="primary" href={loginAddress('/')} target="_blank" data-testid="login-again">
            {t('signedOut.button')}
          </Button>
        ),
        afterClose: () => {
          told = false
        },
      })
    }
  }, [modal, t])
}
