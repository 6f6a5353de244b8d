// What the files look like that commands read, for `--help`; apart from their readers, which need not be loaded to say so.

/** The facts of one company. */
export const FILE_HELP = `
FILE is YAML or JSON: Chinese titles (or ids, see yinqi models) of facts as keys, values with their unit, for instance
  注册地: "420100"
  企业名称: 武汉中科锐择光电科技有限公司
  授权发明专利: 30 件
  去年营业收入: 3000 万元
  去年研发费用: 300 万元 ~ 400 万元
Unknown facts may be left out; the result is then a range.`

/** Many companies. */
export const TABLE_HELP = `

A table has fact ids or titles as its header, a unit in parentheses if the cells have none, and a company in every row:
  企业名称,注册地,去年营业收入（万元）,科技（研发）人员数
  武汉中科锐择光电科技有限公司,武汉市,3000,25
An empty cell is unknown. A row with a cell that cannot be read is not rated: the errors name it with its column and reason.`

/** Several companies with their facts. */
export const FIRMS_HELP = `
FIRMS is YAML or JSON: company names as keys, facts below each, for instance
  恒业阀门: { 注册地: "130400", 地方创新积分: 71, 去年营业收入: 3000 万元 }
  和赢科技: { 注册地: "130400", 地方创新积分: 58 }`
