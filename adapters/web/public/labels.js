// The page's own words in both languages. What the bot says comes in the language of the conversation; these do not depend on it.

const LABELS = {
  halves: { zh: '切换两端', en: 'Switch side' },
  enterprise: { zh: '企业', en: 'Company' },
  desks: { zh: '银行与专班', en: 'Banks & teams' },
  'other-language': { zh: 'EN', en: '中' },
  'switch-language': { zh: 'EN: switch the labels to English', en: '中：界面切换为中文' },
  'chat-title': { zh: '融资对话', en: 'Financing chat' },
  'chat-sub': { zh: '了解企业 · 测算评级 · 匹配产品与服务', en: 'Know your company · rating · matching' },
  'chat-log': { zh: '对话记录', en: 'Conversation' },
  'write-here': { zh: '写下您的情况或问题', en: 'Write or ask here' },
  send: { zh: '发送', en: 'Send' },
  'fine-print': {
    zh: '结果仅供参考，以银行审核为准。您可以随时要求删除资料。',
    en: 'Indicative only; the bank decides. You can have your data deleted at any time.',
  },
  download: { zh: '下载我的全部资料', en: 'Download all my data' },
  typing: { zh: '正在处理', en: 'Working on it' },
  'still-typing': { zh: '还在处理，请稍候', en: 'Still working, one moment' },
  newer: { zh: '下面还有，到最后', en: 'More below, to the end' },
  connecting: { zh: '连接中', en: 'Connecting' },
  online: { zh: '在线', en: 'Online' },
  'not-online': { zh: '离线', en: 'Offline' },
  offline: {
    zh: '连接中断，正在重新连接。写好的消息会保留，恢复后自动发送。',
    en: 'Connection lost, reconnecting. What you write is kept and sent once we are back.',
  },
  attach: { zh: '发材料（pdf、jpg、png，10 MB 以内）', en: 'Send a paper (pdf, jpg or png, up to 10 MB)' },
  'paper-too-large': { zh: '文件太大，每个不超过 10 MB。', en: 'Too large: at most 10 MB a file.' },
  'not-sent': { zh: '没有发出去，请再试一次。', en: 'It was not sent; please try again.' },
  'visit-list': { zh: '走访清单', en: 'List of visits' },
  sending: { zh: '发送中', en: 'Sending' },
  waiting: { zh: '等待网络，稍后自动发送', en: 'Waiting for the network' },
  'too-long': { zh: '一次最多 4000 字，请分几次发。', en: 'At most 4,000 characters at a time.' },
  you: { zh: '您', en: 'You' },
  bot: { zh: '银企桥', en: 'Yinqi Bridge' },
  'desk-title': { zh: '工作台', en: 'Desks' },
  'desk-sub': { zh: '演示 · 仅在本机打开', en: 'Demo · this machine only' },
  channels: { zh: '机构与专班', en: 'Institutions and teams' },
  institutions: { zh: '银行 · 担保 · 保险 · 基金', en: 'Banks · guarantees · insurance · funds' },
  teams: { zh: '服务专班', en: 'Service teams' },
  'institution-sub': { zh: '企业授权转来的融资需求', en: 'Financing requests companies agreed to share' },
  'team-sub': { zh: '企业预约的上门服务', en: 'Visits companies asked for' },
  back: { zh: '返回列表', en: 'Back to the list' },
  'i-am': { zh: '我是', en: 'I am' },
  threads: { zh: '需求列表', en: 'Requests' },
  busy: { zh: '有需求', en: 'With requests' },
  'none-busy': { zh: '暂时没有', en: 'None yet' },
  'pick-channel': { zh: '需求一到就会在这里打开', en: 'The first request opens here' },
  'more-buttons': { zh: '更多', en: 'More' },
  'no-threads': { zh: '暂时没有需求', en: 'Nothing here yet' },
  'no-threads-why': {
    zh: '企业在对话中同意授权后，需求会出现在这里。未经同意的资料不会转来。',
    en: 'Once a company agrees in its chat, its request appears here. Nothing arrives without consent.',
  },
  reply: { zh: '回复企业', en: 'Reply to the company' },
  'pre-offer': { zh: '预授信邀请', en: 'Pre-offer' },
  'no-pre-offer': { zh: '这里暂时没有可以邀请的产品。', en: 'There is no product to offer here.' },
  needed: { zh: '（必填）', en: ' (needed)' },
  stepwise: { zh: '改用按钮逐步办理', en: 'Use the buttons, step by step' },
  unread: { zh: '条未读', en: 'unread' },
  'new-in': { zh: '新消息：', en: 'New message: ' },
  'close-widget': { zh: '关上对话', en: 'Close the chat' },
  'no-cookies': {
    zh: '您的浏览器不让这个小窗保存会话，请在新窗口里继续。',
    en: 'Your browser does not let this small window keep the conversation. Please go on in a new one.',
  },
  'full-page': { zh: '打开完整页面', en: 'Open the full page' },
  'desk-shut': {
    zh: '这里的工作台还没有设置登录，只在服务器本机开放演示。请管理员设置 DESK_SIGN_IN，或接入 Slack。',
    en: 'No sign-in is set up for this desk; its demo opens on the server itself only. Please ask the administrator to set DESK_SIGN_IN or connect Slack.',
  },
  'sign-in-title': { zh: '登录工作台', en: 'Sign in to the desk' },
  'sign-in-enter-why': {
    zh: '这条链接只能用一次。点下面的按钮，就以您的身份进入工作台。',
    en: 'This link works once. Press the button to open the desk as yourself.',
  },
  'sign-in-enter': { zh: '进入工作台', en: 'Open the desk' },
  'sign-in-oidc-why': {
    zh: '用您在本单位的账号登录，不需要另设密码。',
    en: 'Use your own work account; no extra password.',
  },
  'sign-in-oidc': { zh: '用单位账号登录', en: 'Sign in with your work account' },
  'sign-in-link-why': {
    zh: '没有登录链接？请向管理员要一条，15 分钟内用一次。',
    en: 'No sign-in link yet? Ask your administrator for one; it works once, within 15 minutes.',
  },
  'sign-in-fine': {
    zh: '请勿在公用电脑上保持登录；离开时请退出。',
    en: 'Please sign out when you leave, above all on a shared computer.',
  },
  'sign-in-over': {
    zh: '登录已到时间，请重新登录。没发出的话还在。',
    en: 'Your sign-in has ended. Please sign in again; unsent words are kept.',
  },
  'sign-in-left': { zh: '已退出工作台。', en: 'You have signed out.' },
  'sign-in-failed': { zh: '这次没有登录成功，请再试一次。', en: 'That did not work; please try again.' },
  'sign-in-not-listed': {
    zh: '账号没有问题，但还不在工作台名单里。请让管理员把您加上。',
    en: 'Your account is fine, but it is not on the list of this desk yet. Please ask your administrator to add you.',
  },
  'sign-in-away': {
    zh: '暂时连不上登录服务，请稍后再试。',
    en: 'The sign-in service cannot be reached; please try again shortly.',
  },
  'sign-in-too-fast': { zh: '尝试得有点快，请稍等一分钟。', en: 'A little too fast; please wait a minute.' },
  'signed-as': { zh: '已登录：', en: 'Signed in as' },
  'sign-out': { zh: '退出', en: 'Sign out' },
  'sign-out-everywhere': { zh: '在所有设备上退出', en: 'Sign out everywhere' },
  'desk-sub-signed': { zh: '只显示您所在机构的需求', en: 'Requests of your own institution only' },
  'default-institution': { zh: '值班客户经理', en: 'Duty manager' },
  'default-team': { zh: '专班队员', en: 'Team member' },
}

const KEPT_AS = 'yinqi.language'

/** 'zh' or 'en'. Chinese unless somebody switched. */
export function language() {
  return document.documentElement.lang.startsWith('en') ? 'en' : 'zh'
}

/** The words for a key in the page's language. */
export function say(key) {
  const words = LABELS[key]
  if (!words) throw new Error(`no label ${key}`)
  return words[language()]
}

/** Gives an element a label that follows the language switch. */
export function label(element, key) {
  element.dataset.label = key
  delete element.dataset.zh
  delete element.dataset.en
  element.textContent = say(key)
  return element
}

/** Gives an element words of the data, `{ zh, en }`, that follow the language switch. */
export function bilingual(element, words) {
  delete element.dataset.label
  element.dataset.zh = words.zh
  element.dataset.en = words.en
  element.textContent = words[language()]
  return element
}

/** Sets every label below `root` anew. */
export function applyLabels(root) {
  for (const element of root.querySelectorAll('[data-label]')) element.textContent = say(element.dataset.label)
  for (const element of root.querySelectorAll('[data-label-aria]')) {
    element.setAttribute('aria-label', say(element.dataset.labelAria))
  }
  for (const element of root.querySelectorAll('[data-label-placeholder]')) {
    element.placeholder = say(element.dataset.labelPlaceholder)
  }
  for (const element of root.querySelectorAll('[data-zh]')) element.textContent = element.dataset[language()]
}

function show(to) {
  document.documentElement.lang = to === 'en' ? 'en' : 'zh-CN'
  applyLabels(document)
}

/** Somebody chooses. */
export function setLanguage(to) {
  keep(KEPT_AS, to)
  show(to)
}

/** What somebody chose here before; else what is wished for, else Chinese. */
export function restoreLanguage(wished) {
  show(kept(KEPT_AS) ?? wished)
}

/** Reads what this browser kept; a browser that keeps nothing is no fault. */
export function kept(name) {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Private windows may refuse; the page works without.
  }
}

/** Does something with what this tab keeps; undefined from a browser that keeps nothing. */
export function onTab(work) {
  try {
    return work(sessionStorage)
  } catch {
    return undefined
  }
}
