import { useQuery } from '@tanstack/react-query'
import { cluster, content } from '../api/client'
import type { SignedFile } from '../api/types'
import { everyPage } from '../app/everyPage'
import { LIVE } from '../app/queries'

/** The digitally signed files beside a compact, newest first. */
export function useSignedFiles(compactId: string) {
  return useQuery({
    queryKey: ['seasons', 'signed-files', compactId],
    queryFn: () =>
      everyPage<SignedFile>((after) =>
        content(
          cluster.GET('/api/v1/compacts/{id}/signed-files', {
            params: { path: { id: compactId }, query: { after, limit: 200 } },
          }),
        ),
      ),
    ...LIVE,
  })
}
