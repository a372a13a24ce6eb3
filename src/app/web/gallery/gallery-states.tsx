import { Button } from '@mantine/core'
import { assignmentStates } from '../../../kernel/assignment-state.ts'
import { StateBadge, StateMark } from '../../../web/state-mark.tsx'
import classes from './gallery-page.module.css'

export function GalleryStates() {
  return (
    <section>
      <h2>Состояния</h2>
      <div className={classes.row}>
        {assignmentStates.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
        <StateBadge state="window-missed" label="за февраль–апрель не подтверждено" />
      </div>
      <div className={classes.row}>
        {assignmentStates.map((state) => (
          <StateMark key={state} state={state} size={24} />
        ))}
        {assignmentStates.map((state) => (
          <StateMark key={state} state={state} />
        ))}
      </div>
      <div className={classes.row}>
        <Button variant="filled">Принять</Button>
        <Button>Вернуть с замечанием</Button>
        <Button variant="subtle">Посмотреть</Button>
        <Button disabled>Снять с контроля</Button>
        <Button variant="filled" loading>
          Принять
        </Button>
      </div>
    </section>
  )
}
