import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../screen-words.ts'
import { isRussianZone, russianZones } from './time-zones.ts'

type Props = NativeSelectProps & { value: string }

/** The eleven zones by their cities; another one that is set already stays in the list. */
export function TimeZoneSelect(props: Props) {
  const t = useWords(organisationsWords)
  const zones = isRussianZone(props.value) ? russianZones : [...russianZones, props.value]
  return (
    <NativeSelect
      label={t('zone.label')}
      description={t('zone.hint')}
      data={zones.map((zone) => ({ value: zone, label: isRussianZone(zone) ? t(`zone.${zone}`) : zone }))}
      {...props}
    />
  )
}
