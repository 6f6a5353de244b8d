// The names of provinces, cities and districts, full and short, made ready for searching. The list itself is data passed in.
import { buildTrie, type Trie } from './trie.ts'

export interface RegionEntry {
  readonly code: string
  readonly name: string
}

export interface Place {
  readonly code: string
  /** the official name rather than the short one: 滨江区, not 滨江 */
  readonly full: boolean
}

export interface Gazetteer {
  readonly names: Trie<Place>
  /** names in Latin letters of the places foreigners write about */
  readonly latin: Trie<Place>
  readonly nameOf: ReadonlyMap<string, string>
}

export type Level = 'province' | 'city' | 'district'
export const levelOf = (code: string): Level =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'district'

/** Whether the first code lies inside the second; a code does not lie inside itself. */
export function isInside(code: string, whole: string): boolean {
  if (code === whole) return false
  if (levelOf(whole) === 'province') return code.startsWith(whole.slice(0, 2))
  return levelOf(whole) === 'city' && levelOf(code) === 'district' && code.startsWith(whole.slice(0, 4))
}

const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各'
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族|(?<!内)蒙古|维吾尔|壮族|回族)*自治[区州县旗]$`)
const PLAIN = /(?:特别行政区|省|市|地区|盟|新区|区|县|旗|林区)$/
/** Entries that are no places, and official names that are ordinary words. */
const NOT_PLACES = /直辖县级行政区划|^县$/
const ORDINARY = new Set(['城区', '郊区', '矿区', '东区', '西区', '新城区', '新市区'])
/** Short names that are ordinary words too; only their full names are places. */
const ORDINARY_SHORT = new Set(
  '合作 资源 通道 大方 平安 前进 东风 友谊 和平 光明 高明 互助 民权 安定 长安 新华 向阳 青山 新城 建华 城关 城中 海港 港口 新建 新市 大厂 公安 富裕 友好 长子 解放 红旗 大名 复兴 振兴 会同 共和 方正 凤凰 中方 兴业 工农 前锋 洞口 老城 元宝'.split(
    ' ',
  ),
)
const SHORT_MIN = 2

/** 滨江区 → 滨江, 恩施土家族苗族自治州 → 恩施; undefined when too little would be left. */
export function shortName(name: string): string | undefined {
  const short = name.replace(AUTONOMOUS, '').replace(PLAIN, '')
  return short.length >= SHORT_MIN && short !== name ? short : undefined
}

/** Chinese names of places that are written in Latin letters. */
const LATIN: Readonly<Record<string, string>> = {
  beijing: '北京市',
  shanghai: '上海市',
  tianjin: '天津市',
  chongqing: '重庆市',
  hangzhou: '杭州市',
  nanshan: '南山区',
  futian: '福田区',
  longgang: '龙岗区',
  baoan: '宝安区',
  "bao'an": '宝安区',
  pudong: '浦东新区',
  minhang: '闵行区',
  songjiang: '松江区',
  jiading: '嘉定区',
  haidian: '海淀区',
  yuhang: '余杭区',
  xiaoshan: '萧山区',
  yinzhou: '鄞州区',
  tianhe: '天河区',
  ningbo: '宁波市',
  shaoxing: '绍兴市',
  jinhua: '金华市',
  huzhou: '湖州市',
  quzhou: '衢州市',
  lishui: '丽水市',
  zhoushan: '舟山市',
  yiwu: '义乌市',
  cixi: '慈溪市',
  yuyao: '余姚市',
  haining: '海宁市',
  nantong: '南通市',
  yangzhou: '扬州市',
  zhenjiang: '镇江市',
  xuzhou: '徐州市',
  yancheng: '盐城市',
  lianyungang: '连云港市',
  changshu: '常熟市',
  taicang: '太仓市',
  jiangyin: '江阴市',
  zhangjiagang: '张家港市',
  zhongshan: '中山市',
  huizhou: '惠州市',
  jiangmen: '江门市',
  shantou: '汕头市',
  zhaoqing: '肇庆市',
  fuzhou: '福州市',
  putian: '莆田市',
  zhangzhou: '漳州市',
  weifang: '潍坊市',
  zibo: '淄博市',
  linyi: '临沂市',
  weihai: '威海市',
  jining: '济宁市',
  luoyang: '洛阳市',
  baoding: '保定市',
  tangshan: '唐山市',
  langfang: '廊坊市',
  mianyang: '绵阳市',
  wuhu: '芜湖市',
  bengbu: '蚌埠市',
  nanning: '南宁市',
  guilin: '桂林市',
  liuzhou: '柳州市',
  haikou: '海口市',
  lanzhou: '兰州市',
  yinchuan: '银川市',
  xining: '西宁市',
  urumqi: '乌鲁木齐市',
  hohhot: '呼和浩特市',
  baotou: '包头市',
  changchun: '长春市',
  zunyi: '遵义市',
  yichang: '宜昌市',
  xiangyang: '襄阳市',
  zhuzhou: '株洲市',
  xiangtan: '湘潭市',
  ganzhou: '赣州市',
  jiujiang: '九江市',
  wenzhou: '温州市',
  jiaxing: '嘉兴市',
  nanjing: '南京市',
  suzhou: '苏州市',
  wuxi: '无锡市',
  changzhou: '常州市',
  kunshan: '昆山市',
  shenzhen: '深圳市',
  guangzhou: '广州市',
  dongguan: '东莞市',
  foshan: '佛山市',
  zhuhai: '珠海市',
  wuhan: '武汉市',
  changsha: '长沙市',
  zhengzhou: '郑州市',
  nanchang: '南昌市',
  hefei: '合肥市',
  jinan: '济南市',
  qingdao: '青岛市',
  yantai: '烟台市',
  taiyuan: '太原市',
  handan: '邯郸市',
  shijiazhuang: '石家庄市',
  xian: '西安市',
  "xi'an": '西安市',
  chengdu: '成都市',
  kunming: '昆明市',
  guiyang: '贵阳市',
  xiamen: '厦门市',
  quanzhou: '泉州市',
  jinjiang: '晋江市',
  shenyang: '沈阳市',
  dalian: '大连市',
  harbin: '哈尔滨市',
  binjiang: '滨江区',
  zhejiang: '浙江省',
  jiangsu: '江苏省',
  shandong: '山东省',
  shanxi: '山西省',
  guangdong: '广东省',
  fujian: '福建省',
  hubei: '湖北省',
  hunan: '湖南省',
  hebei: '河北省',
  henan: '河南省',
  anhui: '安徽省',
  sichuan: '四川省',
}

/** Large cities outshine districts elsewhere that share their short name: 西安 is not 西安区. */
export const LARGE_CITIES: ReadonlySet<string> = new Set(Object.values(LATIN).filter(name => name.endsWith('市')))

/** Compiles the list once. */
export function buildGazetteer(regions: readonly RegionEntry[]): Gazetteer {
  const places = regions.filter(entry => !NOT_PLACES.test(entry.name))
  const provinces = new Set(places.filter(entry => levelOf(entry.code) === 'province').map(entry => entry.name))
  // 北京市 stands in the list as a province and as its only city: the province speaks for both
  const own = places.filter(entry => !(levelOf(entry.code) === 'city' && provinces.has(entry.name)))
  const entries: [string, Place][] = []
  const latin: [string, Place][] = []
  for (const { code, name } of own) {
    if (!ORDINARY.has(name)) entries.push([name, { code, full: true }])
    const short = shortName(name)
    if (short !== undefined && !ORDINARY_SHORT.has(short)) entries.push([short, { code, full: false }])
    for (const [word, chinese] of Object.entries(LATIN)) if (chinese === name) latin.push([word, { code, full: false }])
  }
  return {
    names: buildTrie(entries),
    latin: buildTrie(latin),
    nameOf: new Map(own.map(entry => [entry.code, entry.name])),
  }
}
