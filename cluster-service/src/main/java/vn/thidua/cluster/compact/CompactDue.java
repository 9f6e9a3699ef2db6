package vn.thidua.cluster.compact;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.kit.database.Rows;

/** A live season owes a compact that all its members have signed; of one being signed, each member owes its signatures. */
@Repository
class CompactDue implements DueFacts {
    private final JdbcClient jdbc;

    CompactDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(UUID[] seasons, LocalDate today) {
        return jdbc.sql("""
                        select s.id as season_id, p.id, p.title, p.signed_on from unnest(:seasons) as s(id)
                        left join lateral (
                            select c.id, c.title, c.signed_on from compact c
                            where c.season_id = s.id and c.status in ('SIGNING', 'SIGNED')
                            order by c.status = 'SIGNED' desc limit 1) p on true
                        """)
                .param("seasons", seasons)
                .query((row, _) -> new Fact(
                        row.getObject("season_id", UUID.class),
                        "COMPACT_SIGNED",
                        null,
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        null,
                        row.getObject("signed_on") != null,
                        Rows.date(row, "signed_on")))
                .list();
    }

    @Override
    public List<Fact> owedByMembers(UUID[] seasons) {
        return jdbc.sql("""
                        select c.season_id, m.unit_id, c.id, c.title,
                               array(select d.id from compact_signature g join mandate d on d.person_id = g.person_id
                                     where g.compact_id = c.id and g.unit_id = m.unit_id) as done_by
                        from compact c cross join lateral compact_signing(c.id) m
                        where c.season_id = any(:seasons) and c.status = 'SIGNING' and m.signed_at is null
                        """)
                .param("seasons", seasons)
                .query((row, _) -> new Fact(
                        row.getObject("season_id", UUID.class),
                        "COMPACT_SIGN",
                        row.getObject("unit_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        null,
                        false,
                        null,
                        Set.of((UUID[]) row.getArray("done_by").getArray())))
                .list();
    }
}
