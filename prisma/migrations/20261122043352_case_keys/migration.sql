-- CreateTable
CREATE TABLE "case_key" (
    "case_id" TEXT NOT NULL,
    "wrapped" TEXT NOT NULL,

    CONSTRAINT "case_key_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "master_key" (
    "id" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "master_key_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "case_key" ADD CONSTRAINT "case_key_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

