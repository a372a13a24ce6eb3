import { defineWords } from '../../kernel/words.ts'

export const upkeepWords = defineWords({
  namespace: 'upkeep.screen',
  ru: {
    make: 'Сделать копию сейчас',
    intro:
      'Копия — один файл со всем, что есть в Опоре: люди, планы, приказы, подтверждения. По ней Опору поднимают на новом компьютере.',
    asked: 'Копия делается. Страницу можно закрыть.',
    underWay: 'Делаю копию: записано {{written}}. Потом она будет прочитана для проверки; страницу можно закрыть.',
    good: 'Последняя целая копия — {{at}}',
    'good.text': 'Размер {{size}}. Проверена после записи: {{checked}}. Лежит в папке {{folder}}.',
    'good.missing_one':
      'В хранилище не хватало {{count}} файла, поэтому в копии его нет. Покажет команда ./opora verify.',
    'good.missing_few':
      'В хранилище не хватало {{count}} файлов, поэтому в копии их нет. Покажет команда ./opora verify.',
    'good.missing_many':
      'В хранилище не хватало {{count}} файлов, поэтому в копии их нет. Покажет команда ./opora verify.',
    none: 'Целых копий в папке пока нет',
    'none.text': 'Первая сделается ночью сама. Можно не ждать и сделать её сейчас.',
    old: 'Последней целой копии больше трёх дней',
    failed: 'Копия не получилась — {{at}}',
    'failed.busy': 'В это время делалась другая копия. Повторите.',
    'failed.no-room':
      'На диске кончилось место. Освободите его или укажите ниже папку на другом диске, затем повторите.',
    'failed.folder-closed':
      'В папку нельзя записать: её нет, диск не подключён или нет прав. Подключите диск или укажите ниже другую папку, затем повторите.',
    'failed.database-unavailable': 'База данных не отвечала. Повторите; если не поможет, перезапустите Опору.',
    'failed.damaged':
      'Копия прочиталась не такой, какой записалась: так ведёт себя сбойный диск. Укажите папку на другом диске и повторите.',
    'failed.broken': 'Причина незнакомая. Передайте эти слова тому, кто обслуживает компьютер.',
    'failed.kept': 'Опора ничего не удаляла: ни данных, ни прежних копий.',
    'failed.detail': 'Что сказала система: {{detail}}',
    next: 'Следующая копия — {{at}}, сама.',
    copies: 'Копии в папке',
    'copies.keep':
      'Хранятся последняя копия каждого из 7 дней, 4 недель и 12 месяцев; лишние уходят после удачной новой.',
    'copies.secret':
      'В копии личные данные и секрет ссылок. Скачанный файл храните как сами данные и никому не пересылайте.',
    'copies.none': 'В папке нет ни одной копии.',
    'copies.made': 'Сделана',
    'copies.size': 'Размер',
    'copies.name': 'Файл',
    'copies.action': 'Действие',
    'copies.download': 'Скачать',
    'copies.download.label': 'Скачать копию от {{at}}',
    settings: 'Куда и когда',
    'settings.folder': 'Папка',
    'settings.folder.hint': 'Пусто — папка backups рядом с данными. Лучше другой диск: {{example}}',
    'settings.time': 'Время',
    'settings.time.hint': 'По часам управления: {{zone}}. Если компьютер был выключен, копия сделается при запуске.',
    'settings.time.fault': 'Напишите время: 03:30.',
    'settings.save': 'Сохранить',
    'settings.saved': 'Настройки копий сохранены',
    'settings.own': 'папка backups рядом с данными',
  },
  en: {
    make: 'Make a copy now',
    intro:
      'A copy is one file with everything in Opora: people, plans, orders, proofs. Opora is brought up from it on a new computer.',
    asked: 'The copy is being made. You may leave the page.',
    underWay: 'Making a copy: {{written}} written. It will be read through afterwards; you may leave the page.',
    good: 'The last good copy was made at {{at}}',
    'good.text': 'Size {{size}}. Read through after writing: {{checked}}. It lies in {{folder}}.',
    'good.missing_one': '{{count}} file was missing in the store and is not in the copy. ./opora verify names it.',
    'good.missing_other':
      '{{count}} files were missing in the store and are not in the copy. ./opora verify names them.',
    none: 'There is no good copy in the folder yet',
    'none.text': 'The first one will be made at night by itself. You need not wait: make it now.',
    old: 'The last good copy is older than three days',
    failed: 'The copy at {{at}} did not succeed',
    'failed.busy': 'Another copy was being made at that time. Try again.',
    'failed.no-room': 'The disk is full. Free some room or name a folder on another disk below, then try again.',
    'failed.folder-closed':
      'The folder cannot be written to: it is missing, unplugged or closed. Plug the disk in or name another folder below, then try again.',
    'failed.database-unavailable': 'The database did not answer. Try again; if it does not help, restart Opora.',
    'failed.damaged':
      'The copy did not read as it was written: a failing disk behaves so. Name a folder on another disk and try again.',
    'failed.broken': 'The cause is unknown to us. Give these words to whoever looks after the computer.',
    'failed.kept': 'Opora has removed nothing: neither data nor earlier copies.',
    'failed.detail': 'What the system said: {{detail}}',
    next: 'The next copy will be made at {{at}} by itself.',
    copies: 'Copies in the folder',
    'copies.keep': 'The last copy of each of 7 days, 4 weeks and 12 months is kept; others go after a good new one.',
    'copies.secret': 'A copy holds people’s data and the secret of links. Keep the file as the data themselves.',
    'copies.none': 'There is no copy in the folder.',
    'copies.made': 'Made',
    'copies.size': 'Size',
    'copies.name': 'File',
    'copies.action': 'Action',
    'copies.download': 'Download',
    'copies.download.label': 'Download the copy made at {{at}}',
    settings: 'Where and when',
    'settings.folder': 'Folder',
    'settings.folder.hint': 'Empty: backups beside the data. Another disk is better: {{example}}',
    'settings.time': 'Time',
    'settings.time.hint':
      'By the clock of the authority: {{zone}}. If the computer was off, the copy is made at the next start.',
    'settings.time.fault': 'Write the time: 03:30.',
    'settings.save': 'Save',
    'settings.saved': 'The settings of copies are saved',
    'settings.own': 'backups beside the data',
  },
})
