// Answers to a choice that name an option and still leave it open: 小巨人在报, 以前是小巨人，掉了, 厂房抵押了, 在读博士. They are
// asked again rather than taken for the option they name.
import type { FactDefinition } from '#engine'
import type { Role } from '../roles.ts'
import { polarityOf } from '../scene/polarity.ts'
import { roleOf, type Scene } from '../scene/scene.ts'

/** Words that say of the option of a role that it is not, not yet or no longer had. */
const OPEN: Readonly<Partial<Record<Role, RegExp>>> = {
  founderDegree: /在读|(?:博士|硕士|研究生|本科|大学)[^，。]{0,3}(?:肄业|没[读念]完|退学)/,
  collateral:
    /按揭|(?<!没|没有|未|可以|能|想|愿意)(?:抵押|质押)(?:了|出去|掉|给)|已经?(?:抵押|质押)|押(?:出去|掉|着)|租的|租来|不(?:抵|押|让|拿|动)|个人/,
  specialised: /[市区县](?:级|里的?)/,
}

/** Whether the words from `start` to `end` name an option only to say that it does not hold for certain. */
export function leavesOpen(scene: Scene, fact: FactDefinition, start = 0, end = scene.masked.length): boolean {
  const role = roleOf(scene, fact)
  const words = scene.masked.slice(start, end)
  if (role !== undefined && OPEN[role]?.test(words) && !/[，,、]/.test(words.slice(0, -1))) return true
  const named = scene.signs.filter(
    sign =>
      sign.start >= start &&
      sign.end <= end &&
      sign.values.some(value => value.is === 'option' && value.fact.id === fact.id && value.option !== 'none'),
  )
  return named.length > 0 && named.every(sign => polarityOf(scene, sign.start, sign.end, fact) !== 'affirmed')
}
