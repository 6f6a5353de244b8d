// Slack keeps the contract of every platform, over HTTP and over a socket.
import { platformContract } from '../../contracts/platform.ts'
import { openBench } from './bench.ts'

for (const bySocket of [false, true]) {
  platformContract({
    name: bySocket ? 'Slack by Socket Mode' : 'Slack over HTTP',
    platform: 'slack',
    afterLostAnswer: 1,
    open: how => openBench(bySocket, how),
  })
}
