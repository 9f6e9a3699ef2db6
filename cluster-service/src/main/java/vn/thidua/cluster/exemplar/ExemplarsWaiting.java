package vn.thidua.cluster.exemplar;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.task.OfficeWork;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;

/** Proposed exemplars wait for those who may verify them; nobody verifies what he proposed himself. No rule says by when. */
@Repository
class ExemplarsWaiting implements OfficeWork {
    private static final String VERIFY = "EXEMPLAR_VERIFY";

    private final JdbcClient jdbc;
    private final Mandates mandates;

    ExemplarsWaiting(JdbcClient jdbc, Mandates mandates) {
        this.jdbc = jdbc;
        this.mandates = mandates;
    }

    @Override
    public List<Waiting> waitingFor(Caller caller, int limit) {
        var reach = mandates.reach(caller, Ability.EXEMPLARS_VERIFY.permission());
        if (reach.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select x.id, x.unit_id, x.title from exemplar x join person p on p.id = x.proposed_by
                        where x.state = 'PROPOSED' and p.account is distinct from :caller
                          and (x.unit_id = any(:units)
                               or x.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
                        order by x.proposed_at, x.id limit :limit
                        """)
                .param("caller", caller.subject())
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("limit", limit)
                .query((row, _) -> new Waiting(
                        VERIFY,
                        row.getObject("unit_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        null))
                .list();
    }
}
