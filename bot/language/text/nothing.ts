// Words that say "none" to what was asked: 没有, 一个都没有, 没有，都是我们告别人. What takes a denial back in part (没有，但是在办)
// leaves it open.

const NOTHING =
  '暂无|冒得|冇得|冇|没有?(?:认定|评定|申请|申报|参与|参加|办理|享受)|没有?(?:这种|这个|这些|这块|这东西|这方面)的?|没有?|木有|[么莫]有|[没莫么]得|无|零蛋?|鸭蛋|光蛋|none|zero|nope|nah|no|nothing|nil|nada'
const NONE = new RegExp(
  `^(?:[^，。]{0,6}(?:还|暂时?|目前|现在|都|也))?(?:${NOTHING}|0|一[个项件家笔分]都?(?:也)?没有?|一分钱(?:都|也)?没有?|半[个点]都?没有?|not yet)(?:有|没|呢|呀|啊|了|的|过|吧|哦|any|yet|so far| )*[。.！!]?$`,
  'i',
)
/** 没有，都是我们告别人: the answer is given, the rest explains it. */
const NONE_FIRST = new RegExp(
  `^(?:还|暂时|目前|现在|都|也)*(?:${NOTHING})(?:的|过|啊|呢|呀|没有?|so far)*(?:[，,。.]| (?!but))`,
  'i',
)
/** 没有，不过…: what follows takes it back in part. */
const TAKES_BACK = /但|不过|只是|除|然而|可是|\b(?:but|except|however|although)\b/i
const DENIES = /不|没|未|无|但|除|\b(?:not?|but|never|except)\b|n't/i
const NONE_LAST = /(?:^|[，,。 ？?])(?:公司|我们|还|暂时|目前|都|也|一[个项件]都)*没有(?:呢|过|的)?[。.！!]?$/

/** The whole text says none: 还没有呢, 一个都没有, not yet. */
export const isNothing = (text: string): boolean => NONE.test(text)

/** It begins with none, and nothing behind it takes that back: 没有，都是我们告别人, but not 没有，但是有两个在办. */
export const beginsWithNothing = (text: string): boolean => NONE_FIRST.test(text) && !TAKES_BACK.test(text)

/** It ends with none: 我们公司没有. */
export const endsWithNothing = (text: string): boolean => NONE_LAST.test(text)

/** Somewhere it denies or restricts something. */
export const denies = (text: string): boolean => DENIES.test(text)
