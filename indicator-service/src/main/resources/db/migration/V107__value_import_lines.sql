-- Many values also come as a workbook: a line for each unit, a column for each indicator. It may be tried first, which saves nothing.
alter table value_import
    add column form    text    not null default 'ROWS' check (form in ('ROWS', 'SHEET')),
    add column dry     boolean not null default false,
    -- Where each column stands in the workbook and what it is of.
    add column columns jsonb check (jsonb_typeof(columns) = 'array'),
    add constraint value_import_sheet check ((form = 'SHEET') = (columns is not null)),
    add constraint value_import_dry check (not dry or form = 'SHEET');

-- A line of the workbook, with the cells that had something in them; its number is the spreadsheet's own. A whole line is judged at once:
-- what became of its cells is counted, those that were refused are named, and where nothing of it could be judged the refusal says why.
create table value_import_line (
    -- A workbook is read line by line: how many cells it has is known behind the last.
    import_id uuid not null references value_import on delete cascade deferrable initially deferred,
    number    int  not null check (number > 0),
    unit_code text not null,
    cells     int  not null check (cells > 0),
    content   text not null,
    saved     int check (saved >= 0),
    unchanged int check (unchanged >= 0),
    refused   int check (refused >= 0),
    refusal   jsonb check (jsonb_typeof(refusal) = 'object'),
    faults    jsonb check (jsonb_typeof(faults) = 'array'),
    primary key (import_id, number),
    constraint value_import_line_counted check (num_nulls(saved, unchanged, refused) = 3
                                                or (num_nulls(saved, unchanged, refused) = 0 and saved + unchanged + refused = cells)),
    constraint value_import_line_refusal check (refusal is null or (refused = cells and refused is not null)),
    constraint value_import_line_faults check (faults is null or (refused = jsonb_array_length(faults) and refused is not null))
);
create index value_import_line_waiting on value_import_line (import_id, number) where saved is null;
create index value_import_line_refused on value_import_line (import_id, number) where refused > 0;
grant select, insert, delete on value_import_line to ${app};
grant update (saved, unchanged, refused, refusal, faults) on value_import_line to ${app};

create trigger value_import_line_taken_once before update on value_import_line
    for each row when (old.saved is not null) execute function value_import_row_is_taken_once();
