// Certificates told as bare names in a list: ISO 9001 and CE both done, 9001 和 CE 都有.
import type { Listing } from './listed-options.ts'

/** Certificates of management systems and of products. */
export const QUALITY: Listing = {
  fact: 'quality',
  cue: /(?<![a-z])(?:ce|ul|tuv|tüv|fda)(?![a-z])[^，。;；]{0,6}?(?:有|过|拿|齐|yes|since|listed|certified)|(?:过了?|拿了?|有|做了)(?:ce|ul|tuv|fda)(?![a-z])|iso|iatf|9001|16949|certif|认证|证书|\bmark|[也都]?有|过了|拿到|办了|牌子|every (?:machine|product|unit)|all (?:our )?products/,
  unless: /还没|正在|在[做办申报弄搞]|没有|才能|要过|要求|applying|apply for|planning|want|need|准备|打算|想|申请|客户/,
  items: [
    ['management-system', /(?<!\d)(?:9001|14001|45001|13485|16949|22000|27001)(?!\d)|\biatf\b/g],
    ['overseas-product', /(?<![a-z])(?:ce|ul|fda|tuv|tüv|etl|csa|fcc|pse|rohs|saa)(?![a-z])/g],
    ['own-brand', /牌子(?:也|都)?是自[己家]的|自[己家]的?(?:牌子|品牌)/g],
  ],
}
