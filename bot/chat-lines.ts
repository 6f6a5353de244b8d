// What a chat platform says by itself, because no case exists that could say it: who the bot is, its menu of commands, and
// short answers to what it cannot take. The words are phrases; a command of the menu is a button like any other.
import type { Words } from '#engine'
import type { Knowledge } from './knowledge.ts'
import { press } from './press.ts'

export interface ChatCommand {
  /** what is typed, without the slash */
  readonly name: string
  readonly press: string
  readonly title: Words
}

export interface ChatLines {
  /** shown before the first message */
  readonly about: Words
  /** one line for the profile */
  readonly aboutShort: Words
  /** to a group: we speak with one company at a time */
  readonly group: Words
  /** to what is neither words nor button */
  readonly wordsOnly: Words
  /** files: not pdf, jpg or png · larger than 10 MB · before the talk began · too many · could not be fetched */
  readonly fileKind: Words
  readonly fileLarge: Words
  readonly fileEarly: Words
  readonly fileFull: Words
  readonly fileFailed: Words
  /** to a button that nothing belongs to any more */
  readonly deadButton: Words
  /** what the command that opens the talk does */
  readonly start: Words
  readonly commands: readonly ChatCommand[]
}

const COMMANDS: readonly (readonly [name: string, press: string, phrase: string])[] = [
  ['results', press('x'), 'menu.results'],
  ['review', press('r'), 'menu.review'],
  ['status', press('st'), 'menu.status'],
  ['visit', press('vs'), 'menu.visit'],
  ['person', press('h'), 'menu.person'],
  ['consents', press('rv'), 'menu.consents'],
  ['delete', press('dd'), 'menu.delete'],
  ['chinese', press('lang', 'zh'), 'menu.chinese'],
  ['english', press('lang', 'en'), 'menu.english'],
  ['help', press('q'), 'menu.help'],
]

/**
 * The lines in both languages.
 * @throws when a phrase is missing: a fault of the data
 */
export function chatLines({ phrases }: Pick<Knowledge, 'phrases'>): ChatLines {
  const words = (key: string): Words => {
    const found = phrases.get(key)
    if (!found) throw new Error(`no phrase is called ${key}`)
    return found
  }
  return {
    about: words('chat.about'),
    aboutShort: words('chat.about-short'),
    group: words('chat.group'),
    wordsOnly: words('chat.words-only'),
    fileKind: words('chat.file-kind'),
    fileLarge: words('chat.file-large'),
    fileEarly: words('chat.file-early'),
    fileFull: words('chat.file-full'),
    fileFailed: words('chat.file-failed'),
    deadButton: words('chat.dead-button'),
    start: words('menu.start'),
    commands: COMMANDS.map(([name, written, phrase]) => ({ name, press: written, title: words(phrase) })),
  }
}
