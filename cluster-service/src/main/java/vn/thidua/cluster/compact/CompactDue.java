package vn.thidua.cluster.compact;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.season.DueFacts;

/** A live season owes a compact that all its members have signed; of one being signed, each member owes its signatures. */
@Component
class CompactDue implements DueFacts {
    @Override
    public Optional<String> ofSeasons() {
        return Optional.of("""
                select s.id, 'COMPACT_SIGNED', null::uuid, p.id, p.title, null::date, p.signed_on is not null, p.signed_on, null::uuid[]
                from unnest(:seasons) as s(id)
                left join lateral (
                    select c.id, c.title, c.signed_on from compact c
                    where c.season_id = s.id and c.status in ('SIGNING', 'SIGNED')
                    order by c.status = 'SIGNED' desc limit 1) p on true
                """);
    }

    @Override
    public Optional<String> owedByMembers() {
        return Optional.of("""
                select c.season_id, 'COMPACT_SIGN', m.unit_id, c.id, c.title, null::date, false, null::date,
                       array(select d.id from compact_signature g join mandate d on d.person_id = g.person_id
                             where g.compact_id = c.id and g.unit_id = m.unit_id)
                from compact c cross join lateral compact_signing(c.id) m
                where c.season_id = any(:seasons) and c.status = 'SIGNING' and m.signed_at is null
                """);
    }
}
