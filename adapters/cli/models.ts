// `yinqi models`: which scorecards there are; `yinqi models ID`: one of them in full, every band with its points and source.

import { type Characteristic, type RatingModel, type Scoring, type Stage, UNITS_PER_POINT } from '#engine'
import { loadData } from '../files/load.ts'
import { InputFault } from './input.ts'
import { choose, conditionText, pointsText, type Showing, sourceLine, wordOf } from './model-text.ts'
import { print } from './print.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
}

const full = (hundredths: number): number => hundredths / UNITS_PER_POINT

function overview(at: Showing, model: RatingModel) {
  return {
    id: model.id,
    version: model.version,
    title: wordOf(at, model.title),
    summary: wordOf(at, model.summary),
    kind: model.kind,
    mark: model.source.mark,
    source: model.source,
    stages: model.stages?.list.length ?? 0,
    dimensions: model.dimensions.length,
    characteristics: model.characteristics.length,
    knockouts: model.knockouts.length,
    grades: model.grades?.list.map(grade => grade.id) ?? [],
  }
}

function rowsOf(at: Showing, scoring: Scoring) {
  return scoring.rows.map(row => ({
    points: { low: full(row.low), high: full(row.high) },
    text: pointsText(row),
    when: row.condition ? conditionText(at, row.condition) : choose(at, '其他情况', 'otherwise'),
  }))
}

/** The common table, and those of stages that score it their own way. */
function tablesOf(at: Showing, one: Characteristic, stages: readonly Stage[]) {
  const own = stages.flatMap(stage => {
    const scoring = one.byStage.get(stage.id)
    return scoring && !one.maxByStage.has(stage.id)
      ? [{ stage: wordOf(at, stage.title), rows: rowsOf(at, scoring) }]
      : []
  })
  return [...(one.score ? [{ stage: undefined, rows: rowsOf(at, one.score) }] : []), ...own]
}

function detail(at: Showing, model: RatingModel) {
  const stages = model.stages?.list ?? []
  const byStage = (values: ReadonlyMap<string, number>) =>
    Object.fromEntries([...values].map(([id, value]) => [id, full(value)]))
  return {
    ...overview(at, model),
    scope: conditionText(at, model.scope),
    stageList: stages.map(stage => ({ id: stage.id, title: wordOf(at, stage.title) })),
    stageBy: model.stages && wordOf(at, model.stages.of.title),
    blocks: model.dimensions.map(block => ({
      id: block.id,
      title: wordOf(at, block.title),
      max: full(block.max),
      maxByStage: byStage(block.byStage),
      source: block.source,
      parts: model.characteristics
        .filter(one => one.dimension === block.id)
        .map(one => ({
          id: one.id,
          title: wordOf(at, one.title),
          max: full(one.max),
          maxByStage: byStage(one.maxByStage),
          tables: tablesOf(at, one, stages),
          source: one.source,
        })),
    })),
    knockoutList: model.knockouts.map(({ id, title, when, effect, source }) => ({
      id,
      title: wordOf(at, title),
      when: conditionText(at, when),
      effect,
      source,
    })),
    gates: conditionText(at, model.gates),
    directPass: model.directPass && conditionText(at, model.directPass),
    pass: model.pass && {
      atLeast: typeof model.pass.atLeast === 'number' ? full(model.pass.atLeast) : model.pass.atLeast,
      source: model.pass.source,
    },
    gradeList: (model.grades?.list ?? []).map(grade => ({
      id: grade.id,
      title: wordOf(at, grade.title),
      atLeast: grade.atLeast === undefined ? undefined : full(grade.atLeast),
      when: grade.when && conditionText(at, grade.when),
      source: grade.source,
    })),
  }
}

type Detail = ReturnType<typeof detail>

function blockLines(at: Showing, { blocks }: Detail): string[] {
  const most = (max: number) => choose(at, `最高 ${max} 分`, `at most ${max} points`)
  return blocks.flatMap(block => [
    '',
    `${block.title}  ${most(block.max)}  ${sourceLine(block.source)}`,
    ...block.parts.flatMap(part => [
      `  ${part.title}  ${most(part.max)}  ${sourceLine(part.source)}`,
      ...part.tables.flatMap(table => [
        ...(table.stage ? [`    ${table.stage}`] : []),
        ...table.rows.map(row => `      ${row.text.padStart(6)}  ${row.when}`),
      ]),
    ]),
  ])
}

function detailText(at: Showing, one: Detail): string {
  const line = (zh: string, en: string, text: string | undefined) => (text ? [`${choose(at, zh, en)}  ${text}`] : [])
  const grades = one.gradeList.map(grade => {
    const from = [grade.atLeast === undefined ? '' : `≥ ${grade.atLeast}`, grade.when].filter(Boolean).join('，')
    return `  ${grade.title}${from ? `  ${from}` : ''}  ${sourceLine(grade.source)}`
  })
  return [
    `${one.title}  ${one.id} ${one.version}`,
    one.summary,
    ...line('依据', 'Source', sourceLine(one.source)),
    ...line('适用', 'For', one.scope),
    ...line('阶段', 'Stages', one.stageList.map(stage => stage.title).join('、')),
    ...line('必备条件', 'Gates', one.gates),
    ...line('直接通过', 'Direct pass', one.directPass),
    ...line('通过线', 'Pass mark', one.pass && `${one.pass.atLeast}  ${sourceLine(one.pass.source)}`),
    ...blockLines(at, one),
    ...(one.knockoutList.length > 0 ? ['', choose(at, '否决项', 'Knockouts')] : []),
    ...one.knockoutList.map(({ title, when, source }) => `  ${title}  ${when}  ${sourceLine(source)}`),
    ...(grades.length > 0 ? ['', choose(at, '等级', 'Grades'), ...grades] : []),
  ].join('\n')
}

function listText(at: Showing, models: readonly RatingModel[]): string {
  const width = Math.max(...models.map(model => model.id.length))
  return models
    .map(model => {
      const one = overview(at, model)
      const counts = choose(
        at,
        `${one.stages > 0 ? `${one.stages} 阶段 ` : ''}${one.dimensions} 维 ${one.characteristics} 项`,
        `${one.stages > 0 ? `${one.stages} stages, ` : ''}${one.dimensions} blocks, ${one.characteristics} items`,
      )
      return `${one.id.padEnd(width)}  ${one.version}  ${one.mark.padEnd(3)}  ${one.title}  ${counts}`
    })
    .join('\n')
}

/** `yinqi models [ID]` */
export function showModels(id: string | undefined, options: Options): void {
  const { knowledge, rulebook } = loadData()
  const at: Showing = { knowledge, language: options.english ? 'en' : 'zh' }
  const chosen = id === undefined ? [...rulebook.models.values()].flat() : (rulebook.models.get(id) ?? [])
  if (chosen.length === 0)
    throw new InputFault(`no model is called ${id}; there are: ${[...rulebook.models.keys()].join(', ')}`)
  if (id === undefined)
    print(
      options.json
        ? JSON.stringify(
            chosen.map(model => overview(at, model)),
            null,
            2,
          )
        : listText(at, chosen),
    )
  else {
    const details = chosen.map(model => detail(at, model))
    print(options.json ? JSON.stringify(details, null, 2) : details.map(one => detailText(at, one)).join('\n\n'))
  }
}
