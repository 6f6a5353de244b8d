-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "begun_at" TIMESTAMPTZ(3);

