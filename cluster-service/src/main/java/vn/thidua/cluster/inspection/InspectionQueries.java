package vn.thidua.cluster.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads inspections of a season. */
@Repository
class InspectionQueries {
    private static final String VIEW = """
            select i.*, unit_name(i.unit_id, i.held_on) as unit_name from inspection i
            """;

    private final JdbcClient jdbc;

    InspectionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<InspectionController.InspectionView> find(UUID id) {
        return jdbc.sql(VIEW + " where i.id = :id")
                .param("id", id)
                .query((row, _) -> view(row, findings(id).getOrDefault(id, List.of())))
                .optional();
    }

    /**
     * The newest first.
     *
     * @param reach null for a caller who may see every season's
     */
    List<InspectionController.InspectionView> list(
            @Nullable UUID season, @Nullable Reach reach, @Nullable UUID after, int limit) {
        record Found(UUID id, InspectionController.InspectionView view) {}
        var found = jdbc.sql(VIEW + """
                        join cluster k on k.id = i.cluster_id
                        where (cast(:season as uuid) is null or i.season_id = :season)
                          and (:all or k.organiser_id = any(:units)
                               or k.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                          and (cast(:after as uuid) is null
                               or (i.held_on, i.id) < (select x.held_on, x.id from inspection x where x.id = :after))
                        order by i.held_on desc, i.id desc limit :limit
                        """)
                .param("season", season, Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new Found(row.getObject("id", UUID.class), view(row, List.of())))
                .list();
        var findings = findings(found.stream().map(Found::id).toArray(UUID[]::new));
        return found.stream()
                .map(one -> one.view().with(findings.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<InspectionController.FindingView>> findings(UUID... inspections) {
        record Of(UUID inspection, InspectionController.FindingView finding) {}
        return jdbc
                .sql(
                        "select * from inspection_finding where inspection_id = any(:inspections) order by inspection_id, number")
                .param("inspections", Arrays.copyOf(inspections, inspections.length))
                .query((row, _) -> new Of(
                        row.getObject("inspection_id", UUID.class),
                        InspectionController.FindingView.of(InspectionStore.finding(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::inspection, Collectors.mapping(Of::finding, Collectors.toList())));
    }

    private static InspectionController.InspectionView view(
            ResultSet row, List<InspectionController.FindingView> findings) throws SQLException {
        return new InspectionController.InspectionView(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("inspector"),
                row.getString("subject"),
                Objects.requireNonNull(Rows.date(row, "held_on")),
                row.getString("conclusion"),
                findings,
                row.getString("withdrawn_because"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }
}
