// Whether a clause agrees and does nothing else. Every word of it must be one that an agreement is made of; a single other
// word (假装同意, 银行说要我同意, 同意多少条) leaves the clause open, and what is open is asked again.

const WORDS: readonly string[] = [
  '我代表(?:我们)?公司|我代表我司|我(?:们|方|司|公司|这边|本人|自己|个人)?|本公司|本人|咱们?|公司|企业|贵公司|老板就是我',
  '同意|授权书?|允许|准许|接受|愿意|认可|认同|答应|赞成|批准|签字|签署|签|可以|行|好的?|嗯|对|是的?|中|要得|得嘞|妥|没问题|确认|征得',
  '完全|当然|全部|全都|都|也|就|那么?|还是|必须|已经?|特此|非常|很|一切|点|这就|请|麻烦|现在|马上|尽快|无条件|继续',
  '以上|上述|上面|前述|这[个些份项]?|该|此|所有|全部|隐私|用户|服务|个人|条款|条件|协议|约定|内容|声明|政策|规则',
  '贵[方行司]|你们?|您们?|他们|它|银行|平台|机构|金融机构|担保公司|[工农中建交招]行',
  '查询|查|发送|发给|发过去|发|提交|使用|用|采集|收集|共享|调取|读取|处理|办理|办|给|把|将|向|对|在|和|及|与|进行|过去|出去',
  '企业征信|征信|税务|财务|工商|数据|信息|资料|报告|材料|情况|申请',
  '的|了|吧|啊|呀|哦|呢|哈|啦|嘛|嘞|呐|滴|一下|下',
  "\\b(?:i|we|i'm|we're|am|are|is|do|hereby|happy|glad|fully|totally|completely|yes|yeah|yep|ok|okay|sure|fine|all right|alright|of course|certainly|absolutely|please|agree|agreed|agreeing|consent|authori[sz]e|authori[sz]ed|accept|accepted|approve|allow|permission|permit|confirm|give|grant|you|my|our|your|the|this|that|these|those|to|with|it|them|bank|banks|data|information|terms|conditions|company|company's|go ahead|go|ahead|send|share|use|query|check|sharing|sending|have|read|on behalf of|for|of|now)\\b",
  '[ “”"\'、:：]',
]
const WORD = new RegExp(WORDS.join('|'), 'y')
const LENGTH_MAX = 48

/** Whether every word of a lower-case clause belongs to an agreement. Word by word, so the work grows with the length only. */
export function isPlainAssent(clause: string): boolean {
  if (clause === '' || clause.length > LENGTH_MAX) return false
  for (let at = 0; at < clause.length; at = WORD.lastIndex) {
    WORD.lastIndex = at
    if (!WORD.test(clause)) return false
  }
  return true
}
