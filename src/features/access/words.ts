import type { CodesOf } from '../../kernel/refusal.ts'
import { defineWords } from '../../kernel/words.ts'

export const accessRefusals = defineWords({
  namespace: 'access.refusals',
  ru: {
    'access.wrong-password':
      'Имя для входа или пароль не подошли. Проверьте раскладку и Caps Lock; забытый пароль заменит новая ссылка от координатора.',
    'access.wrong-current-password': 'Нынешний пароль не подошёл. Проверьте раскладку и Caps Lock.',
    'access.link-unknown':
      'Эта ссылка не подошла: возможно, она скопирована не целиком. Попросите координатора прислать её ещё раз.',
    'access.link-used': 'Этой ссылкой уже воспользовались. Войдите с паролем или попросите координатора о новой.',
    'access.link-expired': 'Срок этой ссылки вышел. Ничего не потеряно: попросите у координатора новую.',
    'access.password-too-short': 'Пароль короче 10 знаков. Возьмите, например, три-четыре слова подряд.',
    'access.password-too-common': 'Такой пароль легко подобрать. Возьмите, например, три-четыре слова подряд.',
    'access.password-same-as-login': 'Пароль не должен содержать имя для входа.',
    'access.login-needed': 'Придумайте имя для входа и пароль.',
    'access.login-taken': 'Такое имя для входа уже занято. Выберите другое, например свою почту.',
    'access.name-needed': 'Напишите фамилию, имя и отчество.',
    'access.person-missing': 'Такого человека в списке нет, или он вам не виден.',
    'access.membership-missing': 'Такой роли уже нет.',
    'access.session-missing': 'Этот вход уже завершён.',
    'access.substitution-missing': 'Такого замещения уже нет.',
    'access.substitution-dates': 'Замещение кончается раньше, чем начинается. Проверьте даты.',
    'access.substitution-self': 'Человек не может замещать сам себя.',
    'access.not-yours':
      'Людьми и ролями ведает муниципальный координатор своего управления, администраторами и руководителями управления — администратор.',
    'access.not-for-oneself': 'Себе самому роль или замещение даёт только администратор. Попросите его.',
    'access.role-not-here': 'В такой организации этой роли не бывает.',
    'access.role-known': 'Эта роль у человека уже есть.',
    'access.last-administrator': 'Это последний администратор. Сначала назначьте другого.',
    'access.already-set-up': 'Опора уже настроена. Войдите с паролем или попросите координатора о ссылке.',
    'access.administrators-only': 'Это делает только администратор управления. Попросите его.',
    'access.code-wrong': 'Код не подошёл. Возьмите тот, что на экране телефона сейчас, или код с листа.',
    'access.code-used': 'Этим кодом уже вошли. Дождитесь следующего: он сменится в течение полуминуты.',
    'access.code-needed': 'Чтобы сменить телефон, нужен код со старого или код с листа.',
    'access.ticket-over': 'Время на второй шаг вышло. Введите имя и пароль ещё раз.',
    'access.factor-known': 'Второй шаг уже настроен. Войдите с кодом.',
    'access.factor-not-begun': 'Настройка второго шага не начата или длилась больше часа. Начните её заново.',
    'access.factor-unreadable':
      'Секрет этой установки сменился, и коды телефона проверить нечем. Попросите администратора снять второй шаг.',
    'access.factor-required':
      'Для вашей роли второй шаг обязателен: его можно перенести на другой телефон, но не снять.',
    'access.factor-missing': 'У этого человека второго шага нет.',
    'access.factor-of-oneself':
      'Свой второй шаг меняют в «Настройках», раздел «Вход». Если телефон потерян, войдите с кодом с листа.',
    'access.factor-first': 'Сначала настройте второй шаг у себя: иначе после включения вы не войдёте.',
    'access.factor-rule-missing': 'Здесь второй шаг и так не обязателен.',
    'access.not-to-be-viewed': 'Глазами этого человека не посмотреть: это вы сами, или его вход закрыт.',
    'access.nobody-viewed': 'Вы уже работаете под своим именем.',
    'access.changed-meanwhile': 'Карточку тем временем изменили. Ваше введённое сохранено, сравните обе версии.',
  },
  en: {
    'access.wrong-password':
      'The sign-in name or the password is wrong. Check the keyboard layout; a forgotten password is replaced by a new link from the coordinator.',
    'access.wrong-current-password': 'The present password is wrong. Check the keyboard layout and Caps Lock.',
    'access.link-unknown':
      'This link does not fit: perhaps it was copied only in part. Ask the coordinator to send it again.',
    'access.link-used': 'This link was used already. Sign in with the password or ask the coordinator for a new one.',
    'access.link-expired': 'This link is out of date. Nothing is lost: ask the coordinator for a new one.',
    'access.password-too-short': 'The password is shorter than 10 characters. Take three or four words in a row.',
    'access.password-too-common': 'Such a password is easy to guess. Take three or four words in a row.',
    'access.password-same-as-login': 'The password must not contain the sign-in name.',
    'access.login-needed': 'Choose a sign-in name and a password.',
    'access.login-taken': 'This sign-in name is taken. Choose another, your e-mail for example.',
    'access.name-needed': 'Write the full name.',
    'access.person-missing': 'There is no such person, or they are not visible to you.',
    'access.membership-missing': 'This role has ended already.',
    'access.session-missing': 'This session has ended already.',
    'access.substitution-missing': 'This substitution has ended already.',
    'access.substitution-dates': 'The substitution ends before it begins. Check the dates.',
    'access.substitution-self': 'A person cannot stand in for themselves.',
    'access.not-yours':
      'People and roles are kept by the municipal coordinator of their authority, administrators and heads by an administrator.',
    'access.not-for-oneself': 'Only an administrator takes a role or a substitution for oneself. Ask one.',
    'access.role-not-here': 'An organisation of this kind has no such role.',
    'access.role-known': 'The person has this role already.',
    'access.last-administrator': 'This is the last administrator. Appoint another first.',
    'access.already-set-up': 'Opora is set up already. Sign in or ask the coordinator for a link.',
    'access.administrators-only': 'Only an administrator of the authority does this. Ask one.',
    'access.code-wrong': 'The code is wrong. Take the one that the phone shows now, or a code from the sheet.',
    'access.code-used': 'This code was used already. Wait for the next one: it changes within half a minute.',
    'access.code-needed': 'To change the phone, a code from the old one or from the sheet is needed.',
    'access.ticket-over': 'The time for the second step is over. Type the name and the password again.',
    'access.factor-known': 'The second step is set up already. Sign in with a code.',
    'access.factor-not-begun': 'The second step was not begun, or it took more than an hour. Begin again.',
    'access.factor-unreadable':
      'The secret of this installation has changed, and codes cannot be checked. Ask an administrator to take the second step off.',
    'access.factor-required': 'Your role needs the second step: it can move to another phone, but not be dropped.',
    'access.factor-missing': 'This person has no second step.',
    'access.factor-of-oneself':
      'Your own second step is changed in “Settings”, “Sign-in”. If the phone is lost, use a code from the sheet.',
    'access.factor-first': 'Set up the second step for yourself first: otherwise you could not sign in afterwards.',
    'access.factor-rule-missing': 'The second step is not required here anyway.',
    'access.not-to-be-viewed': 'You cannot look through these eyes: they are your own, or the entry is closed.',
    'access.nobody-viewed': 'You work under your own name already.',
    'access.changed-meanwhile': 'The card was changed meanwhile. What you typed is kept; compare both versions.',
  },
})

declare module '../../kernel/refusal.ts' {
  interface RefusalCodes extends CodesOf<typeof accessRefusals> {}
}
