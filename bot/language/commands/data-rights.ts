// Deletion and withdrawal of consent, recognised with care on both sides: the right must be easy to use, and nothing is
// deleted because of a denial (不要删), a question (会删吗) or another object (删一个专利). The bot confirms in any case.

const DELETE =
  /删除?|清除|清空|清掉|清理掉|清了|抹掉|抹去|抹除|销毁|移除|注销|销户|扔掉|丢掉|\b(?:erase|delete|remove|wipe|forget)\b|(?:want|need|like|have) (?:all )?(?:my|our) .{0,20}\b(?:deleted|erased|removed|wiped)\b/
const DATA =
  /资料|信息|数据|记录|档案|账[号户]|个人|内容|东西|痕|一切|全都?|所有|都|库|我的|录入|填的|\b(?:data|information|account|records?|everything|history|details|me)\b/
const DELETE_ALONE =
  /^(?:我要|我想|帮我|请|麻烦|立刻|马上|执行)*(?:注销|销户|删除|全?删(?:了|除|掉)?|删库)(?:吧|了|一下)?[。！!]?$/
const DO_NOT_KEEP =
  /(?:不要|别|不想|不许|不准|不让)(?:你们|再|让你们)?(?:保存|保留|存|留着?|留存|记录|存储)(?:了)?.{0,10}(?:资料|信息|数据|记录|东西|痕)|(?:资料|信息|数据|东西)(?:都)?(?:不要|别)(?:再)?(?:存|留|保存)|不想留痕|do(?:n't| not) (?:keep|store|save) (?:my|our|any)/
const NOT_A_DELETION =
  /(?:不|别|甭|没|没有|不要|不用|不必|先别|\bdon't|\bdo not|\bnot|\bnever)(?:想|要|能|急着|着急|帮我|给我|把.{0,8}|全部|再| ){0,2}(?:删|清[除空]|注销|抹|移除|delete|erase|remove|wipe)|误删|恢复|(?:会|会不会|会被|多久|多长时间|什么时候|何时|是否|自动|用完)[^，。]{0,8}(?:删|清除|注销)|删.{0,6}(?:会怎|影响|后果|还能)|公司注销|注销公司|注销(?:营业)?执照|专利|软著|失信|不良|逾期|征信记录|\b(?:will|does|when|how long)\b.{0,30}(?:deleted?|removed?|erased?)/
/** Talk about deleting that asks for none: on a condition, by somebody else, of another system, as what we make. */
const SPEAKS_OF_DELETION =
  /没(?:说|让|要|叫|请)[^，。]{0,6}删|不是[^，。]{0,4}(?:要|想|让)?[^，。]{0,2}删|谁(?:让|叫|把|给|删)|是不是[^，。]{0,8}删|被[^，。]{0,6}(?:删|清)|[删清][^，。]{0,8}(?:权限|能力|功能|流程|规定)|怎么没了|如果|要是|假如|万一|的话|等[^，。]{1,12}再|再删|到时候|(?:同事|朋友|别人|人家|他们?|她们?|老板|员工)[^，。]{0,4}(?:说|把|删)|旧系统|系统里|产品|软件|服务|业务|功能|按钮|屏幕|页面|写着|我们(?:公司)?(?:是|专)?做|公司(?:是|专)?做|征信上|\bif\b|\bwould\b|i'd (?:delete|remove)|\b(?:did|have|has|had|were|was) (?:you|they|it|my)\b|never asked|asked? (?:me|him|her|them) to|software|\bfeature\b|\bbutton\b|we (?:make|build|sell)/
/** 把利润那项删掉: one answer, which is a correction. */
const ONE_ANSWER = /那[项条个]|这[项条个]|上一?[条个]|刚才那|第[一二三四五六七八九十\d]+/
const RESTART_INSTEAD = /重填|重来|重新|再来|再填|重做|start over|从头/
const WITHDRAW =
  /(?:撤回|撤销|撤掉|收回|取消|终止|停止|作废|反悔|\brevoke|\bwithdraw|\bcancel)[^，。,.]{0,10}(?:授权|同意|许可|consent|authori[sz]ation|permission)|(?:授权|同意)[^，。,.]{0,6}(?:撤回|撤销|撤掉|收回|取消|作废|不算了)|不授权了|不再授权|不再同意/
const WITHDRAW_NOT =
  /(?:不|别|没|怎么|如何|能不能|能否|可以|随时|是否)[^，。,.]{0,6}(?:撤回|撤销|收回|取消|withdraw|revoke|cancel)|(?:吗|？|\?)$|^(?:can|how|may)\b/

const EXPORT =
  /^(?:我要|我想|请|帮我|麻烦|给我|把)*(?:导出|下载|打包|拷贝|复制)(?:一[份下])?(?:我们?的?|我司的?|公司的?|全部的?|所有的?|自己的?)*(?:资料|信息|数据|记录|档案)(?:给我|一份|下来|出来)*$|^(?:请)?把?(?:我们?的?|全部的?|所有的?)+(?:资料|信息|数据|记录|档案)(?:都|全部)?(?:导出|下载|打包|发我一份|给我一份)(?:来|下来|出来|给我|一份)*$|^(?:给我|发我|要)一份(?:我们?的?|全部的?|所有的?)+(?:资料|信息|数据|记录|档案)$|^(?:please )?(?:export|download|give me a copy of) (?:all )?(?:of )?(?:my|our) (?:data|information|records?|answers)$/

/** Whether a lower-cased text, without its polite end, asks for a copy of the company's own data. */
export function asksForExport(text: string): boolean {
  return EXPORT.test(text)
}

/** Whether a lower-cased text asks for its data to be deleted. */
export function asksForDeletion(text: string): boolean {
  if (NOT_A_DELETION.test(text) || SPEAKS_OF_DELETION.test(text) || RESTART_INSTEAD.test(text)) return false
  if (DO_NOT_KEEP.test(text) || DELETE_ALONE.test(text)) return true
  return DELETE.test(text) && DATA.test(text) && !ONE_ANSWER.test(text)
}

/** Whether a lower-cased text takes a consent back. */
export function withdrawsConsent(text: string): boolean {
  return WITHDRAW.test(text) && !WITHDRAW_NOT.test(text)
}
