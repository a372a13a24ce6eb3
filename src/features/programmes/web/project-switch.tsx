import { useEffect } from 'react'
import { useWords } from '../../../web/use-words.ts'
import type { ProgrammeView } from '../contract.ts'
import { programmesWords } from '../screen-words.ts'
import classes from './project-switch.module.css'
import { useProject } from './use-project.ts'

/** Which project and year the screens speak of; the address says it as soon as there are several. */
export function ProjectSwitch() {
  const t = useWords(programmesWords)
  const { project, projects, choose } = useProject()
  const name = useProjectName()
  useProjectInAddress()
  if (!project) return null
  if (projects.length === 1) {
    return (
      <span className={classes.name} title={name(project)}>
        {name(project)}
      </span>
    )
  }
  return (
    <select
      className={classes.name}
      aria-label={t('project.switch')}
      title={name(project)}
      value={project.id}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {projects.map((one) => (
        <option key={one.id} value={one.id}>
          {name(one)}
        </option>
      ))}
    </select>
  )
}

/** «2024 год · Поддержка школ»: the year first, because a long title is cut short. */
function useProjectName(): (project: ProgrammeView) => string {
  const t = useWords(programmesWords)
  return ({ title, year, isSchoolYear, closedAt }) => {
    const name = t(isSchoolYear ? 'project.schoolYear' : 'project.year', { title, year, next: year + 1 })
    return closedAt === null ? name : t('project.closed', { name })
  }
}

/** A copied address shows the same project to whoever opens it. */
function useProjectInAddress() {
  const { project, projects, isInAddress, choose } = useProject()
  const missing = projects.length > 1 && !isInAddress ? project?.id : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each project that the address lacks; `choose` is new each time
  useEffect(() => {
    if (missing) choose(missing)
  }, [missing])
}
