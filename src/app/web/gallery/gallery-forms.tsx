import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Day, day } from '../../../kernel/day.ts'
import { DayInput } from '../../../web/day-input.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FileDrop } from '../../../web/file-drop.tsx'
import { errorAt, type FormError, FormErrors, fieldId } from '../../../web/form-errors.tsx'
import { SavedNote } from '../../../web/saved-note.tsx'
import classes from './gallery-page.module.css'

const rule = { endings: ['.docx', '.txt', '.jpg'], maxBytes: 20 * 1024 * 1024 }
const wrong: FormError[] = [
  { path: 'title', message: 'Назовите поручение' },
  { path: 'due', message: 'Поставьте срок' },
]

export function GalleryForms() {
  const [due, setDue] = useState<Day | null>(null)
  const [errors, setErrors] = useState<FormError[]>([])
  const draft = useDraft('gallery', { title: '', text: '' })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setErrors([...wrong])
  }
  return (
    <section>
      <h2>Поля</h2>
      <div className={classes.columns}>
        <form onSubmit={send} noValidate>
          <FormErrors errors={errors} />
          <TextInput
            id={fieldId('title')}
            label="Поручение"
            description="Одной строкой, с глагола"
            placeholder="Провести сверку участников"
            error={errorAt(errors, 'title')}
            value={draft.value.title}
            onChange={(event) => draft.set({ ...draft.value, title: event.currentTarget.value })}
            required
          />
          <Textarea
            label="Подробности"
            rows={3}
            value={draft.value.text}
            onChange={(event) => draft.set({ ...draft.value, text: event.currentTarget.value })}
          />
          <DayInput
            id={fieldId('due')}
            label="Срок"
            value={due}
            onChange={setDue}
            min={day(2024, 1, 1)}
            error={errorAt(errors, 'due')}
            isRequired
          />
          <NativeSelect label="Вариант сопровождения" data={['не определён', 'первый', 'второй', 'третий']} />
          <Checkbox label="Школам нужен ответ с файлом" defaultChecked />
          <Radio.Group label="Как пришло" defaultValue="letter">
            <div className={classes.row}>
              <Radio value="letter" label="письмом" />
              <Radio value="call" label="по телефону" />
            </div>
          </Radio.Group>
          <div className={classes.row}>
            <Button type="submit">Записать</Button>
            <SavedNote at={new Date()} isRestored={draft.isRestored} />
          </div>
        </form>
        <div>
          <FileDrop label="Приказ в Word или текст" rule={rule} onFile={() => {}} takesPhotos />
          <FileDrop label="Фото справки" rule={rule} onFile={() => {}} isPending progress={0.42} />
          <TextInput label="Недоступное поле" disabled value="Школа № 27" readOnly />
          <TextInput label="Поле с замечанием" error="Такой номер уже есть: приказ № 31 от 7 февраля." />
        </div>
      </div>
    </section>
  )
}
