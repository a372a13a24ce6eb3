import { Button } from '@mantine/core'
import * as z from 'zod'
import { CopyText } from '../../../web/copy-text.tsx'
import { DefinitionList } from '../../../web/definition-list.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { ErrorState } from '../../../web/error-state.tsx'
import { Loading } from '../../../web/loading.tsx'
import { Notice } from '../../../web/notice.tsx'
import { Crash } from '../../../web/pages/crash.tsx'
import { ProgressWords } from '../../../web/progress-words.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { Refused } from '../../../web/refused.ts'
import { StaleNote } from '../../../web/stale-note.tsx'
import classes from './gallery-page.module.css'

const sample = { code: 'sample', requestId: 'r-81fa', message: 'Эта карта уже утверждена приказом № 31. Откройте её.' }
const refused = new Refused(sample, 409)
const broken = new Refused({ ...sample, message: 'На сервере не получилось записать. Введённое сохранено.' }, 500)
const stale = new Refused({ ...sample, current: 'Провести до 20 марта с выездом в школы' }, 412)

export function GalleryNotes() {
  return (
    <section>
      <h2>Слова</h2>
      <div className={classes.columns}>
        <div>
          <Notice>Учебный год считаем с сентября.</Notice>
          <Notice kind="warn" title="У двух школ не назван вариант сопровождения">
            Разделы 2 и 3 им не направлены.
          </Notice>
          <Notice kind="late">Срок прошёл 14 февраля: не подтвердили 2 школы.</Notice>
          <Notice kind="done">Приказ разобран: 11 мероприятий, 6 школ.</Notice>
          <RefusalNote refusal={refused} />
          <RefusalNote refusal={broken} onRetry={() => {}} />
          <StaleNote
            refusal={stale}
            schema={z.string()}
            yours="Провести до 15 марта"
            show={(current) => current}
            onKeep={() => {}}
            onTake={() => {}}
          />
          <ErrorState error={new Error('x')} onRetry={() => {}} />
        </div>
        <div>
          <EmptyState title="На этой неделе сроков нет" actions={<Button>Открыть дорожную карту</Button>}>
            Ближайший срок — 1 марта, мероприятие 1.5.
          </EmptyState>
          <Loading lines={3} />
          <ProgressWords words="читаю таблицу 2 из 3" share={0.6} onStop={() => {}} />
          <ProgressWords words="собираю отчёт" share={null} />
          <CopyText
            label="Текст для письма школам"
            text={'Уважаемые коллеги!\nНаправляем дорожную карту на 2024 год. Ответы ждём до 14 февраля.'}
            rows={3}
          />
          <DefinitionList
            items={[
              { term: 'Приказ', value: '№ 31 от 7 февраля 2024' },
              { term: 'Основание', value: null },
            ]}
          />
          <Crash error={new Error('нечего показать')} />
        </div>
      </div>
    </section>
  )
}
