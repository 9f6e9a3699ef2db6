package vn.thidua.cluster.compact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.database.Rows;

/** A live season owes a compact that all its members have signed. */
@Repository
class CompactDue implements DueFacts {
    private final JdbcClient jdbc;

    CompactDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(Seasons.Ref season, LocalDate today) {
        return jdbc.sql("""
                        select p.id, p.title, p.signed_on from season s
                        left join lateral (
                            select c.id, c.title, c.signed_on from compact c
                            where c.season_id = s.id and c.status in ('SIGNING', 'SIGNED')
                            order by c.status = 'SIGNED' desc limit 1) p on true
                        where s.id = :season
                        """)
                .param("season", season.id())
                .query((row, _) -> new Fact(
                        "COMPACT_SIGNED",
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        null,
                        row.getObject("signed_on") != null,
                        Rows.date(row, "signed_on")))
                .list();
    }
}
