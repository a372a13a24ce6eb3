import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { currentTime } from '../../../web/clock.ts'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { ScanFile } from '../../scans/web/scan-file.tsx'
import type { ImportView } from '../import-contract.ts'
import type { RowBeginning } from '../road-map.ts'
import { imports, roadMaps } from './client.ts'
import { words } from './import-words.ts'
import { paths } from './paths.ts'
import classes from './scan-choice.module.css'
import { sourceWords } from './source-words.ts'

/** A scan cannot be read by us: its rows are typed beside it, and this asks with what to begin. */
export function ScanChoice({ view }: { view: ImportView }) {
  const t = useWords(sourceWords)
  const say = useWords(words)
  return (
    <div className={classes.choice}>
      <div className={classes.ways}>
        <Notice title={t('scanChoice.title')}>{t('scanChoice.text')}</Notice>
        <Beginning view={view} />
        <p>
          {t('scanChoice.docx')} <Link to={paths.imports}>{say('import.failed.again')}</Link>
        </p>
      </div>
      {view.fileId ? <ScanFile id={view.fileId} name={view.name} /> : null}
    </div>
  )
}

function Beginning({ view }: { view: ImportView }) {
  const t = useWords(sourceWords)
  const navigate = useNavigate()
  const [from, setFrom] = useState<RowBeginning>('template')
  const [year, setYear] = useState(() => String(view.contextYear ?? currentTime().getFullYear()))
  const [earlier, setEarlier] = useState('')
  const known = useCall(roadMaps.listRoadMaps, {})
  const maps = known.data?.roadMaps ?? []
  const roadMapId = earlier || maps[0]?.id
  const begin = useChange(imports.typeRows, {
    onDone: ({ id }) => navigate({ to: paths.import(id), search: {} }),
  })
  const ways: RowBeginning[] = maps.length > 0 ? ['template', 'nothing', 'road-map'] : ['template', 'nothing']
  const start = () => {
    const { id, rowVersion } = view
    const chosen = from === 'road-map' && roadMapId ? { roadMapId } : {}
    begin.run({ id, rowVersion, from, year: Number(year), ...chosen })
  }
  return (
    <fieldset className={classes.form}>
      <legend>{t('scanChoice.from')}</legend>
      {ways.map((way) => (
        <label key={way} className={classes.way}>
          <input type="radio" name="from" checked={from === way} onChange={() => setFrom(way)} />
          <span>
            <strong>{t(`scanChoice.${way}`)}</strong> {t(`scanChoice.${way}.text`)}
          </span>
        </label>
      ))}
      {from === 'road-map' ? (
        <NativeSelect
          label={t('scanChoice.which')}
          value={roadMapId}
          data={maps.map((map) => ({ value: map.id, label: `${map.title} (${map.year})` }))}
          onChange={(event) => setEarlier(event.currentTarget.value)}
        />
      ) : null}
      <TextInput
        className={classes.year}
        label={t('scanChoice.year')}
        value={year}
        inputMode="numeric"
        maxLength={4}
        onChange={(event) => setYear(event.currentTarget.value)}
      />
      <Button
        variant="filled"
        className={classes.start}
        loading={begin.isPending}
        disabled={!/^20\d\d$/.test(year.trim())}
        onClick={start}
      >
        {t('scanChoice.start')}
      </Button>
      <RefusalNote refusal={begin.refusal} onRetry={begin.retry} />
    </fieldset>
  )
}
