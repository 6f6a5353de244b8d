-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "applied_at" TIMESTAMPTZ(3),
ADD COLUMN     "blockage" TEXT,
ADD COLUMN     "days" INTEGER,
ADD COLUMN     "due" TIMESTAMPTZ(3),
ADD COLUMN     "firm" TEXT,
ADD COLUMN     "holder" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'application',
ADD COLUMN     "offered_at" TIMESTAMPTZ(3),
ADD COLUMN     "picked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "refusal" TEXT,
ADD COLUMN     "taken_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "lead_holder_state_idx" ON "lead"("holder", "state");

-- CreateIndex
CREATE INDEX "lead_firm_idx" ON "lead"("firm");

