// The banks that a short answer names: asked how many lend, people say 工行和农行.

const BANK =
  /[工农中建交招商]行|泰隆|民泰|稠州|台州银行|中国银行|邮储|网商|微众|农商行?|信用社|(?:招商|浙商|兴业|民生|中信|浦发|平安|光大|华夏|广发|渤海|恒丰)(?:银行)?|(?:融资)?租赁|小贷|[一-龥]{2}银行|\b(?:icbc|ccb|abc|boc|bocom|cmb|spdb|citic)\b/g

/** How many different banks a text names. */
export const banksNamed = (text: string): number =>
  new Set([...text.matchAll(BANK)].map(([name]) => name.replace(/银?行$/, ''))).size
