// Trades told by a product that no list names, judged by its head; and products that are material, customer, tool or bought.
import { testKinds } from './kinds.ts'

const KINDS = {
  'what is made, by its head': `
我们做板栗剥壳机的，去年收入1200万 | company.industry manufacturing-equipment; finance.revenue_last_year 1200万
做血氧探头的小公司，25个人 | company.industry manufacturing-biomedicine; people.total 25
公司主要产品是电池铝壳清洗机 | company.industry manufacturing-equipment
搞窄带通信模块，发明3件 | company.industry manufacturing-electronics; ip.invention 3
研发盾构机上用的耐磨合金 | company.industry manufacturing-materials
专注于冷库巡检机器人 | company.industry manufacturing-equipment
我们做的是充电枪检测软件 | company.industry software
做烟气余热利用装置的，员工40人 | company.industry manufacturing-energy; people.total 40
生产动车座椅骨架的企业 | company.industry manufacturing-vehicles
做辣椒酱的，员工60人 | company.industry manufacturing-other; people.total 60
种羊肚菌带烘干，成立四年了 | company.industry agriculture; company.age 48个月
做建材检测服务的 | company.industry research-services
给比亚迪配套做铝支架 | company.industry manufacturing-vehicles; need.core_buyer yes
`,
  'a product alone': `
常州武进，腹腔镜穿刺导管，员工45人 | company.industry manufacturing-biomedicine; company.region 320412; people.total 45
绵阳的 火控雷达天线 去年收入800万 | company.industry manufacturing-electronics; company.region 510700; finance.revenue_last_year 800万
芜湖汽车尾灯模具，想贷300万 | company.industry manufacturing-equipment; company.region 340200; need.amount 300万
`,
  'material, customer, tool, bought, theirs': `
想买一台光纤切割机 | need.purpose equipment
研发设备都旧了 | 
我爸做农药的，我做仓储软件 | company.industry software
系统都上了，ERP和MES在跑 | rd.digital_level level3
招算法工程师挺难 | 
走外贸公司出去的 | 
我们给宁德时代做结构件 | need.core_buyer yes
没几家搞针织大圆机的，我们算一个 | company.industry manufacturing-equipment
还是种子期，团队7个人 | company.stage seed; people.total 7
我们主要给做光伏的厂家供货 | 
`,
  'sold on, served, left behind': `
我们不生产，就是代理日本轴承的 | company.industry wholesale
以前做五金，三年前转做储能柜了 | company.industry manufacturing-energy
我们有个客户做医疗器械，订单蛮大 | 
我在一家做芯片的公司上过班 | 
厂房租给一家做包装的了 | 
做无人配送车的自动驾驶软件 | company.industry software
股东里有个做房地产的 | 
`,
  'of two trades, asked about': `
搞核电水泵的嘞 | ? company.industry not-an-option
给水下机器人做飞控板 | ? company.industry not-an-option
车载显示屏，昆山 | ? company.industry not-an-option; company.region 320583
我们做MCU设计 | ? company.industry not-an-option
低压电容柜厂家 | ? company.industry not-an-option
做镁合金压铸件，50人 | ? company.industry not-an-option; people.total 50
rail bearings, Luoyang | ? company.industry not-an-option; company.region 410300
做汽车电子的，也做汽车内饰件 | company.industry manufacturing-vehicles
`,
  'a machine, whatever it is for': `
绍兴，锂电池叠片机，40人 | company.industry manufacturing-equipment; company.region 330600; people.total 40
做光伏玻璃深加工设备的嘞 | company.industry manufacturing-equipment
做疫苗灌装线 | company.industry manufacturing-equipment
做药品包装机 | company.industry manufacturing-equipment
汽车焊装生产线集成的 | company.industry manufacturing-equipment
做矿用通信设备 | company.industry manufacturing-electronics
做呼吸麻醉机 | company.industry manufacturing-biomedicine
做垃圾焚烧炉 | company.industry manufacturing-energy
冷藏车改装，驻马店 | company.industry manufacturing-vehicles; company.region 411700
we make beer filling equipment | company.industry manufacturing-equipment
`,
  'their trades, a tool, a street, a man': `
还欠着一家租赁公司的钱 |
主要是光伏客户放量 | 
产品卖到服装厂 | 
做油封给地铁用的 | company.industry manufacturing-equipment
都是贸易公司来包销的 | 
自己写的仓库管理系统在用 | 
找了个软件公司做小程序 | 
公司在传感器大道 | 
我是设计院出来的 | 
投资人是做芯片的 | 
机器也行，要200万 | need.amount 200万
领域属于八大领域里的先进制造与自动化 | company.hightech_field yes
抖音电商卖小家电的 | 
无人机飞防服务 | company.industry agriculture
做卫星通信终端 | company.industry manufacturing-electronics
产品主要用于光伏逆变器 | 
自主研发的激光雷达 | company.industry manufacturing-electronics
给物业公司写管理系统 | company.industry software
`,
  'served, recycled, raised': `
给三甲医院供手术耗材 | company.industry manufacturing-biomedicine
搞新能源车电池回收拆解 | company.industry manufacturing-energy
大棚种草莓，还做农旅 | company.industry agriculture
生产塑料托盘和周转箱的 | company.industry manufacturing-other
搞酒店布草洗涤 | 
做物业的SaaS系统 | company.industry software
我硕士毕业于南理工，学的机械 | people.founder_degree master
`,
}

testKinds(KINDS)
