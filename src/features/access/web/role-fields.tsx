import { NativeSelect } from '@mantine/core'
import { holdsSomewhere, type Role, roles } from '../../../kernel/actor.ts'
import { useCall } from '../../../web/query.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsClient } from '../../organisations/web/organisations-client.ts'
import type { useForm } from '../../organisations/web/use-form.ts'
import { rolesFor } from '../access.ts'
import { roleWords } from '../role-words.ts'
import { settingsWords } from '../settings-words.ts'
import { useActor } from './me.ts'

export type Place = { organisationId: string; role: string }

/** Where, and as whom: the roles follow the kind of organisation. */
export function useRoleChoice({ organisationId, role }: Place) {
  const { data } = useCall(organisationsClient.listOrganisations, {})
  const isAdministrator = holdsSomewhere(useActor(), ['administrator'])
  const organisations = data?.organisations ?? []
  const chosen = organisations.find((one) => one.id === organisationId) ?? organisations[0]
  const possible = chosen ? rolesFor(chosen.kind).filter((one) => one !== 'administrator' || isAdministrator) : []
  return {
    organisations,
    possible,
    organisationId: chosen?.id ?? '',
    role: possible.find((one) => one === role) ?? possible[0] ?? '',
  }
}

export function isRole(text: string): text is Role {
  return roles.some((one) => one === text)
}

type Props = { field: ReturnType<typeof useForm<Place>>['field']; choice: ReturnType<typeof useRoleChoice> }

export function RoleFields({ field, choice }: Props) {
  const t = useWords(settingsWords)
  const say = useWords(roleWords)
  return (
    <>
      <NativeSelect
        {...field('organisationId')}
        label={t('person.organisation')}
        data={choice.organisations.map((one) => ({ value: one.id, label: one.shortName }))}
      />
      <NativeSelect
        {...field('role')}
        label={t('person.role')}
        data={choice.possible.map((one) => ({ value: one, label: say(`role.${one}`) }))}
      />
    </>
  )
}
