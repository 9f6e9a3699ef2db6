package vn.thidua.kit.replica;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.kit.database.Rows;

/** Reads how far this service has read the others' feeds, and what it knows from them. */
final class ReplicaQueries {
    private final JdbcClient jdbc;

    ReplicaQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReplicaController.Source> sources() {
        return jdbc.sql("""
                        select c.source, c.epoch, c.position, c.as_of,
                               (select count(*) from kit.feed_parked p where p.source = c.source) as parked
                        from kit.feed_cursor c order by c.source
                        """)
                .query((row, _) -> new ReplicaController.Source(
                        row.getString("source"),
                        row.getObject("epoch", UUID.class),
                        row.getLong("position"),
                        Rows.instant(row, "as_of"),
                        row.getLong("parked")))
                .list();
    }

    long units() {
        return jdbc.sql("select count(*) from kit.unit_copy").query(Long.class).single();
    }

    long mandates() {
        return jdbc.sql("select count(*) from kit.mandate_copy")
                .query(Long.class)
                .single();
    }

    /**
     * The unit as it is today; a unit that is no more, or not yet, under its last name. It is as of the feed that brought it,
     * however silent another one is; where no feed did, the unit is this service's own and as of now.
     */
    Optional<ReplicaController.KnownUnit> unit(UUID id) {
        return jdbc.sql("""
                        select u.id, u.code, u.version,
                               coalesce((select s.name from kit.unit_state_copy s
                                         where s.unit_id = u.id and s.during @> kit.business_today()),
                                        (select s.name from kit.unit_state_copy s
                                         where s.unit_id = u.id order by s.during desc limit 1)) as name,
                               case when exists (select from kit.feed_applied a
                                                 where a.aggregate_type = 'unit' and a.aggregate_id = u.id)
                                    then (select max(c.as_of) from kit.feed_applied a join kit.feed_cursor c on c.source = a.source
                                          where a.aggregate_type = 'unit' and a.aggregate_id = u.id)
                                    else now() end as as_of
                        from kit.unit_copy u where u.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new ReplicaController.KnownUnit(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("version"),
                        Rows.instant(row, "as_of")))
                .optional();
    }
}
