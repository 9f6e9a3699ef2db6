-- A table names thousands of codes at once.
create index foreign_code_code on foreign_code (code);
