// `yinqi understand`: what the bot makes of a message, stage by stage, with its reasons. For officers who wonder why
// something was not understood.
import { createInterface } from 'node:readline'
import {
  CONFIDENCE_SURE,
  CONFIDENCE_USABLE,
  dayInChina,
  extract,
  INTENT_CERTAIN,
  INTENT_POSSIBLE,
  type IntentGuess,
  type Knowledge,
  normalise,
  placeName,
  readCommand,
  readConsent,
  readPage,
  readValues,
  type Understand,
} from '#bot'
import { dayOf, type FactValue, showValue } from '#engine'
import { loadData, projectRoot } from '../files/load.ts'
import { startUnderstanding } from '../nlp/understand.ts'
import { InputFault, instantOf } from './input.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
  readonly pending?: string
  readonly at?: string
}

interface Setting {
  readonly knowledge: Knowledge
  readonly guess: Understand
  readonly options: Options
  readonly today: number
}

async function analyse({ knowledge, guess, options, today }: Setting, raw: string) {
  const language = options.english ? ('en' as const) : ('zh' as const)
  const text = normalise(raw)
  const page = readPage(text, today)
  const found = extract(knowledge.lexicon, page ?? text, {
    today,
    pending: options.pending === undefined ? [] : [options.pending],
    language,
  })
  const show = (id: string, value: FactValue) => {
    const fact = knowledge.rulebook.facts.get(id)
    return fact ? showValue(value, fact, language, code => placeName(knowledge, code, language)) : String(value)
  }
  const intents = await guess(text, language)
  return {
    text,
    /** the lines a pasted page was brought into; null for talk */
    page: page ?? null,
    stages: stagesOf(text, found, intents, page !== undefined),
    values: readValues(page ?? text, today).map(({ kind, low, high, start, end, approximate, vague }) => {
      return { kind, low, high, approximate, vague, text: (page ?? text).slice(start, end) }
    }),
    command: readCommand(text) ?? null,
    consent: readConsent(text) ?? null,
    facts: found.found.map(one => ({ ...one, shown: show(one.fact, one.value) })),
    unclear: found.unclear.map(one => ({ ...one, shown: one.candidates.map(value => show(one.fact, value)) })),
    intents,
  }
}

type Heard = ReturnType<typeof extract>

/** What each stage made of the message and why, in the order of the talk; the first that is certain decides. */
function stagesOf(text: string, heard: Heard, intents: readonly IntentGuess[], isPage: boolean) {
  const command = readCommand(text)
  const consent = readConsent(text)
  const sure = heard.found.filter(one => one.confidence >= CONFIDENCE_SURE)
  const rough = heard.found.filter(one => one.confidence < CONFIDENCE_SURE && one.confidence >= CONFIDENCE_USABLE)
  const weak = heard.found.filter(one => one.confidence < CONFIDENCE_USABLE)
  const [top] = intents
  const names = (list: readonly { readonly fact: string }[]) => list.map(one => one.fact).join(', ') || 'none'
  return [
    { stage: 'normalise', why: `${text.length} characters, cut at the cap` },
    { stage: 'consent', why: consent ? `a clear form of ${consent}` : 'no form of yes or no' },
    { stage: 'command', why: command ? `the whole message is ${command.kind}` : 'no command form fits the message' },
    { stage: 'page', why: isPage ? 'labels of a page: all is shown before it is stored' : 'too few labels for a page' },
    { stage: 'facts', why: `stored: ${names(sure)}; stored, less sure: ${names(rough)}; too weak: ${names(weak)}` },
    {
      stage: 'asked',
      why: heard.unclear.map(one => `${one.fact}: ${one.problem}, ${one.why}`).join('; ') || 'nothing',
    },
    {
      stage: 'intent',
      why: !top
        ? 'no guess in time'
        : `${top.intent} at ${top.confidence.toFixed(2)}: ${top.confidence >= INTENT_CERTAIN ? 'acted on' : top.confidence >= INTENT_POSSIBLE ? 'offered' : 'turned away'}`,
    },
  ]
}

type Analysis = Awaited<ReturnType<typeof analyse>>

function print(knowledge: Knowledge, result: Analysis, options: Options): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`)
    return
  }
  const title = (id: string) => knowledge.rulebook.facts.get(id)?.title[options.english ? 'en' : 'zh'] ?? id
  const lines = [
    `“${result.text}”`,
    `  command  ${result.command ? JSON.stringify(result.command) : '—'}`,
    `  consent  ${result.consent ?? '—'}`,
    ...(result.page === null ? [] : [`  page     ${result.page.replaceAll('\n', ' ⏎ ')}`]),
    ...result.facts.map(
      one =>
        `  fact     ${title(one.fact)} (${one.fact}) = ${one.shown}  confidence ${one.confidence.toFixed(2)}  ${one.why}`,
    ),
    ...result.unclear.map(
      one => `  unclear  ${title(one.fact)} (${one.fact}): ${one.problem} ${one.shown.join(' / ')}  ${one.why}`,
    ),
    ...result.intents.map(one => `  intent   ${one.intent} ${one.confidence.toFixed(2)}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** `yinqi understand [TEXT]` */
export async function understand(words: readonly string[], options: Options): Promise<void> {
  const { knowledge } = loadData()
  if (options.pending !== undefined && !knowledge.rulebook.facts.has(options.pending))
    throw new InputFault(`no fact is called ${options.pending}`)
  const today =
    options.at === undefined
      ? dayInChina(instantOf(undefined, new Date()))
      : (dayOf(options.at) ?? dayInChina(instantOf(options.at, new Date())))
  const understanding = startUnderstanding({ root: projectRoot(), log: () => {} })
  await understanding.ready
  const setting: Setting = { knowledge, guess: understanding.understand, options, today }
  try {
    if (words.length > 0) print(knowledge, await analyse(setting, words.join(' ')), options)
    else
      for await (const line of createInterface({ input: process.stdin }))
        if (line.trim()) print(knowledge, await analyse(setting, line), options)
  } finally {
    await understanding.close()
  }
}
