// How parks are called behind the name of their place: 高新区, 天府软件园, 经济技术开发区.

/** From the end of a place's name to the end of the park's; the kind of park is the first group. */
export const PARK_AFTER =
  /^市?(?:的|这边)?(?:国家级?|省级|综合|火炬|天府|光谷|大学|国际|生物|医药|电子|信息|智能|装备|新材料|化工|循环|低碳|数字|文创|中小企业|留学生?|科学|科创|临空|空港|临港|[东南西北中]部?){0,3}(高新(?:技术)?(?:产业)?(?:开发)?区?|经开区|经济(?:技术)?开发区|开发区|保税区|自贸区|软件园区?|科技园区?|科学城|科创园区?|科创中心|工业园区?|产业园区?|创业园区?|创新园区?|孵化园|孵化器|孵化基地|智慧谷|医药港|药谷|生物城|互联网小镇)/
