// The chat on somebody else's website, by one script tag: a button in the corner, and behind it our own page in a frame. All of
// it lives in a shadow root, so that neither page's styles touch the other. The frame is loaded when it is first opened.
;(() => {
  const script = document.currentScript
  if (!(script instanceof HTMLScriptElement) || document.querySelector('[data-yinqi-widget]')) return
  const home = new URL(script.src).origin
  const language = (script.dataset.language ?? document.documentElement.lang).startsWith('en') ? 'en' : 'zh'
  const SOURCE = 'yinqi-bridge'
  const NARROW = matchMedia('(max-width: 600px)')
  const WORDS = {
    open: { zh: '融资问一问', en: 'Ask about financing' },
    title: { zh: '银企桥融资对话', en: 'Yinqi Bridge financing chat' },
    news: { zh: '条新消息', en: 'new messages' },
  }
  const STYLE = `
    :host { all: initial; }
    .launch {
      position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom));
      z-index: 2147483000; display: flex; align-items: center; gap: 10px; min-height: 52px; padding: 8px 22px; border: 0;
      border-radius: 26px; background: #0b4f5c; color: #fff; cursor: pointer; box-shadow: 0 6px 24px rgb(12 40 48 / 28%);
      font: 600 16px/1.4 -apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
    }
    .launch:focus-visible { outline: 3px solid #fff; outline-offset: -5px; box-shadow: 0 0 0 3px #0b4f5c; }
    .launch[aria-expanded="true"] { visibility: hidden; }
    .count { min-width: 22px; padding: 0 6px; border-radius: 11px; background: #f2b38f; color: #3a1906; font-size: 13px; line-height: 22px; }
    .count[hidden] { display: none; }
    dialog {
      position: fixed; inset: auto max(20px, env(safe-area-inset-right)) max(20px, env(safe-area-inset-bottom)) auto;
      z-index: 2147483001; width: 410px; height: min(690px, 100dvh - 40px); max-width: none; max-height: none; margin: 0;
      padding: 0; border: 0; border-radius: 18px; background: #eef2f1; overflow: hidden; box-shadow: 0 12px 48px rgb(12 40 48 / 32%);
    }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    @media (prefers-color-scheme: dark) { dialog { background: #0d1417; } }
    @media (max-width: 600px) {
      dialog { inset: 0; width: 100vw; height: 100dvh; border-radius: 0; box-shadow: none; }
    }
  `

  const element = (tag, className) => {
    const made = document.createElement(tag)
    if (className) made.className = className
    return made
  }
  const host = element('div')
  host.dataset.yinqiWidget = ''
  const root = host.attachShadow({ mode: 'open' })
  // a sheet made by script is no inline style: the website's own policy may forbid those
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]

  const launch = element('button', 'launch')
  launch.type = 'button'
  launch.lang = language === 'en' ? 'en' : 'zh-CN'
  launch.setAttribute('aria-haspopup', 'dialog')
  launch.setAttribute('aria-expanded', 'false')
  const count = element('span', 'count')
  count.hidden = true
  launch.append(WORDS.open[language], count)
  const dialog = element('dialog')
  dialog.lang = launch.lang
  dialog.setAttribute('aria-label', WORDS.title[language])
  root.append(launch, dialog)

  let frame
  let ready = false
  const tell = is => {
    if (ready) frame.contentWindow.postMessage({ source: SOURCE, is }, home)
  }
  const load = () => {
    frame = element('iframe')
    frame.title = WORDS.title[language]
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox',
    )
    frame.src = `${home}/widget#${new URLSearchParams({ parent: location.origin, language })}`
    dialog.append(frame)
  }
  const showNews = news => {
    count.hidden = news === 0
    count.textContent = String(news)
    if (news === 0) launch.removeAttribute('aria-label')
    else launch.setAttribute('aria-label', `${WORDS.open[language]}, ${news} ${WORDS.news[language]}`)
  }
  const open = () => {
    if (!frame) load()
    // on a phone it is the whole screen and nothing behind it can be reached; beside a wide page it stands in its corner
    if (NARROW.matches) dialog.showModal()
    else dialog.show()
    launch.setAttribute('aria-expanded', 'true')
    showNews(0)
    frame.focus()
    tell('opened')
  }
  const close = () => {
    dialog.close()
    launch.setAttribute('aria-expanded', 'false')
    launch.focus()
    tell('closed')
  }

  launch.addEventListener('click', open)
  dialog.addEventListener('cancel', event => {
    event.preventDefault()
    close()
  })
  dialog.addEventListener('keydown', event => {
    if (event.key === 'Escape') close()
  })
  NARROW.addEventListener('change', () => {
    if (!dialog.open) return
    dialog.close()
    open()
  })
  addEventListener('message', ({ source, origin, data }) => {
    if (!frame || source !== frame.contentWindow || origin !== home || data?.source !== SOURCE) return
    if (data.is === 'ready') {
      ready = true
      tell(dialog.open ? 'opened' : 'closed')
    } else if (data.is === 'close') close()
    else if (data.is === 'news' && Number.isSafeInteger(data.count)) showNews(Math.min(99, Math.max(0, data.count)))
  })
  // a script in the head may run before there is a body
  if (document.body) document.body.append(host)
  else addEventListener('DOMContentLoaded', () => document.body.append(host))
})()
