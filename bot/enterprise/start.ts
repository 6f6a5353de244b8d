// The first words: who we are, what happens to the data, and the first natural request. Opening again repeats what was open.
import type { Language } from '#engine'
import { type Button, text } from '../card.ts'
import { channelOf, comeBy } from '../channels.ts'
import { press } from '../press.ts'
import type { Turn } from '../turn-state.ts'
import { askAgain, carryOn } from './carry-on.ts'

export function languageButton(turn: Turn): Button {
  return turn.language === 'zh'
    ? { text: 'English', press: press('lang', 'en') }
    : { text: '中文', press: press('lang', 'zh') }
}

/** Greets once; later only says where we are. */
export function open(turn: Turn, channel?: string | undefined): void {
  comeBy(turn, channel)
  if (turn.case.greeted) {
    turn.update({ paused: false })
    askAgain(turn, [text(turn.t('welcome-back'))])
    return
  }
  greet(turn)
  carryOn(turn)
}

/** The greeting with the privacy line; said before the first question, whatever was typed first. */
export function greet(turn: Turn): void {
  turn.update({ greeted: true })
  const by = channelOf(turn)
  turn.say({
    title: turn.t('greeting.title'),
    lines: [
      text(turn.t('greeting')),
      text(turn.t('greeting.privacy')),
      ...(by ? [text(turn.t('came-by', { channel: turn.w(by.title) }))] : []),
    ],
    buttons: [
      [
        { text: turn.t('button.visit'), press: press('vs') },
        { text: turn.t('button.help'), press: press('q') },
        languageButton(turn),
      ],
    ],
    note: turn.t('free'),
  })
}

/** Goes over to the language the owner has begun to write whole sentences in, and says so. */
export function followLanguage(turn: Turn, spoken: Language | undefined): void {
  if (spoken === undefined || spoken === turn.language) return
  turn.update({ language: spoken })
  turn.say({ lines: [text(turn.t('language.followed'))] })
}

export function switchLanguage(turn: Turn, to: string | undefined): void {
  if (to !== 'zh' && to !== 'en') return
  turn.update({ language: to })
  askAgain(turn, [text(turn.t('language.switched'))])
}
