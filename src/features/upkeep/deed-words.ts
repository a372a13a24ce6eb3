import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

/** What is done to copies, as the journal tells it. */
export const upkeepDeeds = defineWords({
  namespace: 'upkeep.deeds',
  ru: {
    'backup.asked': 'Запрошена резервная копия',
    'backup.made': 'Сделана резервная копия',
    'backup.failed': 'Резервная копия не удалась',
    'backup.settings-changed': 'Изменены настройки резервных копий',
  },
  en: {
    'backup.asked': 'A backup was asked for',
    'backup.made': 'A backup was made',
    'backup.failed': 'A backup failed',
    'backup.settings-changed': 'The settings of backups were changed',
  },
})

declare module '../../kernel/audit-action.ts' {
  interface AuditActions extends CodesOf<typeof upkeepDeeds> {}
}
