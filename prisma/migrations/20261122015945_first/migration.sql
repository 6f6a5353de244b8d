-- CreateEnum
CREATE TYPE "direction" AS ENUM ('in', 'out');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('waiting', 'sent', 'dead');

-- CreateEnum
CREATE TYPE "inbox_state" AS ENUM ('waiting', 'done', 'dead');

-- CreateTable
CREATE TABLE "conversation" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "peer" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "fields" TEXT[],
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "consent_id" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "products" TEXT[],
    "state" TEXT NOT NULL,
    "owner" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "consent_id" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "topics" TEXT[],
    "state" TEXT NOT NULL,
    "owner" TEXT,
    "time" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" BIGSERIAL NOT NULL,
    "case_id" TEXT,
    "platform" TEXT,
    "peer" TEXT,
    "desk" TEXT,
    "thread" TEXT,
    "direction" "direction" NOT NULL,
    "author" TEXT,
    "card" JSONB NOT NULL,
    "slot" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "message_id" BIGINT,
    "platform" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "thread" TEXT NOT NULL DEFAULT '',
    "slot" TEXT,
    "state" "delivery_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),
    "lease" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "uncertain" BOOLEAN NOT NULL DEFAULT false,
    "external_id" TEXT,
    "code" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "payload" JSONB,
    "state" "inbox_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),
    "lease" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "code" TEXT,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "verb" TEXT NOT NULL,
    "case_id" TEXT,
    "object" TEXT,
    "by" TEXT,
    "detail" TEXT,
    "salt" TEXT,
    "digest" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "erased_by" BIGINT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "conversation_platform_peer_key" ON "conversation"("platform", "peer");

-- CreateIndex
CREATE INDEX "consent_case_id_idx" ON "consent"("case_id");

-- CreateIndex
CREATE INDEX "lead_case_id_idx" ON "lead"("case_id");

-- CreateIndex
CREATE INDEX "lead_receiver_state_idx" ON "lead"("receiver", "state");

-- CreateIndex
CREATE INDEX "visit_case_id_idx" ON "visit"("case_id");

-- CreateIndex
CREATE INDEX "visit_team_state_idx" ON "visit"("team", "state");

-- CreateIndex
CREATE INDEX "message_platform_peer_id_idx" ON "message"("platform", "peer", "id");

-- CreateIndex
CREATE INDEX "message_desk_thread_id_idx" ON "message"("desk", "thread", "id");

-- CreateIndex
CREATE INDEX "message_case_id_idx" ON "message"("case_id");

-- CreateIndex
CREATE INDEX "delivery_state_platform_address_id_idx" ON "delivery"("state", "platform", "address", "id");

-- CreateIndex
CREATE INDEX "delivery_platform_address_thread_slot_idx" ON "delivery"("platform", "address", "thread", "slot");

-- CreateIndex
CREATE INDEX "delivery_platform_address_external_id_idx" ON "delivery"("platform", "address", "external_id");

-- CreateIndex
CREATE INDEX "delivery_message_id_idx" ON "delivery"("message_id");

-- CreateIndex
CREATE INDEX "inbox_state_id_idx" ON "inbox"("state", "id");

-- CreateIndex
CREATE INDEX "inbox_lane_state_id_idx" ON "inbox"("lane", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_platform_event_id_key" ON "inbox"("platform", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_hash_key" ON "audit"("hash");

-- CreateIndex
CREATE INDEX "audit_case_id_idx" ON "audit"("case_id");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- The audit chain starts here. Written by hand: the schema cannot say it.
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, '');
