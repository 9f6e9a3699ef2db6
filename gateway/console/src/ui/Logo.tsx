/** Our own mark: a star above a line, the honour above the measure. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="9" fill="var(--lacquer)" />
      <path
        d="M20 7.5l2.9 6.6 7.1.7-5.4 4.7 1.6 7L20 22.9l-6.2 3.6 1.6-7-5.4-4.7 7.1-.7z"
        fill="var(--gold-bright)"
      />
      <path d="M10 31.5h20" stroke="var(--gold-bright)" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  )
}
