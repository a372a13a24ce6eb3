import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { words } from './matrix-words.ts'
import { Segments } from './segments.tsx'
import { MatrixAddress } from './use-matrix-filters.ts'

/** The year of which the reader may also see everybody's plans; null where there is only one. */
export type Scope = { year: number } | null

/** Everybody's plans of a year, or one authority's. */
export function WholeSwitch({ scope, isWhole }: { scope: Scope; isWhole: boolean }) {
  const t = useWords(words)
  const [, setAddress] = useUrlState(MatrixAddress)
  if (!scope) return null
  return (
    <Segments
      label={t('whole.label')}
      value={isWhole ? 'yes' : 'no'}
      onChange={(whole) => setAddress({ whole, place: undefined, by: undefined })}
      options={[
        { value: 'yes', label: t('whole.yes', { year: scope.year }) },
        { value: 'no', label: t('whole.no') },
      ]}
    />
  )
}
