// Envelopes as Slack sends them, with the fields that matter and some that must not.

export function click(
  press: string,
  thread: string,
  extra: { channel?: string; user?: string; at?: string; home?: string } = {},
) {
  return {
    type: 'block_actions',
    team: { id: 'T1', domain: 'bank' },
    user: { id: extra.user ?? 'U7', username: 'wang', team_id: extra.home ?? 'T1' },
    channel: { id: extra.channel ?? 'CICBC', name: 'leads' },
    message: { ts: '1700000000.000100', text: 'x' },
    trigger_id: `trigger-${Math.random()}`,
    response_url: 'https://hooks.slack.com/x',
    actions: [
      {
        type: 'button',
        action_id: 'press:0:0',
        block_id: 'b',
        action_ts: extra.at ?? '1700000001.5',
        value: JSON.stringify({ press, thread }),
      },
    ],
  }
}

let events = 0
export function reply(text: string, threadTs: string, extra: Record<string, unknown> = {}) {
  const { channel = 'CICBC', event_id = `Ev${++events}`, ...rest } = extra
  return {
    type: 'event_callback',
    team_id: 'T1',
    event_id,
    event: {
      type: 'message',
      channel,
      channel_type: 'channel',
      user: 'U7',
      ts: `1700000002.00${events}`,
      thread_ts: threadTs,
      text,
      ...rest,
    },
  }
}
