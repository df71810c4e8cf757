-- A sale takes from a batch once, and so does a refund.
CREATE UNIQUE INDEX stock_move_one_per_sale ON stock_move (sale_id, location_id, batch_id, move_type) WHERE sale_id IS NOT NULL;

-- Moves that are too old to matter from day to day.
CREATE TABLE stock_move_archive (LIKE stock_move);
