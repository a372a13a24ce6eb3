import type { Service } from '../../server/work.ts'
import { adoptTemplate } from './adopt-template.service.ts'
import type { templatesContract } from './contract.ts'
import {
  previewTemplate,
  removeTemplate,
  renameTemplate,
  renewTemplate,
  saveAsTemplate,
} from './keep-templates.service.ts'
import { dateTemplate, listTemplates } from './read-templates.service.ts'

export const templatesService: Service<typeof templatesContract> = {
  listTemplates,
  dateTemplate,
  adoptTemplate,
  previewTemplate,
  saveAsTemplate,
  renewTemplate,
  renameTemplate,
  removeTemplate,
}
