package vn.thidua.cluster.founding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.founding.FoundingController.FoundingView;
import vn.thidua.kit.database.Rows;

/** Reads and writes founding decisions. */
@Repository
class FoundingStore {
    /**
     * What is recorded for a cluster.
     *
     * @param decision null when none is, or it was withdrawn
     * @param version 0 while none ever was
     */
    record Recorded(@Nullable FoundingDecision decision, long version) {}

    private final JdbcClient jdbc;

    FoundingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Recorded of(UUID clusterId) {
        return jdbc.sql("""
                        select number, decided_on, issued_by, issuer_unit_id, file_id, version from founding_decision
                        where cluster_id = :cluster
                        """)
                .param("cluster", clusterId)
                .query((row, _) -> new Recorded(decision(row), row.getLong("version")))
                .optional()
                .orElseGet(() -> new Recorded(null, 0));
    }

    /** The one that stands, with the names it is shown with. */
    Optional<FoundingView> view(UUID clusterId) {
        return jdbc.sql("""
                        select d.number, d.decided_on, d.issued_by, d.issuer_unit_id, d.file_id, d.version, f.name as file_name,
                               f.sha256, unit_name(d.issuer_unit_id, d.decided_on) as issuer_name
                        from founding_decision d left join file f on f.id = d.file_id
                        where d.cluster_id = :cluster and d.number is not null
                        """)
                .param("cluster", clusterId)
                .query((row, _) -> new FoundingView(
                        row.getString("number"),
                        Objects.requireNonNull(Rows.date(row, "decided_on")),
                        row.getString("issued_by"),
                        row.getObject("issuer_unit_id", UUID.class),
                        row.getString("issuer_name"),
                        row.getObject("file_id", UUID.class),
                        row.getString("file_name"),
                        row.getString("sha256")))
                .optional();
    }

    /** @param decision null to withdraw it */
    void put(UUID clusterId, @Nullable FoundingDecision decision) {
        jdbc.sql("""
                        insert into founding_decision as d (cluster_id, number, decided_on, issued_by, issuer_unit_id, file_id)
                        values (:cluster, :number, :decided, :by, :issuer, :file)
                        on conflict (cluster_id) do update set
                            number = excluded.number, decided_on = excluded.decided_on, issued_by = excluded.issued_by,
                            issuer_unit_id = excluded.issuer_unit_id, file_id = excluded.file_id, version = d.version + 1
                        """)
                .param("cluster", clusterId)
                .param("number", decision == null ? null : decision.number(), Types.VARCHAR)
                .param("decided", decision == null ? null : decision.decidedOn(), Types.DATE)
                .param("by", decision == null ? null : decision.issuedBy(), Types.VARCHAR)
                .param("issuer", decision == null ? null : decision.issuerUnitId(), Types.OTHER)
                .param("file", decision == null ? null : decision.fileId(), Types.OTHER)
                .update();
    }

    private static @Nullable FoundingDecision decision(ResultSet row) throws SQLException {
        var number = row.getString("number");
        return number == null
                ? null
                : new FoundingDecision(
                        number,
                        Objects.requireNonNull(Rows.date(row, "decided_on")),
                        row.getString("issued_by"),
                        row.getObject("issuer_unit_id", UUID.class),
                        row.getObject("file_id", UUID.class));
    }
}
