-- The indicator of a submitted cell is its revision's, which is bound to the catalogue. Bound to it once more, all who hand in at the same
-- time would lock the same rows of the catalogue, and write them anew for it.
alter table submission_cell drop constraint submission_cell_indicator_id_fkey;
