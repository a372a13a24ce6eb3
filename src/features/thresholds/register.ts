import { describeTable } from '../../server/register.ts'
import { thresholds } from './tables.ts'

describeTable(thresholds, {
  title: 'Пороги',
  purpose: 'Настройка расчётов',
  retention: 'Бессрочно',
  columns: { id: 'open', name: 'open', value: 'open', validFrom: 'open', source: 'open' },
})
