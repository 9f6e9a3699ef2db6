package vn.thidua.cluster.task;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names that a list of tasks shows. */
@Repository
class TaskQueries {
    private final JdbcClient jdbc;

    TaskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    Map<UUID, String> unitNames(Collection<UUID> units) {
        return jdbc
                .sql("select u.id, unit_name(u.id, kit.business_today()) as name from unnest(:ids) as u(id)")
                .param("ids", units.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Objects.requireNonNull(entry.getValue())));
    }

    Map<UUID, String> clusterNames(Collection<UUID> clusters) {
        return jdbc
                .sql("select id, name from cluster where id = any(:ids)")
                .param("ids", clusters.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Objects.requireNonNull(entry.getValue())));
    }
}
