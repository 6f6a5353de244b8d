// `yinqi dead list | retry | drop`: what could not be played or sent, giving it another try once the cause is mended, or
// putting it away.
import type { OpenStore } from '../store/open.ts'
import type { DeadLetter } from '../store/store.ts'
import { InputFault } from './input.ts'
import { withStore } from './open-store.ts'
import { print } from './print.ts'

const KINDS = ['event', 'delivery'] as const
const LETTER = /^(event|delivery):([1-9]\d{0,17})$/

const nameOf = ({ kind, id }: Pick<DeadLetter, 'kind' | 'id'>): string => `${kind}:${id}`

/** `yinqi dead list` */
export async function listDead({ json }: { readonly json: boolean }): Promise<void> {
  const letters = await withStore(store => store.deadLetters())
  if (json) {
    print(JSON.stringify(letters.map(letter => ({ ...letter, id: String(letter.id) }))))
    return
  }
  for (const letter of letters)
    print(`${nameOf(letter)}  ${letter.platform}  ${letter.code}  ${letter.attempts} 次 tries`)
  print(
    letters.length === 0
      ? '没有失败的事件或投递。 / Nothing is dead.'
      : `共 ${letters.length} 件 / ${letters.length} in all`,
  )
}

function readLetter(name: string): Pick<DeadLetter, 'kind' | 'id'> {
  const [, given, id = '0'] = LETTER.exec(name) ?? []
  const kind = KINDS.find(one => one === given)
  if (!kind) throw new InputFault(`a dead letter is named as yinqi dead list shows it, like event:12, not ${name}`)
  return { kind, id: BigInt(id) }
}

interface Verdict {
  readonly act: (store: OpenStore, letter: Pick<DeadLetter, 'kind' | 'id'>) => Promise<boolean>
  readonly done: string
  readonly vain: string
}

async function eachOf(names: readonly string[], all: boolean, { act, done, vain }: Verdict): Promise<void> {
  if (names.length === 0 && !all) throw new InputFault('name dead letters, or say --all')
  const given = names.map(readLetter)
  await withStore(async store => {
    for (const letter of all ? await store.deadLetters() : given) {
      const is = await act(store, letter)
      print(`${nameOf(letter)}  ${is ? done : vain}`)
      if (!is) process.exitCode = 1
    }
  })
}

interface Which {
  readonly all: boolean
}

/** `yinqi dead retry <letters…>` or `--all` */
export const retryDead = (names: readonly string[], { all }: Which): Promise<void> =>
  eachOf(names, all, {
    act: (store, { kind, id }) => store.reviveLetter(kind, id),
    done: '将重试 will be tried again',
    vain: '没有可重试的内容 nothing to try',
  })

/** `yinqi dead drop <letters…>` or `--all` */
export const dropDead = (names: readonly string[], { all }: Which): Promise<void> =>
  eachOf(names, all, {
    act: (store, { kind, id }) => store.dropLetter(kind, id),
    done: '已放弃 put away',
    vain: '没有这一件 there is none',
  })
