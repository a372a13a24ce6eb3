import type { CodesOf } from '../kernel/refusal.ts'
import { defineWords } from '../kernel/words.ts'

/** What the machinery itself says no with. */
export const serverRefusals = defineWords({
  namespace: 'server.refusals',
  ru: {
    'server.not-signed-in': 'Нужно войти. Введённое сохранено в браузере.',
    'server.another-person':
      'В этом браузере вошёл другой человек. Войдите под своим именем, и начатое дойдёт до конца.',
    'server.not-allowed': 'У вашей роли нет этого права. Попросите муниципального координатора.',
    'server.looking-only':
      'Вы смотрите глазами другого человека, и менять ничего нельзя. Нажмите «Вернуться», чтобы работать под своим именем.',
    'server.not-found': 'Такой страницы или карточки нет, или она вам не видна.',
    'server.bad-input': 'Часть полей заполнена не так, как нужно. Проверьте отмеченное; введённое сохранено.',
    'server.key-needed': 'Запрос пришёл без ключа повтора. Обновите страницу и повторите.',
    'server.key-reused': 'Этот ключ повтора уже занят другим действием. Обновите страницу и повторите.',
    'server.foreign-origin': 'Запрос пришёл с чужой страницы и не выполнен.',
    'server.too-many': 'Слишком много попыток подряд. Подождите минуту и повторите.',
    'server.too-long':
      'В форме больше {{limit}} МБ текста, столько за раз не принимается. Введённое осталось на экране: сократите его или приложите файлом.',
    'server.too-large': 'Файл больше {{limit}} МБ и не загружен. Сожмите его или разделите на части.',
    'server.cut-short': 'Файл дошёл не полностью: связь прервалась. Повторите, ничего не потеряно.',
    'server.wrong-offset': 'Часть файла уже пришла, и продолжать надо с другого места. Повторите; пришедшее сохранено.',
    'server.database-unavailable':
      'База данных сейчас не отвечает. Введённое сохранено в браузере; повторите через минуту.',
    'server.no-room': 'На диске сервера кончилось место. Ничего не потеряно; сообщите тому, кто обслуживает Опору.',
    'server.already-exists': 'Такое уже есть. Обновите страницу.',
    'server.project-closed':
      'Проект этого года закрыт: его можно читать, но не менять. Открыть его снова может муниципальный координатор; введённое сохранено.',
    'server.broken':
      'Что-то сломалось у нас, не у вас. Ничего не сохранено наполовину. Повторите; если не поможет, назовите номер {{requestId}}.',
  },
  en: {
    'server.not-signed-in': 'Please sign in. What you typed is kept in the browser.',
    'server.another-person':
      'Another person has signed in in this browser. Sign in under your own name, and what you began goes on.',
    'server.not-allowed': 'Your role does not include this right. Ask the municipal coordinator.',
    'server.looking-only':
      'You look through another person’s eyes, and nothing can be changed. Press “Come back” to work under your own name.',
    'server.not-found': 'There is no such page or card, or it is not visible to you.',
    'server.bad-input': 'Some fields are not filled in as needed. Check the marked ones; what you typed is kept.',
    'server.key-needed': 'The request came without a repeat key. Reload the page and try again.',
    'server.key-reused': 'This repeat key belongs to another action. Reload the page and try again.',
    'server.foreign-origin': 'The request came from a foreign page and was not carried out.',
    'server.too-many': 'Too many attempts in a row. Wait a minute and try again.',
    'server.too-long':
      'The form holds more than {{limit}} MB of text, which is too much at once. What was typed is still on the screen: shorten it or attach it as a file.',
    'server.too-large': 'The file is larger than {{limit}} MB and was not uploaded. Compress or split it.',
    'server.cut-short': 'The file did not arrive whole: the connection broke. Try again, nothing is lost.',
    'server.wrong-offset':
      'A part of the file is here already and goes on from another place. Try again; what came is kept.',
    'server.database-unavailable':
      'The database does not answer now. What you typed is kept in the browser; try again in a minute.',
    'server.no-room': 'The server has no disk space left. Nothing is lost; tell whoever looks after Opora.',
    'server.already-exists': 'This exists already. Reload the page.',
    'server.project-closed':
      'The project of this year is closed: it can be read, not changed. The municipal coordinator may open it again; what you typed is kept.',
    'server.broken':
      'Something broke on our side, not yours. Nothing is half saved. Try again; if it does not help, give the number {{requestId}}.',
  },
})

declare module '../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof serverRefusals> {}
}
