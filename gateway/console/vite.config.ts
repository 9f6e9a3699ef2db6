import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * The page is served with `style-src 'self'`, which blocks the <style> elements the component library
 * would insert. Its one door for them is this module; ours puts the same rules into constructed style
 * sheets, which the policy allows. The build fails if the door has moved.
 */
function adoptedStyles(): Plugin {
  const own = fileURLToPath(new URL('src/app/theme/adoptedStyles.ts', import.meta.url))
  let used = false
  return {
    name: 'adopted-styles',
    enforce: 'pre',
    resolveId: {
      filter: { id: /Dom\/dynamicCSS(\.js)?$/ },
      handler() {
        used = true
        return own
      },
    },
    buildEnd(error) {
      if (!error && !used) this.error('the component library no longer inserts styles through dynamicCSS')
    },
  }
}

export default defineConfig({
  plugins: [react(), { ...adoptedStyles(), apply: 'build' }],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/oauth2', '/logout', '/mock'].map((path) => [path, 'http://127.0.0.1:5174']),
    ),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0])
