-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "alarmed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "inbox" ADD COLUMN     "alarmed" BOOLEAN NOT NULL DEFAULT false;

