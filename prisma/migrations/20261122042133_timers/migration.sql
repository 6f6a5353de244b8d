-- CreateTable
CREATE TABLE "timer" (
    "case_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,
    "rung_at" TIMESTAMPTZ(3),

    CONSTRAINT "timer_pkey" PRIMARY KEY ("case_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "timer_id_key" ON "timer"("id");

-- CreateIndex
CREATE INDEX "timer_rung_at_at_idx" ON "timer"("rung_at", "at");

-- AddForeignKey
ALTER TABLE "timer" ADD CONSTRAINT "timer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

