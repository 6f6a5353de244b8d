// A channel in the sidebar of the clerk page: one institution or one service team.
import type { Words } from '#engine'

export interface DeskInfo {
  readonly id: string
  readonly title: Words
  readonly kind: 'institution' | 'team'
  /** heading it stands under (银行, 担保 …); without it, one heading per kind */
  readonly group?: Words | undefined
  /** whether who is signed in may have companies asked beforehand; undefined where nobody signs in */
  readonly invites?: boolean | undefined
}
