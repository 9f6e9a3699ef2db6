package vn.thidua.indicator.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the bounds of indicators. */
@Repository
public class Bounds {
    private final JdbcClient jdbc;

    Bounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bounds that hold for each of those indicators: its own, and the general ones of the kinds it has none of. */
    public Map<UUID, Map<Bound.Kind, Bound>> of(List<UUID> indicatorIds) {
        var found = new HashMap<UUID, Map<Bound.Kind, Bound>>();
        jdbc.sql("""
                        select i.id as indicator_id, b.kind, b.lower, b.upper, b.severity, b.minimum_peers
                        from unnest(cast(:ids as uuid[])) as i(id)
                        join check_bound b on b.indicator_id = i.id
                             or (b.indicator_id is null
                                 and not exists (select from check_bound own where own.indicator_id = i.id and own.kind = b.kind))
                        """)
                .param("ids", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> {
                    var bound = bound(row);
                    return found.computeIfAbsent(
                                    row.getObject("indicator_id", UUID.class), _ -> new EnumMap<>(Bound.Kind.class))
                            .put(bound.kind(), bound);
                })
                .list();
        return found;
    }

    /** Puts these in place of the indicator's own. */
    void replace(UUID indicatorId, List<Bound> bounds) {
        jdbc.sql("delete from check_bound where indicator_id = :id")
                .param("id", indicatorId)
                .update();
        for (var bound : bounds) {
            jdbc.sql("""
                            insert into check_bound (indicator_id, kind, lower, upper, severity, minimum_peers)
                            values (:id, :kind, :lower, :upper, :severity, :peers)
                            """)
                    .param("id", indicatorId)
                    .param("kind", bound.kind().name())
                    .param("lower", bound.lower(), Types.NUMERIC)
                    .param("upper", bound.upper(), Types.NUMERIC)
                    .param("severity", bound.severity().name())
                    .param("peers", bound.minimumPeers())
                    .update();
        }
    }

    private static Bound bound(ResultSet row) throws SQLException {
        return new Bound(
                Bound.Kind.valueOf(row.getString("kind")),
                row.getBigDecimal("lower"),
                row.getBigDecimal("upper"),
                Bound.Severity.valueOf(row.getString("severity")),
                row.getInt("minimum_peers"));
    }
}
