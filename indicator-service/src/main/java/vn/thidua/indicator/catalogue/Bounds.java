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
        var general = new EnumMap<Bound.Kind, Bound>(Bound.Kind.class);
        var own = new HashMap<UUID, Map<Bound.Kind, Bound>>();
        jdbc.sql("""
                        select indicator_id, kind, lower, upper, severity, minimum_peers from check_bound where indicator_id is null
                        union all
                        select indicator_id, kind, lower, upper, severity, minimum_peers from check_bound where indicator_id = any(:ids)
                        """).param("ids", indicatorIds.toArray(UUID[]::new)).query(row -> {
            var bound = bound(row);
            var indicator = row.getObject("indicator_id", UUID.class);
            (indicator == null ? general : own.computeIfAbsent(indicator, _ -> new EnumMap<>(Bound.Kind.class)))
                    .put(bound.kind(), bound);
        });
        var found = new HashMap<UUID, Map<Bound.Kind, Bound>>();
        for (var indicator : indicatorIds) {
            var bounds = new EnumMap<>(general);
            bounds.putAll(own.getOrDefault(indicator, Map.of()));
            found.put(indicator, bounds);
        }
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
