import { useEffect } from 'react'
import { MoreMenu } from '../../../web/more-menu.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { ProgrammeView } from '../contract.ts'
import { programmesWords } from '../screen-words.ts'
import classes from './project-switch.module.css'
import { useProject } from './use-project.ts'

/** Which project and year the screens speak of; the address says it as soon as there are several. */
export function ProjectSwitch() {
  const { project, projects, choose } = useProject()
  const name = useProjectName()
  useProjectInAddress()
  if (!project) return null
  if (projects.length === 1)
    return (
      <span className={classes.name} title={name(project)}>
        {name(project)}
      </span>
    )
  return (
    <MoreMenu
      look="plain"
      label={name(project)}
      items={projects.map((one) => ({ label: name(one), onSelect: () => choose(one.id) }))}
    />
  )
}

/** «Проект сопровождения ШНОР, 2024 год» */
export function useProjectName(): (project: ProgrammeView) => string {
  const t = useWords(programmesWords)
  return ({ title, year, isSchoolYear }) =>
    t(isSchoolYear ? 'project.schoolYear' : 'project.year', { title, year, next: year + 1 })
}

/** A copied address shows the same project to whoever opens it. */
function useProjectInAddress() {
  const { project, projects, choose } = useProject()
  const inAddress = new URLSearchParams(window.location.search).get('project')
  const wanted = projects.length > 1 && project && project.id !== inAddress ? project.id : null
  useEffect(() => {
    if (wanted) choose(wanted)
  })
}
