package vn.thidua.cluster.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.season.DueFacts;

/** While a draft regulation is voted on, each voter that has not voted owes its vote. */
@Repository
class DeliberationsDue implements DueFacts {
    private final JdbcClient jdbc;

    DeliberationsDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That a regulation is adopted is the season's own matter. */
    @Override
    public List<Fact> of(UUID[] seasons, LocalDate today) {
        return List.of();
    }

    @Override
    public List<Fact> owedByMembers(UUID[] seasons) {
        return jdbc.sql("""
                        select d.season_id, v.unit_id, d.id
                        from deliberation d join deliberation_voter v on v.deliberation_id = d.id
                        where d.season_id = any(:seasons) and d.status = 'VOTING' and not exists (
                            select from deliberation_vote x where x.deliberation_id = d.id and x.unit_id = v.unit_id)
                        """)
                .param("seasons", seasons)
                .query((row, _) -> new Fact(
                        row.getObject("season_id", UUID.class),
                        "DRAFT_VOTE",
                        row.getObject("unit_id", UUID.class),
                        row.getObject("id", UUID.class),
                        null,
                        null,
                        false,
                        null))
                .list();
    }
}
