// Where a desk's cards go besides the desk page: its Slack channel, and the robots of its groups, as the settings say.
import type { Config } from './config.ts'
import { robotRoute } from './robots/settings.ts'
import { slackRoute } from './slack/desks.ts'
import type { Route } from './store/store.ts'

/** The store's route for these settings. */
export function deskRoute({ slack, robots }: Pick<Config, 'slack' | 'robots'>): Route {
  const routes = [...(slack ? [slackRoute(slack.desks)] : []), ...(robots ? [robotRoute(robots.webhooks)] : [])]
  return desk => routes.flatMap(route => route(desk))
}
