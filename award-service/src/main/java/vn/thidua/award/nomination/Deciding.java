package vn.thidua.award.nomination;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.award.nomination.Nomination.State;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Nominations as decisions use them. */
@Component
public class Deciding {
    private final JdbcClient jdbc;
    private final NominationStore store;
    private final Telling telling;

    Deciding(JdbcClient jdbc, NominationStore store, Telling telling) {
        this.jdbc = jdbc;
        this.store = store;
        this.telling = telling;
    }

    /** The nominations, held against other writers, in the order of their ids; those that are not there are left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Nominated> lock(Collection<UUID> ids) {
        return jdbc.sql("""
                        select n.id, n.award_id, a.unit_id as award_unit_id, a.name, a.decided_by, n.season_id, n.unit_id,
                               n.organiser_id, n.citation, coalesce(s.candidate = 'CANDIDATE', false) as leads,
                               coalesce(n.state = 'OPINION_GIVEN' and o.conclusion = 'AGREE', false) as agreed, o.held_on
                        from nomination n
                        join award a on a.id = n.award_id
                        left join nomination_submission s on s.nomination_id = n.id
                        left join opinion o on o.nomination_id = n.id
                        where n.id = any(:ids) order by n.id for update of n
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new Nominated(
                        row.getObject("id", UUID.class),
                        row.getObject("award_id", UUID.class),
                        row.getObject("award_unit_id", UUID.class),
                        row.getString("name"),
                        row.getString("decided_by"),
                        row.getObject("season_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("organiser_id", UUID.class),
                        row.getString("citation"),
                        row.getBoolean("leads"),
                        row.getBoolean("agreed"),
                        Rows.date(row, "held_on")))
                .list();
    }

    /** The decision on them is issued. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(Caller caller, Basis basis, Collection<UUID> ids) {
        for (var id : ids) {
            var before = store.lock(id).orElseThrow();
            var after = before.moved(State.DECIDED);
            store.update(after);
            telling.tell(caller, basis, after, before, "nomination.decided", null);
        }
    }
}
