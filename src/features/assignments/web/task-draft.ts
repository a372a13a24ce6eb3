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
}

export type TaskDraft = typeof emptyTask
