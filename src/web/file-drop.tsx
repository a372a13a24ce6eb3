import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useState } from 'react'
import { type FileRule, faultOf } from './check-file.ts'
import classes from './file-drop.module.css'
import { ProgressWords } from './progress-words.tsx'
import { RefusalNote } from './refusal-note.tsx'
import type { Refused } from './refused.ts'
import { useFormat } from './use-format.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = {
  /** What is wanted: «Приказ в Word (.docx) или текст». */
  label: string
  rule: FileRule
  onFile?: (file: File) => void
  /** Takes several at once, in the order of their names. */
  onFiles?: (files: readonly File[]) => void
  /** Offers the phone's camera. */
  takesPhotos?: boolean
  /** Of the upload: `change.isPending`, `change.progress`, `change.refusal`, `change.retry`. */
  isPending?: boolean
  progress?: number | null
  refusal?: Refused | null
  onRetry?: () => void
}

/** A place to drop one file, to choose it or to photograph it. Size and kind are checked before a byte is sent. */
export function FileDrop(props: Props) {
  const t = useWords(words)
  const format = useFormat()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const [name, setName] = useState('')
  const { rule } = props

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    const taken = props.onFiles ? files.sort(byName) : files.slice(0, 1)
    const [file] = taken
    if (!file || props.isPending) return
    for (const one of taken) {
      const fault = faultOf(one, rule)
      const sizes = { size: format.bytes(one.size), limit: format.bytes(rule.maxBytes) }
      if (fault) return setNote(t(fault, { name: one.name, kinds: rule.endings.join(', '), ...sizes }))
    }
    setNote(files.length > taken.length ? t('file.onlyOne', { count: files.length, name: file.name }) : null)
    setName(file.name)
    props.onFiles?.(taken)
    props.onFile?.(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }

  return (
    <div className={classes.drop}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the buttons inside do the same */}
      <div
        className={classes.area}
        data-over={isOver}
        onDrop={drop}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
      >
        <IconFileUpload size="var(--space-6)" aria-hidden="true" />
        <div className={classes.text}>
          <strong id={`${id}-label`}>{props.label}</strong>
          <span id={`${id}-hint`}>
            {t('file.drop')} {t('file.limit', { size: format.bytes(rule.maxBytes) })}
          </span>
        </div>
        <div className={classes.actions}>
          <Chooser
            id={id}
            label={t('file.choose')}
            accept={rule.endings.join(',')}
            isMany={props.onFiles !== undefined}
            onFiles={take}
          />
          {props.takesPhotos ? (
            <span className={classes.photo}>
              <Chooser id={`${id}-photo`} label={t('file.photo')} accept="image/*" isCamera onFiles={take} />
            </span>
          ) : null}
        </div>
      </div>
      {props.isPending ? <ProgressWords {...goingOf(props.progress ?? null, name, t)} /> : null}
      {note ? (
        <p className={classes.note} role="alert">
          {note}
        </p>
      ) : null}
      <RefusalNote refusal={props.refusal ?? null} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />
    </div>
  )
}

/** «IMG_9» before «IMG_10», as the pages were photographed. */
function byName(one: File, other: File): number {
  return one.name.localeCompare(other.name, 'ru', { numeric: true })
}

function goingOf(share: number | null, name: string, t: ReturnType<typeof useWords<typeof words.ru>>) {
  if (share === null || share >= 1) return { share: null, words: t('file.checking', { name }) }
  return { share, words: t('file.going', { name, percent: Math.round(share * 100) }) }
}

type ChooserProps = {
  id: string
  label: string
  accept: string
  isCamera?: boolean
  isMany?: boolean
  onFiles: (files: FileList | null) => void
}

/** A button for the eye, the browser's own file input for hands and readers. */
function Chooser({ id, label, accept, isCamera = false, isMany = false, onFiles }: ChooserProps) {
  return (
    <Button component="label" htmlFor={id} className={classes.chooser}>
      {label}
      <input
        id={id}
        className="hidden-visually"
        type="file"
        accept={accept}
        multiple={isMany}
        {...(isCamera ? { capture: 'environment' } : {})}
        onChange={(event) => {
          onFiles(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </Button>
  )
}
