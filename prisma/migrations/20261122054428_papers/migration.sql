-- CreateTable
CREATE TABLE "paper" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "thread" TEXT,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "paper_case_id_thread_idx" ON "paper"("case_id", "thread");

-- CreateIndex
CREATE INDEX "paper_thread_at_idx" ON "paper"("thread", "at");

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

