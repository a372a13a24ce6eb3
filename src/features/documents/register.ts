import { describeTable } from '../../server/register.ts'
import {
  documentAcquaintances,
  documentAddressees,
  documentFiles,
  documentSignatures,
  documents,
  letterheads,
} from './tables.ts'

const retention = 'По номенклатуре дел управления (обычно 5 лет после закрытия проекта)'

describeTable(documents, {
  title: 'Документы',
  purpose: 'Приказы и письма',
  retention,
  columns: {
    id: 'open',
    organisationId: 'open',
    kind: 'open',
    number: 'open',
    signedOn: 'open',
    title: 'words',
    sender: 'words',
    fileId: 'open',
    scanId: 'open',
    createdAt: 'open',
    status: 'open',
    body: 'document',
    audience: 'open',
    programmeId: 'open',
    dueOn: 'open',
    dueTime: 'open',
    createdBy: 'whose',
    rowVersion: 'open',
  },
})

describeTable(documentAddressees, {
  title: 'Кому адресован документ',
  purpose: 'Разграничение доступа',
  retention,
  columns: { documentId: 'open', organisationId: 'open' },
})

describeTable(documentFiles, {
  title: 'Файлы зарегистрированного документа',
  purpose: 'Документ остаётся таким, каким зарегистрирован',
  retention,
  columns: { documentId: 'open', form: 'open', place: 'open', fileId: 'open', madeAt: 'open' },
})

describeTable(documentSignatures, {
  title: 'Подписи документов',
  purpose: 'Подписанный подлинник и сведения сертификата',
  retention,
  columns: {
    id: 'open',
    documentId: 'open',
    form: 'open',
    fileId: 'open',
    signer: 'words',
    signedOn: 'open',
    certificate: 'document',
    addedBy: 'whose',
    addedAt: 'open',
  },
})

describeTable(documentAcquaintances, {
  title: 'Ознакомление с документами',
  purpose: 'Кто и когда прочитал документ',
  retention,
  columns: {
    id: 'open',
    documentId: 'open',
    organisationId: 'open',
    personId: 'whose',
    name: 'words',
    acquaintedOn: 'open',
    onBehalf: 'open',
    recordedBy: 'whose',
    recordedAt: 'open',
  },
})

describeTable(letterheads, {
  title: 'Бланки управления',
  purpose: 'Печать документов на своём бланке',
  retention,
  columns: {
    id: 'open',
    organisationId: 'open',
    name: 'words',
    fileId: 'open',
    addedBy: 'whose',
    addedAt: 'open',
    retiredAt: 'open',
    rowVersion: 'open',
  },
})
