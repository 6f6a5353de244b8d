-- DropIndex
DROP INDEX "inbox_lane_state_id_idx";

-- CreateIndex
CREATE INDEX "inbox_state_lane_id_idx" ON "inbox"("state", "lane", "id");

