import './app/theme/base.css'
import './app/theme/fonts.css'
import { StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import { LanguageProvider, startLanguage } from './app/i18n'
import { newQueryClient } from './app/queries'
import { newRouter } from './app/routes'

const start = await startLanguage()
const queries = newQueryClient()
const router = newRouter()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <StyleProvider layer>
        <LanguageProvider start={start} onChange={() => queries.invalidateQueries()}>
          <RouterProvider router={router} />
        </LanguageProvider>
      </StyleProvider>
    </QueryClientProvider>
  </StrictMode>,
)
