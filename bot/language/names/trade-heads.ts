// Which industry a product belongs to by how its name is built: Chinese puts the head last, so 锂电池设备 are machines and
// 医用导管 are devices, whether or not a list names them. Rules in order; the first that fits decides. Where a product stands
// between two industries (船用阀门, 飞控), both are named, and the owner is asked.

/** Where the name of a product ends: 做阀门的, 阀门厂, 阀门 2019 年. */
export const PRODUCT_END =
  '(?=[的滴]?[嘞咧哈嘛呀啊哦噢哒哩咯额个]?(?:$|[，。；、,;!！?？~（( ])|的(?:在|有|去年|我|员工|想|[今前]年|刚|这|，|小?公司|小?企业|小?厂|团队|工厂|人)|(?:小?公司|小?企业|厂家?|工厂|厂商|生产商|制造商)(?:$|[，。；的 ])|员工|去年|前年|今年|[12]\\d年|\\d+个?人)'

interface HeadRule {
  readonly option: string
  /** the words of the product, from its first to its last */
  readonly says: RegExp
  /** not with these words in it */
  readonly unless?: RegExp
}

/** What goods of vehicles, ships and aircraft are called by. */
const VEHICLE =
  '汽车|海工|海洋工程|车载|车用|乘用车|商用车|卡车|客车|新能源车|电动车|摩托|汽摩|高铁|动车|地铁|轨道|轨交|列车|机车|铁路|船用|船舶|舰船|航空|航天|飞机|机载|星载|箭载|卫星|火箭|无人机|无人船|飞行器|evtol|低空'
const MEDICAL =
  '医用|医疗|医美|兽用|动物疫|手术|介入|植入|骨科|骨钉|骨板|接骨|髓内钉|椎间|牙科|齿科|口腔|眼科|心脏|心血管|心电|脑电|脑机|神经刺激|血[管糖压氧液]|透析|麻醉|呼吸机|制氧|雾化器|监护|康复|理疗|艾灸|中医|护理床|轮椅|内窥镜|内镜|b超|彩超|超声(?!波)|放疗|质子治疗|核磁|磁共振|ct(?:设备|机|球管|探测器)|dr设备|医学影像|影像设备|诊断|试剂|试纸|疫苗|抗体|蛋白|细胞|干细胞|基因|生化分析|起搏器|poct|酶制剂|核酸|双抗|单抗|adc|mrna|car-?t|病毒载体|靶向|(?<!农)药(?!材|店|机|水瓶|妆|剂|房)|配药|胰岛素|导管|导尿|缝合|止血|敷料|假肢|义齿|种植[体牙]|矫[治正正]|助听|人工关节|人工晶体|角膜|隐形眼镜|培养基|同位素|核医|益生菌|胶原|透明质酸|玻尿酸|采血|注射器|留置针|输液|多肽|微流控|类器官|器官芯片|特医|保健[品食]|试管|口罩|防护服'
const CLEAN =
  '污水|废水|中水|水处理|净水|废气|尾气|烟气|除尘|脱硫|脱硝|voc|垃圾|固废|危废|污泥|环保|储能|节能|制氢|储氢|加氢|氢能?|电解水|充电|换电|沼气|生物质|海水淡化|余热|rto|rco|餐厨|厨余|碳捕'

/** Goods whose last sound would mislead. */
const NAMED: readonly HeadRule[] = [
  {
    option: 'manufacturing-electronics',
    says: /(?:车载|车规级?|汽车|车用)[^，]{0,5}(?:雷达|芯片|传感器?|mcu)$/,
  },
  {
    option: 'manufacturing-equipment',
    says: /机器人[^，]{0,6}(?:关节|模组|本体|夹爪|零部件|配件|电机|减速器)$|(?:作业|升降|光学|试验|钻井)平台$|3d打印(?:机|设备)$|(?:制药|药品|医药|药用|胶囊|药瓶)[^，]{0,4}(?:设备|装备|机械?|[产装]线|生产线)$|药机$|口罩机$|熔喷线$|(?:产线|设备|自动化)集成$|(?:焊装|涂装|生产|加工|灌装|包装|制造|压片|制粒|封口|贴标|分装|组装|装配|焊接|涂布|编织|注塑|成型|挤出|卷绕|叠片|装备)(?:自动|智能|自动化)?(?:[产装]?线|生产线|流水线|机组?|机械|设备|装备)(?:集成)?$|\b(?:machine(?:ry|s)?|equipment|production lines?)$/,
    unless:
      /\b(?:medical|diagnostic|environmental|water|wastewater|railway|rail|ship|network|communications?|telecom|solar|energy)\b/,
  },
  {
    option: 'manufacturing-other',
    says: /(?:吹风|豆浆|洗衣|咖啡|榨汁|扫地|洗碗|破壁|料理|洗地|吸尘|油烟|饮水|面包|按摩|美容|剃须|麻将|打火)(?:机|器|器?仪)$|(?:电饭|电炖|高压|不粘|炒|汤)[锅煲]$|洗[^，]{0,2}液$|面膜$|(?:日用|工艺|艺术|生活)陶瓷$|杯$|(?:五金|塑料|塑胶|注塑|木|竹|纸|皮革|不锈钢)[^，机设模]{0,3}(?:件|制品|用品)$|注塑加工$/,
    unless: new RegExp(`${VEHICLE}|${MEDICAL}`),
  },
  {
    option: 'manufacturing-electronics',
    says: /(?:(?<!飞|司|商|专|投|有)手机|耳机|收银机|考勤机|广告机|手持终端|pda|平板电脑|电脑|pos机|对讲机|打印机|投影机|投影仪|学习机|翻译机|一体机|交换机|摄像机|照相机|相机|机顶盒|工控机|收音机|点读机|录音笔)(?:结构件|配件|外壳|壳|屏|主板)?$|(?:vr|ar|智能|xr)眼镜$|(?:电子|rfid)标签$|(?:iot|物联网)(?:硬件|设备|终端|盒子|采集盒子|采集器)$|(?:传感|探头)$|电子陶瓷件?$|打印耗材$|(?:可穿戴|穿戴|安防|监控|通[信讯]|网络|广播|对讲|导航|音视频|安检|物联网|iot)设备$|投影光机$|单片机$|led(?:照明|灯具|路灯)$|散热(?:模组|器|片)$/,
    unless: new RegExp(`${VEHICLE}|${MEDICAL}|3d`),
  },
  {
    option: 'manufacturing-materials',
    says: /3d打印(?:粉末?|材料|耗材)$|(?:[铝钢铜镁钛]|型材|玻璃|石材|石英|金属|塑料|橡胶|合金)[^，]{0,4}深加工$|(?:光学|离型|保护|功能|质子交换|反渗透|pi|pet|bopp|包装|农)膜$|碳化硅(?:衬底|粉)$/,
    unless: new RegExp(MEDICAL),
  },
]

const RECYCLED: HeadRule = {
  option: 'manufacturing-energy',
  says: /电池[^，]{0,4}(?:回收|拆解|梯次利用)+$/,
}

const SERVICES: readonly HeadRule[] = [
  {
    option: 'information-transmission',
    says: /(?:idc|数据中心)(?:机房|运营|租赁|托管|业务)*$|云主机(?:租赁)?$|宽带(?:接入)?$|互联网接入$|增值电信(?:业务)?$|cdn(?:加速)?$|短信(?:平台|服务)$/,
  },
  {
    option: 'software',
    says: /(?:软件|软硬件|saas|app|小程序|程序|算法|大模型|中台|erp|mes|wms|crm|scada|his|lis|pacs|电子病历|数据库|操作系统|中间件|(?<!接)插件|网站|信创|低代码|rpa|数字人|数字孪生|三维可视化|云安全|网络安全|数据安全|信息安全|网安|游戏|手游|数据治理|数据标注|数据处理|数据分析|知识图谱|人工智能|ai)(?:开发|外包|定制|产品|服务|应用|建设|系统|平台|解决方案|研发)*$|(?:管理|溯源|追溯|调度|收银|财务|风控|信息|监管|预警|办公|教学|排产|仿真|推荐|舆情|计费|票务|点餐|支付|识别|质检|决策|客服|医院信息|教务|排课|财税|库存|订单|预约|oa|mes|erp|wms|his)系统$|(?:智慧[一-龥]{2,4}|数字(?:政府|乡村|工厂|城市|文旅|展厅|内容|农业|人))(?:平台|系统)?$|(?<!服务|示范)平台$|(?:it|系统|信息系统)(?:运维|集成|外包|服务)(?:服务)?$|(?:工具链|eda工具|开发工具)$/,
    unless: /(?:智慧|数字)[^，]{0,3}(?:灯|屏|硬件|设备|终端|仪表?|电源|水表|机)|(?:电池|热)管理系统/,
  },
  {
    option: 'research-services',
    says: /(?:检测|检验|校准|认证|测绘|勘察|勘测|设计|技术|测序|研发|实验|试验|监测|评价|技术转移|科研|核查|动物实验|无损检测|cro|cdmo|临床)(?:外包)?服务$|(?:第三方|环境|食品|计量|产品|建材|水质|特种设备|检验|药物|临床|医药)(?:检测|检验|校准|cro|研发外包)$|检测(?:机构|认证|实验室|中心)$|(?:cro|cdmo|cmo)$|(?:设计|勘察|研究)院$|(?:工程|建筑|工业|产品|结构)设计$|监理$|知识产权代理$|碳核查$/,
  },
  {
    option: 'wholesale',
    says: /(?:贸易|批发|经销|分销|代理|进出口|外贸)$|^倒[^，]{1,4}$/,
    unless: /软件|平台|知识产权|货代/,
  },
  {
    option: 'retail',
    says: /带货$|零售$|(?:便利|淘宝|天猫|抖音|京东|4s|专卖|亚马逊|连锁|网)店铺?$|(?:生鲜)?超市$/,
  },
  { option: 'agriculture', says: /(?:植保|飞防|农机|农技)[^，]{0,2}服务$/ },
  { option: 'transport', says: /(?:物流|货运|运输|货代|配送|车队)$/ },
  {
    option: 'construction',
    says: /(?:安装|装修|装饰|幕墙|弱电|强电|消防|机电|防水|绿化|市政|钢结构|净化|智能化|光伏|土建|路桥|亮化|防腐|水利|暖通|安防|园林)(?:工程|施工)$|(?:光伏|风电|储能)(?:安装|epc)$|epc$|施工$/,
  },
  {
    option: 'leasing-business',
    says: /(?<!idc|机房|服务器)租赁$|代账$|代理记账$|劳务派遣$|人力资源$|(?:保安|财税)服务$/,
  },
]

const MANUFACTURES: readonly HeadRule[] = [
  {
    option: 'manufacturing-biomedicine',
    says: new RegExp(MEDICAL),
    unless:
      /(?:(?<!医用|医疗|药品)包装|玻璃|塑料|印刷|服装|冷链|物流|种植|养殖|洁净|净化|机械|模具|(?<!微流控|器官)芯片|[棒板管丝线]材)$|中间体|药材|(?:鸡|食用|大豆|植物|乳清)蛋白|细胞机|(?:故障|节能)诊断/,
  },
  {
    option: 'manufacturing-vehicles',
    says: new RegExp(VEHICLE),
    unless:
      /(?:软件|检测|模具|试验机|测试台|(?<!船用|海工|铁路|轨道|交通|轨交|高铁|机载|航空|船舶)设备|产线|生产线|机器人|芯片|雷达|材料|漆|涂料|胶|膜|铝|钢|板材|玻璃贴|销售|维修|美容|用品|改装店|贸易|4s|服务|培训|数据|仪|桩|塑料|充电[桩站]?(?:运营)?|测绘|遥感|导航|通信|检查井)$|轨道灯|卫星(?:定位|遥感|导航|通信)/,
  },
  {
    option: 'manufacturing-vehicles',
    says: /(?:刹车|制动|减震器|车灯|轮毂|方向盘|转向器|转向节|安全气囊|保险杠|排气管|变速箱|传动轴|车桥|底盘|车身|座椅骨架|电驱|三电|电机控制器|(?:热管理|(?<!家)电控)(?:系统)?|电池(?:托盘|结构件|盒|箱体)|一体化压铸)[^，]{0,4}$|(?:半?挂|专用|环卫|消防|冷藏|油罐|房|公交|观光|三轮|自行|高尔夫球|无人|改装|搅拌|救援|冷链)车(?:辆|配件|改装)?$|车辆?改装$|(?:飞控|受电弓|屏蔽门|游艇|轮船|渔船)$/,
    unless: /(?:软件|设备|机|模具|材料|清洗剂|液)$|儿童/,
  },
  {
    option: 'manufacturing-energy',
    says: new RegExp(
      `(?:${CLEAN})[^，]{0,6}(?:设备|装置|装备|系统|机|炉|锅炉|柜|瓶|桩|枪|堆|站|器|模块|膜组件|治理|处理|利用|处置|成套|一体机|工艺包)$`,
    ),
    unless: /充电(?:器|宝|线)$|节能灯|空气净化器|充电机$/,
  },
  {
    option: 'manufacturing-energy',
    says: /(?:电池|电芯|极耳|pack|电池包|bms|pcs|变流器|逆变器|光伏组件|光伏支架|电池片|太阳能[^，]{0,4}|(?:风机|风电)(?:叶片|塔筒|主轴|轮毂)|电堆|电解槽|储能|充电桩(?:运营)?|热泵|膜组件|风电|光伏|氢能|地热|除尘|脱硫|脱硝|电池管理系统|电池回收)$/,
  },
  {
    option: 'manufacturing-electronics',
    says: /(?:芯片|模组|传感器|传感|探头|探测器|雷达|天线|电路|线路板|电路板|主板|板卡|核心板|控制板|控制器|网关|终端|盒子|采集器|路由器|基站|摄像头|镜头|显示屏|触摸屏|液晶屏|屏|背光源?|led|灯珠|连接器|接插件|端子|线束|排线|电源|适配器|充电器|充电宝|[快充]充头|充电头|继电器|电容|电感|电阻|晶振|滤波器|[二三]极管|igbt|mos管?|晶圆|外延片?|器件|光模块|光纤|光缆|光通信|激光器|耳机|音箱|音响|麦克风|硅麦|扬声器|手环|手表|扫[描码]枪|智能(?:门)?锁|门禁|读写器|陀螺仪|惯导|加速度计|fpc|pcba?|smt|贴片|miniled|mini led|oled|光学|服务器|智能硬件|安防|热像仪|电子|秤|元件|元器件|电子件|半导体|智能家居|智能开关|遥控器|数据线|转接头|插头|插座|存储|硬盘|板子|道闸|智能卡|保护板|芯体|电表|(?:雷达|射频|微波|光学|天线|红外|电子)组件|电子烟|蓝牙|模块)(?:封装|加工|代工|封测|封装测试|设计|整机|外壳)?$/,
  },
  {
    option: 'manufacturing-other',
    says: /(?:食品|饮料|饼干|糖果|零食|面条|挂面|米粉|螺蛳粉|水饺|丸子|调料|调味[料品]|底料|酱|酱油|肉制品|豆制品|乳制品|罐头|坚果|炒货|糕点|面包|白酒|黄酒|啤酒|果酒|饲料|家具|沙发|床垫|家居|服装|童装|[女男]装|内衣|工装裤|衣服|鞋|鞋子|袜子|帽子|手套|箱包|皮具|包包|面料|布料|家纺|毛巾|窗帘|地毯|玩具|文具|灯具|照明|台灯|灯饰|路灯|卫浴|洁具|水龙头|马桶|厨具|餐具|锅具|刀剪|纸箱|纸盒|(?<!半导体|芯片|先进)包装|包装[盒袋]|塑料袋|瓶|瓶盖|拉链|纽扣|五金|锁具?|合页|门窗|木门|橱柜|衣柜|地板|吊顶|集成灶|化妆品|护肤品|日化|牙膏|纸巾|湿巾|卫生巾|纸尿裤|印刷|彩印|印染|用品|饰品|珠宝|首饰|工艺品|眼镜|镜架|(?<!光学)镜片|器皿|雨伞|家电|风扇|热水器|冰箱|空调扇|燃气灶|(?<!除尘布|滤)袋子?|宠物粮|深加工|托盘|周转箱|鱼竿|钓具|渔具|帐篷|乐器|钢琴|吉他|假发|蜡烛|香薰|茶叶加工|(?:水产|海参|农产品|大米|粮食|肉类|果蔬|竹木)加工)$/,
  },
  {
    option: 'manufacturing-materials',
    says: /(?:材料|化工|中间体|化学品|助剂|[^试制洗针]剂|塑料|塑料?粒子|树脂|涂料|漆|油墨|胶水?|热熔胶|(?<!面)膜|粉体?|粉末|合金|[铝铜钛镁镍锌锡](?:材|箔|板|杆|排|带|丝|棒)?|[特型管板]?钢|钢[管材丝板带](?:绳)?|保温板|铝?模板|夹芯板|胶合板|密度板|防火板|板材|管材|管道|型材|棒材|线材|带材|靶材|磁材|磁钢|磁铁|钕铁硼|橡胶(?:圈|制品|件)?|硅胶(?:制品)?|密封圈|玻璃|陶瓷|玻纤布?|纤维|碳纤维|芳纶|涤纶|氨纶|无纺布|熔喷布|石墨|石墨烯|气凝胶|母粒|发泡|泡棉|海绵|衬底|基板|硅片|单晶硅|蓝宝石|隔膜|电解液|[正负]极(?:材料)?|磷酸铁锂|碳酸锂|气体|硫酸|双氧水|溶剂|药水|水泥|混凝土|砂浆|银浆|浆料|电解质|锂盐|耐材|岩棉|石英砂?|金刚石|钻石|电镀|阳极氧化|氧化铝|氧化锆|农药|化肥|有机肥|复合肥|肥料|染料|颜料|香精|香料|钛白粉|炭黑|白炭黑|活性炭|分子筛|焊丝|焊材|锡膏|玻璃钢|卷材|石膏板|石墨化|冶金|铝加工|铜加工)(?:加工|回收|制品|件)?$/,
    unless: /(?:面|米|淀|奶|藕|豆|蛳|爽身)粉$/,
  },
  {
    option: 'manufacturing-equipment',
    says: /(?:设备|装备|机械|机床|机器人|机械[手臂]|夹爪|(?<![手司飞主耳时商有无专投样])机(?:组|芯|头|配件|零件|零部件)?|仪器?|仪表|[量位度压力频]计|测距仪|变送器|[水气热]表|泵|阀|阀门|轴承座?|齿轮箱?|减速[器机]|模具|夹具|治具|检具|刀具|刀片|量具|钻头|铣刀|砂轮|铸件|锻件|钣金件?|冲压件?|压铸件?|机加工?|机加件|精密加工|精密件|结构件|零件|零部件|零配件|紧固件|螺丝|螺栓|螺母|弹簧|法兰|管件|油缸|气缸|电机|马达|伺服|压缩机|锅炉|炉|釜|储罐|容器|变压器|电抗器|互感器|绝缘子|开关柜?|配电[柜箱]|控制柜|机柜|机箱|断路器|电缆|电线|母线槽?|桥架|电器|电气|变频器|plc|自动化|[产线组装输送分拣装配流水]线|产线|流水线|工装|加工中心|[车磨铣冲镗刨钻锯拉]床|机器|钻具|锯片|主轴|丝[杠杆]|导轨|链条|链轮|联轴器|密封件|油封|换热器|冷却塔|过滤器|电梯|扶梯|叉车|agv|amr|起重机|行车|葫芦|升降台|吊挂系统|立体车库|立体仓库|灭火器|电动工具|工具|农机|横机|经编机|配件|工控|数控|激光|焊接|热处理|表面处理|喷涂)(?:研发|加工|配套|维修)?$/,
    unless: /手机|电脑|食品|家[电具]|服装/,
  },
  {
    option: 'agriculture',
    says: /^(?:种|养)(?!生|老|护|子|类|业|成|活)[^，设机备饲]{1,5}$|(?:种植|养殖|育苗|育种|制种|种子|种苗|种业|苗木|花卉|果园|茶园|大棚|林下经济|养蜂)$/,
  },
]

/** 挖掘机斗齿: a part of a machine. */
const OF_A_MACHINE: HeadRule = {
  option: 'manufacturing-equipment',
  says: /(?<![手司飞主耳时商有无专投样危契动转])机(?!器|构|会|制|票|油|密|遇|关|场|电)[^也都还就行可以能了不没有是在的]{2,3}$/,
  unless: /(?:软件|服务|平台|系统|芯片|代理|贸易|租赁|出租|维修|销售|[一二三四五六七八九十两几]台)$/,
}

const ORDERED = /(?:代工|贴牌|oem|odm|定制|外贸|出口|批量生产)$/
const RULES: readonly HeadRule[] = [RECYCLED, ...NAMED, ...SERVICES, ...MANUFACTURES, OF_A_MACHINE]

/** Parts that any machine has. */
const PARTS =
  '(?:阀门?|[水油气]?泵|轴承座?|电机|马达|压缩机|液压件|密封件|紧固件|铸件|锻件|法兰|管件|弹簧|齿轮箱?|换热器|减速[机器]|电缆|油缸|储罐|变压器)'

interface OpenRule {
  /** the likelier first: it is taken where the trade was asked for */
  readonly options: readonly [likelier: string, other: string]
  readonly says: RegExp
}

/** Goods whose words leave two trades open: a machine's part or a ship's, a medical device or a machine. */
const OPEN: readonly OpenRule[] = [
  {
    options: ['manufacturing-vehicles', 'manufacturing-equipment'],
    says: new RegExp(
      `(?:船用|船舶|舰船|海工|高铁|动车|地铁|轨道交通|轨交|机车|铁路|航空|航天|无人机)[^，]{0,4}${PARTS}$|\\b(?:ship|marine|naval|railway|rail) (?:valves?|pumps?|bearings?|engines?)$`,
    ),
  },
  {
    options: ['manufacturing-vehicles', 'manufacturing-electronics'],
    says: /飞控(?:系统|板|器|模块)?$|(?:汽车|车载|车用|车规级?)[^，]{0,3}(?:电子|摄像头|显示屏|屏|终端|模组|连接器|天线|电源|充电机|控制器|仪表|音响)(?:件|元?器?件|产品)?$|(?:无人机|卫星(?!通信|导航|定位)|火箭|机载|星载|箭载)[^，]{0,4}(?:电子|终端|载荷|模块|图传|云台|部件)$|\b(?:flight control(?:ler)?s?(?: systems?)?|(?:automotive|auto|car|vehicle) electronics)$/,
  },
  {
    options: ['manufacturing-vehicles', 'manufacturing-energy'],
    says: /电池(?:包|模组|组)?[^，]{0,2}(?:结构件|壳体?|[铝钢]壳|盖板|端板|箱体|外壳|盒)$|(?:船舶|船用|车用|汽车|柴油机|机车)[^，]{0,4}(?:脱硫|脱硝|尾气|废气|净化)[^，]{0,4}$/,
  },
  {
    options: ['manufacturing-energy', 'manufacturing-electronics'],
    says: /(?:bms|电池管理(?:系统|板|模块)|电池管理)$|\bbattery management(?: systems?)?$/,
  },
  {
    options: ['manufacturing-electronics', 'software'],
    says: /(?:芯片|集成电路|\bic|mcu|soc|asic|fpga)的?(?:设计|方案)$|\bfabless\b|\b(?:chip|ic) design(?: (?:house|company|firm))?$/,
  },
  {
    options: ['manufacturing-electronics', 'software'],
    says: /(?<!锅炉|汽车|车|船|电池|节能)(?:监控|监测|控制|测控|环控)系统$/,
  },
  {
    options: ['manufacturing-equipment', 'manufacturing-electronics'],
    says: /(?:电力|[高低]压|配电)[^，]{0,3}电容(?:器|柜)?$|(?<![车三家])电控(?:系统|箱|柜|阀)?$|(?:雷达|射频|微波|频谱|信号|芯片测试)[^，]{0,6}(?:仪器?|仪表|(?:测试|检测|模拟|发生)器)$|示波器|频谱仪|温控(?:仪|器|设备)$|半导体[^，]{0,4}(?:零?部件|腔体|配件)$/,
  },
  {
    options: ['manufacturing-equipment', 'manufacturing-energy'],
    says: new RegExp(`(?:风电|风机|光伏|氢气?能?|核电|储能)[^，]{0,4}${PARTS}$|\\bhydrogen compressors?$`),
  },
  {
    options: ['manufacturing-biomedicine', 'manufacturing-equipment'],
    says: /(?<!医用|医疗|手术)(?:消毒|灭菌)(?:灭菌|消毒)?(?:设备|机|柜|器|灯)$/,
  },
  {
    options: ['manufacturing-materials', 'manufacturing-other'],
    says: /(?:无纺布|熔喷布|土工布)$|(?<!电子|工业|特种|结构|先进|精密|功能|压电|耐磨|多孔|透明|生物|日用|工艺|艺术|生活|建筑|氧化铝|氧化锆|氮化硅|碳化硅)陶瓷$/,
  },
  {
    options: ['manufacturing-materials', 'manufacturing-equipment'],
    says: /[铝镁锌](?:合金)?压铸件?$|橡胶[^，]{0,4}密封件$/,
  },
  { options: ['manufacturing-other', 'manufacturing-energy'], says: /空气净化器$|净水[机器]$|新风(?:机|系统)$/ },
  { options: ['construction', 'manufacturing-materials'], says: /钢结构$/ },
  { options: ['transport', 'warehousing'], says: /仓储物流$|物流仓储$/ },
]

/**
 * The options that the words of a product belong to: one, both where they leave it open (the likelier first), none where no
 * rule knows the head.
 */
export function tradesByHead(product: string): readonly string[] {
  const open = OPEN.find(each => each.says.test(product))
  if (open) return open.options
  const rule = RULES.find(each => each.says.test(product) && !each.unless?.test(product))
  // 宠物粮代工: made for others all the same
  const own = product.replace(ORDERED, '')
  if (rule) return [rule.option]
  return own === product ? [] : tradesByHead(own)
}
