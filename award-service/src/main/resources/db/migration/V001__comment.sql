-- The service's own tables begin with the next version; what it keeps so far is the kit's.
comment on schema public is 'Awards, nominations, councils, decisions, award documents';
