import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { requestOf } from '../../../kernel/contract.ts'
import { DataTable } from '../../../web/data-table.tsx'
import { FileDrop } from '../../../web/file-drop.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { Page } from '../../../web/shell/page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { MAX_FILE_BYTES } from '../../files/contract.ts'
import { registryContract } from '../contract.ts'
import { registryWords } from '../screen-words.ts'
import { registryClient } from './registry-client.ts'
import classes from './registry-page.module.css'

const rule = { endings: ['.xlsx', '.csv'], maxBytes: MAX_FILE_BYTES }

/** «Из таблицы»: the template and what there is to download, a place to drop a table, and those given before. */
export function RegistryPage() {
  const t = useWords(registryWords)
  const format = useFormat()
  const navigate = useNavigate()
  const listed = useCall(registryClient.listRegistryImports, {})
  const open = ({ id }: { id: string }) => navigate({ to: `/settings/registry/${id}` })
  const upload = useChange(registryClient.startRegistryImport, { onDone: open })
  return (
    <Page title={t('title')}>
      <div className={classes.page}>
        <p className={classes.lead}>
          {t('lead')} <Link to="/settings/organisations">{t('back')}</Link>
        </p>
        <div className={classes.actions}>
          <Button component="a" href={requestOf(registryContract.downloadRegistryTemplate, {}).path} download>
            {t('template')}
          </Button>
          <Button component="a" href={requestOf(registryContract.exportRegistry, {}).path} download>
            {t('export')}
          </Button>
        </div>
        <FileDrop
          label={t('drop')}
          rule={rule}
          onFile={(file) => upload.run({ name: file.name }, file)}
          isPending={upload.isPending}
          progress={upload.progress}
          refusal={upload.refusal}
          onRetry={upload.retry}
        />
        <section className={classes.part}>
          <h2>{t('earlier')}</h2>
          <Loaded call={listed}>
            {({ imports }) =>
              imports.length === 0 ? (
                <p>{t('earlier.none')}</p>
              ) : (
                <DataTable
                  caption={t('earlier')}
                  rows={imports}
                  keyOf={({ id }) => id}
                  columns={[
                    {
                      key: 'name',
                      head: t('head.name'),
                      isLong: true,
                      cell: ({ id, name }) => <Link to={`/settings/registry/${id}`}>{name}</Link>,
                    },
                    { key: 'status', head: t('head.status'), cell: ({ status }) => t(`status.${status}`) },
                    { key: 'begun', head: t('head.begun'), cell: ({ createdAt }) => format.moment(createdAt) },
                  ]}
                />
              )
            }
          </Loaded>
        </section>
      </div>
    </Page>
  )
}
