/** What is typed into the form of a new task, before anything is. */
export const emptyTask = {
  text: '',
  dueOn: '',
  dueTime: '16:00',
  to: [] as string[], // an empty list has no element to tell its type
  number: '',
  signedOn: '',
  sender: '',
  fileId: '',
  fileName: '',
  /** A letter of the journal, by which the task is given. */
  documentId: '',
}

export type TaskDraft = typeof emptyTask
