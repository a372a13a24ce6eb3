import { Button } from '@mantine/core'
import { useState } from 'react'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ImportView } from '../import-contract.ts'
import { imports } from './client.ts'
import classes from './scan-choice.module.css'
import { SourceBlocks } from './source-blocks.tsx'
import { sourceWords } from './source-words.ts'

type KnownMap = ImportView['maps'][number]

/** «В файле две дорожные карты»: which of them become imports, each its own. */
export function ChooseMaps({ view }: { view: ImportView }) {
  const t = useWords(sourceWords)
  const [left, leave] = useState<readonly number[]>([])
  const choose = useChange(imports.chooseRoadMaps)
  const maps = view.maps.map((_, place) => place).filter((place) => !left.includes(place))
  const toggle = (place: number) => leave(left.includes(place) ? left.filter((one) => one !== place) : [...left, place])
  return (
    <div className={classes.choice}>
      <div className={classes.ways}>
        <h2>{t('maps.title', { count: view.maps.length })}</h2>
        <p>{t('maps.text')}</p>
        <fieldset className={classes.form}>
          <legend>{t('maps.legend')}</legend>
          {view.maps.map((map, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the file is what a road map is known by
            <label key={place} className={classes.way}>
              <input type="checkbox" checked={!left.includes(place)} onChange={() => toggle(place)} />
              <MapLine map={map} />
            </label>
          ))}
        </fieldset>
        {maps.length > 1 ? <p>{t('maps.others')}</p> : null}
        <Button
          variant="filled"
          className={classes.start}
          loading={choose.isPending}
          disabled={maps.length === 0}
          onClick={() => choose.run({ id: view.id, rowVersion: view.rowVersion, maps })}
        >
          {t('maps.choose', { count: maps.length })}
        </Button>
        <RefusalNote refusal={choose.refusal} onRetry={choose.retry} />
      </div>
      <SourceBlocks blocks={view.source} />
    </div>
  )
}

function MapLine({ map: { title, rows, year, schoolYear } }: { map: KnownMap }) {
  const t = useWords(sourceWords)
  const term = schoolYear ? t('maps.schoolYear', { year: schoolYear, next: schoolYear + 1 }) : ''
  const about = [t('maps.rows', { count: rows }), term || (year ? t('maps.year', { year }) : '')]
  return (
    <span>
      <strong>{title ?? t('maps.untitled')}</strong>
      <br />
      {about.filter((words) => words !== '').join(', ')}
    </span>
  )
}
