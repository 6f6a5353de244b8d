// Certificates told as bare names in a list: ISO 9001 and CE both done, 9001 和 CE 都有.
import type { Listing } from './listed-options.ts'

/** Certificates of management systems and of products. */
export const QUALITY: Listing = {
  fact: 'quality',
  cue: /iso|iatf|9001|16949|certif|认证|证书|\bmark|every (?:machine|product|unit)|all (?:our )?products/,
  unless: /applying|apply for|planning|want|need|准备|打算|想|申请|客户/,
  items: [
    ['management-system', /(?<!\d)(?:9001|13485|16949)(?!\d)|\biatf\b/g],
    ['overseas-product', /(?<![a-z])(?:ce|ul|fda|tuv|tüv|etl|csa)(?![a-z])/g],
  ],
}
