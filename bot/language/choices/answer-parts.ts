// The parts of an answer to a choice, each with how it stands: had, denied, lost, only applied for, once, or still to come.
// 前年是瞪羚 后来考核掉了 is of two parts, and the second takes back the first.

export interface AnswerPart {
  readonly text: string
  readonly isDenied: boolean
  /** 考核掉了, 到期没续: had once */
  readonly isLost: boolean
  /** 报了没批, 正在公示: hoped for */
  readonly isHoped: boolean
  /** 去年, 以前: says how it was */
  readonly isPast: boolean
}

/** A blank parts two Chinese words; before or behind a letter or a figure it is only spacing: 在申请 E 类. */
const PARTS =
  /[，,。；;！!？?、…]+|(?<=[一-龥]) +(?=[一-龥])|(?<=[a-z\d]) +(?=[一-龥]{2})|\.(?!\d)| (?:but|now|and) |(?<=[一-龥])(?:但是?|不过|可是)/
const PARTS_ENGLISH = /[，,。；;！!？?、…]+|\.(?!\d)|\b(?:but|now|and then)\b/
const DENIED =
  /没(?!问题)|不(?!过|错|少|光|仅|只)|(?<!有)无|未|莫|冇|甭|别(?!的)|哪[有能会够敢]|\b(?:no|not|never|none|without|neither)\b|n't/
const LOST =
  /(?<!别)掉了|丢了|没了|到期|过期|失效|取消|[撤摘]了|被[撤摘拿]|摘牌|跳槽|离职|走了|走人|没(?:再)?(?:复审|复核|续|补|保住)|黄了|作废|\b(?:expired|lapsed|lost|revoked|left|no longer|dropped)\b/
const HOPED =
  /(?:在|正|刚|今年|去年|准备|打算|材料)[^，。]{0,4}(?:申报|申请|报(?!告)|评审|公示(?!完|过|的)|交)|报(?:了|上去)|(?<![获通])报着|等(?:公示|结果|批|通知|发文|答辩)|走流程|培育|储备|后备|候选|潜在|明年|后年|下半年|争取|冲(?:刺|一?[下冲把]|(?=[小国省瞪独单]))|打算|计划|目标|\b(?:applied|applying|apply|pending|under review|next year|in (?:a|two|three|\d) years?|hope|plan)/
const GRANTED = /批(?:了|下来)|通过了|认定了|公示(?:完|过)|评上了|拿到了|到手|下来了|approved|granted/
const PAST =
  /以前|之前|原来|原先|早先|从前|去年|前年|前几年|上一?[次届年]|一开始|起初|最早|曾|\b(?:used to|formerly|previously|last year|was|were|before)\b/
const RENEWED = /重新|又[拿评补续认]|补(?:上|回)|续(?:上|了)|renewed/
const PARTS_MAX = 8

/** The parts of a short answer. */
export function answerParts(text: string): readonly AnswerPart[] {
  return text
    .split(/[一-龥]/.test(text) ? PARTS : PARTS_ENGLISH)
    .filter(part => part.trim() !== '')
    .slice(0, PARTS_MAX)
    .map(part => {
      const isLost = LOST.test(part) && !RENEWED.test(part)
      return {
        text: part.trim(),
        isDenied: DENIED.test(part) && !isLost,
        isLost,
        isHoped: HOPED.test(part) && !GRANTED.test(part),
        isPast: PAST.test(part),
      }
    })
}
