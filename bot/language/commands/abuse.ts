// Plain abuse, recognised without the classifier so that it is answered calmly even while that is loading. Only words that
// have no other use; mere annoyance is the classifier's business.

const ABUSE =
  /傻[逼屄比叉]|煞笔|沙雕|[操草日艹]你|你[妈马]的|他[妈马]的|特么的?|尼玛|妈的|[狗猪]东西|滚蛋|滚开|^滚吧?$|给老子滚|王八蛋|混蛋|狗屁|放屁|脑残|弱智|智障|蠢货|白痴|废物|垃圾(?:机器人|软件|平台|东西|玩意)|去死|\b(?:fuck(?:ing|er|ed)?|shit|bullshit|asshole|bastard|moron|idiot|stupid bot|screw you|damn you|piece of (?:crap|junk))\b/i
/** 人工智障 aside, these are what a company may make or do. */
const TRADE = /垃圾(?:处理|分类|焚烧|填埋|发电)|废物(?:处理|利用|处置)|危险?废物|智障(?:儿童|人士)|智力障碍/

/** Whether a text is abusive. */
export function isAbuse(text: string): boolean {
  return ABUSE.test(text.replace(TRADE, ''))
}
