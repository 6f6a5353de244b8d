// English sayings that are a whole fact: the plant is rented, no grade yet, spun out of a university, debt or equity, either is fine.
import { PPM_PER_ONE } from '#engine'
import type { Idiom } from './idiom.ts'

const PREMISES = '(?:plant|factory|workshop|office|building|premises|site|facility|shop|warehouse|space)'
const OTHERS_ALLOWED = /\bif\b|\?|\bused to\b/

export const IDIOMS_OF_ENGLISH: readonly Idiom[] = [
  {
    says: /\blittle[- ]giants?\b[^.;]{0,24}\b(?:only|just|but|still)(?: (?:the|at|have|a|we|are|have|on))* provincial\b|\blittle[- ]giants?\b[^.;]{0,16}\bprovincial(?: (?:level|title|one))? only\b/g,
    fact: 'specialised',
    value: 'provincial',
    confidence: 0.93,
    unless: /\?|\bif\b|hope|want|applied/,
  },
  {
    says: /(?<=\b(?:owe[ds]?|had|borrowed|loans?)\b[^.;]{0,60})\b(?:(?:re)?paid (?:it |them |that |everything )?(?:all |fully )?(?:off|back)|(?:all|fully) (?:re)?paid|cleared (?:it|them|that))\b/g,
    fact: 'firstLoan',
    value: false,
    confidence: 0.85,
    unless: /customers?|suppliers?|\bfriends?\b|\?|\bif\b|will be/,
  },
  {
    says: /(?<=\b(?:paid|repaid|owed?|loans?)\b[^.;]{0,60})\b(?:nothing|no (?:loans?|debts?)) (?:is |are )?(?:outstanding|left|owed|now)\b/g,
    fact: 'loanBalance',
    value: 0,
    confidence: 0.85,
    unless: /customers?|suppliers?|\?|\bif\b/,
  },
  {
    says: new RegExp(
      `\\bwe (?:own|rent|bought|have bought|have rented) (?:the |a |an |our |our own )?(?:[a-z0-9,]+ ){0,3}${PREMISES}\\b|\\b(?:rented|leased) (?:[a-z0-9,]+ ){0,3}${PREMISES}\\b|\\b${PREMISES} owned by (?:us|the company)\\b|\\b${PREMISES}(?: [a-z]+){0,3} (?:is|are)(?: all)? (?:rented|leased|our own|owned|ours)\\b`,
      'g',
    ),
    fact: 'site',
    value: true,
    confidence: 0.82,
    unless:
      /\bnot?\b|n't|virtual|want|plan|need|\bto (?:buy|rent|lease)\b|\bbuy\b|customers?|parent|\bif\b|\?|used to|cloud|rental/,
  },
  {
    says: /\b(?:spun (?:out|off)|spin[- ]?(?:out|off)|spinout|spinoff)\b(?: company| firm)?(?: (?:of|from|at))?(?= (?:the )?[a-z' ]{0,30}(?:university|institute|academy|tsinghua|peking|fudan|zju|ustc|sjtu|hust|cas|college|lab)\b)|\b(?:university|ustc|zju|sjtu|tsinghua|fudan|hust|institute)(?: [a-z]+)? (?:spin[- ]?(?:out|off)|spinout)\b|\bprofessor(?:'s)? (?:startup|start-up|company)\b/g,
    fact: 'spinout',
    value: true,
    confidence: 0.85,
    unless: /\bnot?\b|n't/,
  },
  {
    says: /\b(?:had|got|received|paid|given|hit with)\b[^.;]{0,12}\b(?:fine|fined|penalty)\b|\b(?:an?|one) (?:[a-z-]+ ){0,2}(?:fine|penalty)\b(?= (?:this|last|in|from|for|of))/g,
    fact: 'penalty',
    value: true,
    confidence: 0.82,
    unless:
      /\bno\b|never|n't|is fine|are fine|fine with|20(?:1\d|2[0-4])|years ago|long ago|parking|speeding|overturned|cancelled/,
  },
  {
    says: /\balways (?:paid|repaid|pay|repay|paying|been paid)\b[^.;,]{0,16}\bon time\b|\b(?:never|not once) (?:missed|been late|late|delayed|skipped|defaulted)\b|\bnothing (?:is |was |ever )?(?:overdue|late)\b|\ball (?:paid|repaid) on time\b|\b(?:repayments?|payments?|interest) always on time\b|(?<!get |got |are |be )\bpaid on time\b|\b(?:both|all) on time\b/g,
    fact: 'overdue',
    value: false,
    confidence: 0.85,
    unless: /customers?|buyers?|clients?|salar|wages|suppliers?|except|\bbut once/,
  },
  {
    says: /\b(?:all|entirely|completely|100 ?%|fully|everything)(?: of it| of our r&d)?(?: is| was)?(?: done| performed| carried out| conducted| spent)? (?:in(?:side)?|within) china\b|\ball (?:done )?domestic(?:ally)?\b/g,
    fact: 'domesticShare',
    value: PPM_PER_ONE,
    confidence: 0.82,
    unless: /sales|sold|customers?|sell|revenue(?! )|made in|produc|staff/,
  },
  {
    says: /\b(?:with|at|from|to|just|only) (?:just |only )?(?:one|1|a single) bank\b|\b(?:that|it)'s (?:our|the) only bank\b|\bonly (?:one|1) (?:bank|lender)\b|\b(?:that|it|they)(?:'s| is|'re| are) (?:our |the )?only (?:lender|bank)\b|\bbank is [a-z ]{2,24}, only (?:them|that one)\b/g,
    fact: 'lenders',
    value: 1,
    confidence: 0.8,
    unless: /\bwant|need|talk|ask|account|applied|looking/,
  },
  {
    says: /\bunder our own (?:customs (?:code|registration|name)|export licen[cs]e|name)\b|\b(?:we )?(?:declare|clear) customs ourselves\b|\bour own customs (?:code|declaration)s?\b/g,
    fact: 'exporter',
    value: true,
    confidence: 0.85,
    unless: /\bnot?\b|n't|brand/,
  },
  {
    says: /\bno exports?\b|\b(?:domestic|china) (?:market |sales )?only\b|\bonly (?:sell )?(?:domestically|in china|the domestic market)\b|\bnothing (?:is )?exported\b/g,
    fact: 'exporter',
    value: false,
    confidence: 0.85,
    unless: OTHERS_ALLOWED,
  },
  {
    says: /\b(?:customers?|clients?|buyers?|deliver(?:ing)? to|sell(?:ing)? to|suppl(?:y|ier|ying|ied)(?: to)?|orders? (?:are )?from|mostly(?: from)?|work with|receivables from)\b[^.;]{0,36}\b(?:catl|byd|huawei|crrc|sinotruk|sinopec|petrochina|state grid|geely|saic|faw|foxconn|xiaomi|tesla|bosch|siemens|bmw|volkswagen|toyota|listed (?:compan|car|auto|firm|group)|state-owned|soes?\b|fortune 500|oems?\b)/g,
    fact: 'coreBuyer',
    value: true,
    confidence: 0.8,
    unless: /\bnot?\b|n't|want|hope|plan|ex-|compet|used to|would like/,
  },
  {
    says: /\bno (?:rd|r&d)[- ]?(?:centre|center|lab)\b/g,
    fact: 'ownCentre',
    value: false,
    confidence: 0.7,
  },
  {
    says: /\b(?:founder|ceo|boss|owner|general manager|gm|managing director|md|chairman|president|i)\b(?:'s)?[^.;,\d]{0,24}\b(?:ph\.?d|doctorate|doctoral degree)\b|\bph\.?d (?:from|at|in) [a-z ]{2,24}, (?:i |came back|returned)/g,
    fact: 'founderDegree',
    value: 'doctor',
    confidence: 0.82,
    unless: /hire|hiring|staff|employees|\d (?:phd|doctor)|supervisor|student|candidate|not?\b|customers?|looking/,
  },
  {
    says: /\b(?:founder|ceo|boss|owner|general manager|gm|managing director|md|chairman|president|i)\b(?:'s)?[^.;,\d]{0,24}\b(?:master's|masters?(?: degree)?|mba|msc)\b(?! in-)/g,
    fact: 'founderDegree',
    value: 'master',
    confidence: 0.8,
    unless: /hire|hiring|staff|employees|\d masters?|student|not?\b|looking|ph\.?d|doctor/,
  },
  {
    says: /\bpilot (?:line|run|plant|production)(?: is| now| already)* (?:running|up|working|going|ready)\b|\bpilot run now\b/g,
    fact: 'pilotStage',
    value: 'pilot',
    confidence: 0.82,
    unless: /\bnot?\b|n't|will|plan|next/,
  },
  {
    says: /\b(?:ship(?:ping|ped)?|send(?:ing)?|sent|deliver(?:ing|ed)?|supply(?:ing)?) samples\b|\bsamples (?:are |have been |already )*(?:with|at|sent to|shipped to) /g,
    fact: 'pilotStage',
    value: 'sample',
    confidence: 0.82,
    unless: /\bnot?\b|n't|will|plan|next/,
  },
  {
    says: /\b(?:all|every|everything)\b[^.;]{0,30}\b(?:(?:developed|invented) (?:in[- ]house|ourselves|by (?:us|ourselves|our own))|self-developed)\b|\b(?:patents?|inventions?|ip)\b[^.;]{0,20}\b(?:developed in[- ]house|self-developed|our own development)\b/g,
    fact: 'acquired',
    value: 'self-developed',
    confidence: 0.82,
    unless: /\bnot?\b|n't|bought|half|some/,
  },
  ...(['a', 'b', 'c', 'd', 'm'] as const).map(letter => ({
    says: new RegExp(
      `\\b(?:grade|rating|class|level|rated|graded) ${letter}\\b(?=[^.;,?]{0,20}\\btax)|\\b(?<!')${letter}[- ](?:grade|rating|rated|level)\\b(?=[^.;,?]{0,16}\\btax)|\\btax (?:bureau|office|authority|people)[^.;,?]{0,16}\\b(?:gave us|rated us|rates us|grade|rating)(?: an?| is)? ${letter}\\b`,
      'g',
    ),
    fact: 'taxGrade' as const,
    value: letter.toUpperCase(),
    confidence: 0.9,
    unless: /\bnot?\b|was\b|were\b|target|hope/,
  })),
  ...(
    [
      ['receivables', 'receivables?|invoices'],
      ['orders', 'orders|order book|purchase orders|contracts'],
      ['ip', 'patents?|ip|trademarks?'],
      ['equipment', 'equipment|machines?|machinery'],
      ['property', 'building|factory|land|workshop|plant|premises'],
      ['deposit', 'deposits?|certificate of deposit'],
    ] as const
  ).map(([option, nouns]) => ({
    says: new RegExp(
      `\\b(?:can|could|may) (?:we|i) (?:use|pledge|offer|put up|mortgage)[^.?;]{0,16}\\b(?:${nouns})\\b|\\b(?:use|offer|with)\\b[^.?;]{0,20}\\b(?:${nouns})\\b[^.?;]{0,20}\\bas (?:security|collateral)\\b`,
      'g',
    ),
    fact: 'collateral' as const,
    value: [option],
    confidence: 0.8,
    unless: /\bnot?\b|n't/,
    asked: true,
  })),
]
