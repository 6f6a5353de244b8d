-- AlterEnum
ALTER TYPE "inbox_state" ADD VALUE 'paced';
