// 科技型中小企业评价 worked out by hand, line by line from 国科发政〔2017〕115号: it knows nothing of the engine and is what
// the engine is compared with.

/** People in heads, money in fen, rights in numbers. */
export interface Firm {
  readonly tech: number
  readonly staff: number
  readonly rd: number
  readonly revenue: number
  readonly costs: number
  readonly class1: number
  readonly class2: number
}

export const WAN = 1_000_000

export function staffPoints({ tech, staff }: Firm): number {
  const share = (percent: number) => tech * 100 >= staff * percent
  if (share(30)) return 20
  if (share(25)) return 16
  if (share(20)) return 12
  if (share(15)) return 8
  return share(10) ? 4 : 0
}

export function rdPoints({ rd, revenue, costs }: Firm): number {
  const ofRevenue = (percent: number) => revenue > 0 && rd * 100 >= revenue * percent
  const ofCosts = (percent: number) => costs > 0 && rd * 100 >= costs * percent
  if (ofRevenue(6) || ofCosts(30)) return 50
  if (ofRevenue(5) || ofCosts(25)) return 40
  if (ofRevenue(4) || ofCosts(20)) return 30
  if (ofRevenue(3) || ofCosts(15)) return 20
  return ofRevenue(2) || ofCosts(10) ? 10 : 0
}

export function rightsPoints({ class1, class2 }: Firm): number {
  if (class1 >= 1) return 30
  return [0, 6, 12, 18, 24][Math.min(4, class2)] ?? 0
}
