import { useQuery } from '@tanstack/react-query'
import { content, gateway } from '../api/client'
import { SERVICES, type Service } from '../api/types'
import { LIVE } from '../app/queries'

export function usePlatform() {
  return useQuery({
    queryKey: ['platform'],
    queryFn: () => content(gateway.GET('/api/v1/platform')),
    ...LIVE,
  })
}

/** `indicator-service` → `indicator`, when it is one of the three whose names people know. */
export function serviceOf(name: string): Service | null {
  return SERVICES.find((service) => name.toLowerCase().startsWith(service)) ?? null
}
