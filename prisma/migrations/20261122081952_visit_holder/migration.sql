-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "holder" TEXT;

