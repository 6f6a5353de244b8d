// Telegram keeps the contract of every platform, polled and called.
import { platformContract } from '../../contracts/platform.ts'
import { openBench } from './bench.ts'

for (const webhook of [false, true]) {
  platformContract({
    name: webhook ? 'Telegram by webhook' : 'Telegram by polling',
    platform: 'telegram',
    afterLostAnswer: 2,
    open: how => openBench(webhook, how),
  })
}
