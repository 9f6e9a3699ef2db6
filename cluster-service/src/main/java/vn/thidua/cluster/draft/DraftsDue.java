package vn.thidua.cluster.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.kit.database.Rows;

/**
 * Whoever is asked owes a comment on the newest version until the last day, be it that there is nothing to say; whoever leads owes the
 * answers until the conference.
 */
@Repository
class DraftsDue implements DueFacts {
    private final JdbcClient jdbc;

    DraftsDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** No season has to have papers in draft. */
    @Override
    public List<Fact> of(UUID[] seasons, LocalDate today) {
        return List.of();
    }

    @Override
    public List<Fact> owedByMembers(UUID[] seasons) {
        return Stream.concat(comments(seasons).stream(), answers(seasons).stream())
                .toList();
    }

    private List<Fact> comments(UUID[] seasons) {
        return jdbc.sql("""
                        select d.season_id, a.unit_id, d.id, d.title, d.comments_until
                        from draft d
                        cross join lateral (select u as unit_id from draft_asks(d.id) as u) a
                        where d.season_id = any(:seasons) and d.withdrawn_at is null and d.comments_until >= kit.business_today()
                          and not exists (
                              select from draft_comment x where x.about_id = d.id and x.unit_id = a.unit_id
                              and x.number = (select max(v.number) from draft_version v where v.draft_id = d.id))
                        """)
                .param("seasons", seasons)
                .query((row, _) -> new Fact(
                        row.getObject("season_id", UUID.class),
                        "DRAFT_COMMENT",
                        row.getObject("unit_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        Rows.date(row, "comments_until"),
                        false,
                        null))
                .list();
    }

    private List<Fact> answers(UUID[] seasons) {
        return jdbc.sql("""
                        select d.season_id, d.id, d.title, c.held_on from draft d join conference c on c.id = d.conference_id
                        where d.season_id = any(:seasons) and d.withdrawn_at is null
                          and exists (select from draft_comment x where x.about_id = d.id and x.outcome is null)
                        """)
                .param("seasons", seasons)
                .query((row, _) -> new Fact(
                        row.getObject("season_id", UUID.class),
                        "DRAFT_ANSWER",
                        null,
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        Rows.date(row, "held_on"),
                        false,
                        null))
                .list();
    }
}
