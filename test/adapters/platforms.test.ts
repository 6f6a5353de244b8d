// Settings that fit nobody are refused before anything starts.
import { expect, test } from 'vitest'
import { ConfigFault, readConfig } from '../../adapters/config.ts'
import { loadData } from '../../adapters/files/load.ts'
import { assertDesksExist } from '../../adapters/platforms.ts'

const { knowledge } = loadData()
const config = (desk: string) =>
  readConfig({
    ROBOT_WECOM: `${desk}=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b2c3d`,
    PUBLIC_ORIGIN: 'https://bridge.example.cn',
  })

test('a robot for a desk that is not there refuses the start, and names it without its address', () => {
  expect(() => assertDesksExist(config('bank-of-jiangsu'), knowledge)).not.toThrow()
  expect(() => assertDesksExist(config('wuhan'), knowledge)).not.toThrow()
  const refused = () => assertDesksExist(config('no-such-bank'), knowledge)
  expect(refused).toThrow(ConfigFault)
  expect(refused).toThrow(/^(?=[\s\S]*ROBOT_WECOM: no desk is called no-such-bank)(?![\s\S]*0a1b2c3d)/)
})
