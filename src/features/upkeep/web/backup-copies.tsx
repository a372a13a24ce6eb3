import { type Column, DataTable } from '../../../web/data-table.tsx'
import { hrefOf } from '../../../web/send.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { type BackupsView, upkeepContract } from '../contract.ts'
import { upkeepWords } from '../screen-words.ts'

type Copy = BackupsView['copies'][number]

/** What lies in the folder, each to be downloaded. */
export function BackupCopies({ copies }: { copies: readonly Copy[] }) {
  const t = useWords(upkeepWords)
  const format = useFormat()
  const columns: Column<Copy>[] = [
    { key: 'made', head: t('copies.made'), cell: ({ madeAt }) => format.moment(madeAt) },
    { key: 'size', head: t('copies.size'), align: 'number', cell: ({ bytes }) => format.bytes(bytes) },
    {
      key: 'action',
      head: <span className="hidden-visually">{t('copies.action')}</span>,
      cell: ({ name, madeAt }) => (
        <a
          href={hrefOf(upkeepContract.downloadBackup, { name })}
          download={name}
          aria-label={t('copies.download.label', { at: format.moment(madeAt) })}
        >
          {t('copies.download')}
        </a>
      ),
    },
    { key: 'name', head: t('copies.name'), cell: ({ name }) => name },
  ]
  return (
    <>
      <p>{t('copies.keep')}</p>
      <p>{t('copies.secret')}</p>
      <DataTable
        caption={t('copies')}
        columns={columns}
        rows={copies}
        keyOf={({ name }) => name}
        empty={t('copies.none')}
      />
    </>
  )
}
