import { Button, Checkbox } from '@mantine/core'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisations } from './client.ts'
import classes from './documents.module.css'
import { words } from './words.ts'

type Props = { ownerId: string; chosen: readonly string[]; onChange: (ids: readonly string[]) => void }

/** Which schools read the paper once it is registered: «Это увидят …» before anything is seen. */
export function AddresseeBoxes({ ownerId, chosen, onChange }: Props) {
  const t = useWords(words)
  const found = useCall(organisations.listOrganisations, {})
  return (
    <fieldset className={classes.schools}>
      <legend>{t('form.schools')}</legend>
      <Loaded call={found}>
        {({ organisations: all }) => {
          const schools = all.filter((one) => one.kind === 'school' && one.parentId === ownerId)
          const isAll = schools.every((one) => chosen.includes(one.id))
          return (
            <>
              <div className={classes.buttons}>
                <Button size="compact-sm" onClick={() => onChange(isAll ? [] : schools.map((one) => one.id))}>
                  {t(isAll ? 'form.schools.none' : 'form.schools.all')}
                </Button>
                <span role="status">{t('form.schools.total', { count: chosen.length, all: schools.length })}</span>
              </div>
              <div className={classes.boxes}>
                {schools.map((one) => (
                  <Checkbox
                    key={one.id}
                    label={one.shortName}
                    checked={chosen.includes(one.id)}
                    onChange={(event) =>
                      onChange(event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
                    }
                  />
                ))}
              </div>
            </>
          )
        }}
      </Loaded>
    </fieldset>
  )
}
