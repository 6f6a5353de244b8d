// The conversation, pure: what was meant, and what to say. `turn` is the whole of it; the rest is what it takes and gives.
export { type Acceptance, acceptanceOf } from './bank/acceptance.ts'
export { digestCard, digestDue, type LeadRow, responseMinutes, silentHolders } from './bank/digest.ts'
export {
  asksForInvitation,
  type Invited,
  invitable,
  invitationCard,
  invitationForm,
  invitationWords,
  maskedOffer,
} from './bank/invitation.ts'
export { LEAD_ENDS } from './bank/lead.ts'
export { type Questionable, questionableRules } from './bank/questionable.ts'
export { reminderCard } from './bank/reminder.ts'
export { type Button, type Card, type Line, type Notice, PRESS_BYTES_MAX, toText } from './card.ts'
export {
  type Case,
  type Consent,
  caseSchema,
  LADDER_ACTS,
  LEAD_STATES,
  type Lead,
  newCase,
  VISIT_STATES,
  type Visit,
} from './case.ts'
export { CHANNELS_FILE } from './channels.ts'
export { type ChatLines, chatLines } from './chat-lines.ts'
export { CONTRADICTIONS_FILE } from './contradictions.ts'
export { type Description, describe, describePlans } from './describe.ts'
export { EXPIRY } from './enterprise/expiry.ts'
export { NEWS } from './enterprise/news.ts'
export { PACED } from './enterprise/paced.ts'
export { PRE_OFFER } from './enterprise/pre-offer.ts'
export { CONFIDENCE_SURE, CONFIDENCE_USABLE } from './enterprise/record.ts'
export type { Form, FormField, FormValues } from './form.ts'
export { faultsOf, formFor } from './form-for.ts'
export { INTENT_CERTAIN, INTENT_POSSIBLE } from './intents/thresholds.ts'
export { type Knowledge, type Place, parseKnowledge, placeName } from './knowledge.ts'
export {
  type Context,
  type Extraction,
  extract,
  type Mention,
  normalise,
  prepare,
  readAnswer,
  readCommand,
  readConsent,
  readPage,
  readValues,
} from './language/index.ts'
export type {
  Audience,
  AuditEvent,
  Incoming,
  IntentGuess,
  MessageMark,
  Outcome,
  PaperChange,
  Post,
  Recall,
  Sender,
  Surroundings,
  TimerChange,
  Understand,
} from './ports.ts'
export { press, readPress } from './press.ts'
export { modelsAnywhere, modelsFor } from './ratings.ts'
export { type Paper, paperSchema } from './relay/talk-record.ts'
export { ALL_RIGHTS, deskStandings, may, type Right, type Standing } from './rights.ts'
export { VISIT_ENDS } from './service/visit.ts'
export { type VisitEvent, visitEvent } from './service/visit-event.ts'
export { visitList } from './service/visit-list.ts'
export { limitText, ownText, title } from './show.ts'
export { isWorkingDay, type WorkCalendar } from './staff/calendar.ts'
export { filesStayLine } from './staff/files-stay.ts'
export {
  readWorkPart,
  unlistedCard,
  type WorkPart,
  type WorkRows,
  workCard,
  workHelp,
} from './staff/my-work.ts'
export { OPERATORS_DESK, PEOPLE_FILE, type Person, parseStaffing, type Staffing } from './staff/people.ts'
export { deskSchedule, isAbsent, peopleWith, scheduleOf } from './staff/roster.ts'
export type { VisitRow } from './staff/visit-row.ts'
export { isWorkingTime, workingMinutes } from './staff/working-time.ts'
export { turn } from './turn.ts'
export { dayInChina } from './turn-state.ts'
