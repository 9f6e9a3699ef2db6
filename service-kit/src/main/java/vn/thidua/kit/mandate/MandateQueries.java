package vn.thidua.kit.mandate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.kit.security.Caller;

/** Reads the local copy of mandates; one statement per question, no call to another service. */
final class MandateQueries {
    /** {@code covers} is meaningless when no unit was asked about. */
    record Row(HeldMandate mandate, boolean covers) {}

    private static final String OF_PERSON = """
            select m.id, m.unit_id, m.scope = 'SUBTREE' as subtree, m.role,
                   case m.scope when 'UNIT' then m.unit_id = :unit
                        else m.unit_id in (select kit.unit_and_above(:unit, kit.business_today())) end as covers
            from kit.mandate_copy m
            join kit.account_copy a on a.person_id = m.person_id
            where a.subject = :subject and m.withdrawn_at is null and m.during @> kit.business_today()
            order by m.id
            """;
    private static final String OF_CLIENT = """
            select m.id, m.unit_id, m.scope = 'SUBTREE' as subtree, m.role,
                   case m.scope when 'UNIT' then m.unit_id = :unit
                        else m.unit_id in (select kit.unit_and_above(:unit, kit.business_today())) end as covers
            from kit.mandate_copy m
            where m.client_id = :subject and m.withdrawn_at is null and m.during @> kit.business_today()
            order by m.id
            """;

    private final JdbcClient jdbc;

    MandateQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> held(Caller caller, @Nullable UUID unitId) {
        return jdbc.sql(caller.kind() == Caller.Kind.PERSON ? OF_PERSON : OF_CLIENT)
                .param("subject", caller.subject())
                .param("unit", unitId, java.sql.Types.OTHER)
                .query((row, _) -> new Row(
                        new HeldMandate(
                                row.getObject("id", UUID.class),
                                row.getObject("unit_id", UUID.class),
                                row.getBoolean("subtree"),
                                row.getString("role")),
                        row.getBoolean("covers")))
                .list();
    }

    /** Those of the units that lie below the root today, or are it. */
    List<UUID> below(UUID root, Collection<UUID> units) {
        return jdbc.sql("""
                        select unnest(:units) as id intersect select kit.units_and_below(array[cast(:root as uuid)], kit.business_today())
                        """)
                .param("root", root)
                .param("units", units.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The moment up to which the copy from that source is complete; the epoch's beginning when nothing was ever read. */
    Instant asOf(String source) {
        return jdbc.sql("select as_of from kit.feed_cursor where source = :source and as_of is not null")
                .param("source", source)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }
}
