// Invented cards and desks for the tests of the page: every kind of line, long and short, and texts that try to be markup.
import type { Card } from '#bot'
import type { DeskInfo } from '../../../adapters/web/server.ts'

export const DESKS: readonly DeskInfo[] = [
  {
    id: 'harbour-bank',
    title: { zh: '海港银行', en: 'Harbour Bank' },
    kind: 'institution',
    group: { zh: '银行', en: 'Banks' },
  },
  {
    id: 'river-bank',
    title: { zh: '江南农商行', en: 'River Rural Bank' },
    kind: 'institution',
    group: { zh: '银行', en: 'Banks' },
  },
  {
    id: 'city-guarantee',
    title: { zh: '市融资担保', en: 'City Guarantee' },
    kind: 'institution',
    group: { zh: '担保', en: 'Guarantees' },
  },
  {
    id: 'science-fund',
    title: { zh: '科创种子基金', en: 'Science Seed Fund' },
    kind: 'institution',
    group: { zh: '基金', en: 'Funds' },
  },
  { id: 'tax-team', title: { zh: '税务服务专班', en: 'Tax team' }, kind: 'team' },
  { id: 'talent-team', title: { zh: '人才服务专班', en: 'Talent team' }, kind: 'team' },
]

export const XSS = '<img src=x onerror="document.title=1"><script>alert(1)</script> & "引号" \u202eabc'

export const greeting: Card = {
  title: '您好，这里是银企桥',
  lines: [
    {
      kind: 'text',
      text: '几个问题之后，您会看到企业评级、适合的融资产品和可以申请的服务。大约三分钟，随时可以停下。',
    },
    { kind: 'text', text: '您的资料只用于测算；转给任何一家机构之前，都会先征得您的同意。' },
  ],
  note: '隐私说明 2026-11 版。随时可以说“删除资料”。',
}

export const question: Card = {
  title: '贵公司是高新技术企业吗？',
  lines: [{ kind: 'text', text: '证书在有效期内就算。不确定可以先跳过。' }],
  buttons: [
    [
      { text: '是', press: 'a:hightech:yes', style: 'primary' },
      { text: '不是', press: 'a:hightech:no' },
      { text: '正在申请', press: 'a:hightech:pending' },
    ],
    [
      { text: '为什么问', press: 'why:hightech' },
      { text: '跳过', press: 'skip:hightech' },
    ],
  ],
  note: '第 4 题，大约还有 6 题',
}

export const plan: Card = {
  title: '为您匹配到 3 项',
  lines: [
    { kind: 'field', label: '企业评级', value: 'B 级（72 分）' },
    { kind: 'field', label: '参考额度', value: '300–500 万元' },
    { kind: 'field', label: '综合年成本', value: '约 3.9%' },
    { kind: 'head', text: '组合方案' },
    {
      kind: 'item',
      text: '海港银行 · 创新积分贷（示意）',
      detail: '最高 500 万元，期限 12–36 个月；还差“上年营业收入”即可细算',
    },
    { kind: 'item', text: '市融资担保 · 科创担保', detail: '担保费率 0.5%，可叠加贴息' },
    { kind: 'item', text: '贷款贴息', detail: '按实际利息的 30% 申请' },
  ],
  buttons: [
    [{ text: '联系海港银行', press: 'lead:harbour-bank', style: 'primary' }],
    [
      { text: '为什么是这个评级', press: 'why:grade' },
      { text: '预约上门服务', press: 'visit' },
    ],
  ],
  note: '信息日期 2026-10-31。以银行审核为准。',
}

export const lead = (state: string): Card => ({
  title: `云谷精密（杭州）有限公司 · ${state}`,
  lines: [
    { kind: 'text', text: '企业已授权查看以下资料，用于授信评估。' },
    { kind: 'field', label: '意向产品', value: '创新积分贷（示意）' },
    { kind: 'field', label: '融资需求', value: '300 万元，24 个月' },
    { kind: 'field', label: '企业评级', value: 'B 级（72 分）' },
    { kind: 'field', label: '所属行业', value: '专用设备制造业' },
    { kind: 'field', label: '上年营业收入', value: '2,860 万元' },
    { kind: 'field', label: '研发费用占比', value: '8.4%' },
    { kind: 'head', text: '评级要点' },
    { kind: 'item', text: '发明专利 6 件，近三年新增 4 件' },
    { kind: 'item', text: '资产负债率 61%，高于同业', detail: '请重点了解短期借款的到期安排' },
  ],
  buttons:
    state === '待领取'
      ? [
          [
            { text: '领取', press: 'l:1:take', style: 'primary' },
            { text: '婉拒', press: 'l:1:refuse', style: 'danger' },
          ],
        ]
      : [
          [
            { text: '开始尽调', press: 'l:1:talk', style: 'primary' },
            { text: '已有意向', press: 'l:1:intent' },
            { text: '婉拒', press: 'l:1:refuse', style: 'danger' },
          ],
        ],
  note: '授权编号 C-0001，2026-11-21。请勿用于其他用途。',
})

export const words = (text: string): Card => ({ lines: [{ kind: 'text', text }] })
export const quoted = (who: string, text: string): Card => ({ lines: [{ kind: 'quote', who, text }] })
