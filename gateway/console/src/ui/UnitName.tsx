import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { cluster, content } from '../api/client'

/** The name of a unit known by its id alone; asked once and kept for a while. */
export function useUnitName(id: string | undefined): string | undefined {
  return useQuery({
    queryKey: ['units', 'name', id],
    queryFn: () => content(cluster.GET('/api/v1/units/{id}', { params: { path: { id: id as string } } })),
    enabled: id !== undefined,
    staleTime: 60_000,
    select: (unit) => unit.name,
  }).data
}

export function UnitName({ id }: { id: string }) {
  const name = useUnitName(id)
  return <Link to={`/units/${id}`}>{name ?? '…'}</Link>
}
