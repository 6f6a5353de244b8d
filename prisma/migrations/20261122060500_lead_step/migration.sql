-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "step" TEXT,
ADD COLUMN     "step_at" TIMESTAMPTZ(3);

