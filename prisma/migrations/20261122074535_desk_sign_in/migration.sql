-- CreateTable
CREATE TABLE "desk_link" (
    "hash" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_link_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "desk_session" (
    "hash" TEXT NOT NULL,
    "people" TEXT[],
    "account" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_session_pkey" PRIMARY KEY ("hash")
);

