// Starts the page: language, the two halves, and the tabs that stand for them on a narrow screen.
import { startChat } from './chat.js'
import { startDesk } from './desk.js'
import { applyLabels, language, restoreLanguage, setLanguage } from './labels.js'
import { NOBODY, whoIsSigned } from './signed.js'
import { startFrame, wishes } from './widget-frame.js'

const body = document.body
const view = body.dataset.view
const tabs = [...document.querySelectorAll('.halves button')]
const WIDE = matchMedia('(min-width: 900px)')
let chatNews = 0
let desk
let frame

function setCount(half, count) {
  const badge = tabs.find(tab => tab.dataset.go === half)?.querySelector('.count')
  if (!badge) return
  badge.hidden = count === 0
  badge.textContent = String(count)
}

const seesChat = () =>
  !document.hidden && (frame?.isOpen() ?? true) && (view !== 'both' || WIDE.matches || body.dataset.half === 'chat')

function showTitle(unread) {
  document.title = `${unread > 0 ? `(${unread}) ` : ''}银企桥 · Yinqi Bridge`
}

function go(half) {
  body.dataset.half = half
  for (const tab of tabs) {
    if (tab.dataset.go === half) tab.setAttribute('aria-current', 'true')
    else tab.removeAttribute('aria-current')
  }
  if (half === 'chat') countChat(0)
  desk?.looked()
}

function countChat(more) {
  chatNews = seesChat() ? 0 : chatNews + more
  setCount('chat', chatNews)
  showTitle(chatNews)
  frame?.news(chatNews)
}

restoreLanguage(view === 'widget' ? wishes().language : undefined)
for (const tab of tabs) tab.addEventListener('click', () => go(tab.dataset.go))
document.querySelector('.language').addEventListener('click', () => {
  setLanguage(language() === 'zh' ? 'en' : 'zh')
  desk?.relabel()
})
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) countChat(0)
})

const shows = half => view === 'both' || view === half || (view === 'widget' && half === 'chat')
for (const half of ['chat', 'desk']) if (!shows(half)) document.getElementById(half).remove()
if (view !== 'both') document.querySelector('.halves').remove()
if (view === 'desk') go('desk')
if (view === 'widget') frame = startFrame(() => countChat(0))
if (shows('chat')) startChat(document.getElementById('chat'), countChat)
if (shows('desk')) {
  // beside the chat stands the demonstration only
  const signed = view === 'desk' ? await whoIsSigned() : NOBODY
  desk = startDesk(document.getElementById('desk'), count => setCount('desk', count), signed)
}
applyLabels(document)
