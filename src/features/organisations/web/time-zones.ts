/** The eleven zones of Russia, from west to east. */
export const russianZones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const

export type RussianZone = (typeof russianZones)[number]

/** The Russian zone that shows the same time as this one («Asia/Novosibirsk» is Krasnoyarsk's); Moscow where none does. */
export function nearestRussianZone(zone: string, moment: Date): RussianZone {
  const same = russianZones.find((one) => one === zone)
  return same ?? russianZones.find((one) => clockIn(one, moment) === clockIn(zone, moment)) ?? 'Europe/Moscow'
}

export function isRussianZone(zone: string): zone is RussianZone {
  return russianZones.some((one) => one === zone)
}

function clockIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(moment)
}
