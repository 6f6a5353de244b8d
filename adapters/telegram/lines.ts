// The few sentences Telegram's adapter says by itself, because no case exists that could say them.
import type { Words } from '#engine'

/** for groups: we speak with one company at a time */
export const GROUP_LINE: Words = {
  zh: '您好！为保护企业信息，我只在一对一私聊中服务，请点我的头像发消息给我。',
  en: 'Hello! To protect company information I only work in private chats. Please message me directly.',
}

/** for pictures, voice and files */
export const TEXT_ONLY_LINE: Words = {
  zh: '我目前只能看懂文字和按钮，请用文字告诉我，谢谢！',
  en: 'I can only read text and buttons for now. Please tell me in words, thank you!',
}
