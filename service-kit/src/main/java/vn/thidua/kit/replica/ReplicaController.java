package vn.thidua.kit.replica;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** What this service knows of the others, and as of when. Anyone with a mandate may look: it names units, not people. */
@RestController
@RequestMapping("/api/v1/replicas/${thidua.service}")
@Tag(name = "Replica")
final class ReplicaController {
    /** @param asOf null when nothing was ever read */
    record Source(
            String source,
            @Nullable UUID epoch,
            long position,
            @Nullable Instant asOf,
            long parked) {}

    record Replica(List<Source> sources, long units, long mandates) {}

    record KnownUnit(
            UUID id,
            String code,
            String name,
            long version,
            @Nullable Instant asOf) {}

    private final JdbcClient jdbc;
    private final Mandates mandates;

    ReplicaController(JdbcClient jdbc, Mandates mandates) {
        this.jdbc = jdbc;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "How far this service has read the others' feeds")
    Replica replica(Caller caller) {
        requireMandate(caller);
        var sources = jdbc.sql("""
                        select c.source, c.epoch, c.position, c.as_of,
                               (select count(*) from kit.feed_parked p where p.source = c.source) as parked
                        from kit.feed_cursor c order by c.source
                        """)
                .query((row, _) -> new Source(
                        row.getString("source"),
                        row.getObject("epoch", UUID.class),
                        row.getLong("position"),
                        Rows.instant(row, "as_of"),
                        row.getLong("parked")))
                .list();
        return new Replica(
                sources, count("select count(*) from kit.unit_copy"), count("select count(*) from kit.mandate_copy"));
    }

    @GetMapping("/units/{id}")
    @Operation(summary = "A unit as this service knows it")
    KnownUnit unit(Caller caller, @PathVariable UUID id) {
        requireMandate(caller);
        return jdbc.sql("""
                        select u.id, u.code, u.version,
                               coalesce((select s.name from kit.unit_state_copy s
                                         where s.unit_id = u.id and s.during @> kit.business_today()),
                                        (select s.name from kit.unit_state_copy s
                                         where s.unit_id = u.id order by s.during desc limit 1)) as name,
                               coalesce((select min(c.as_of) from kit.feed_cursor c), now()) as as_of
                        from kit.unit_copy u where u.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new KnownUnit(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("version"),
                        Rows.instant(row, "as_of")))
                .optional()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void requireMandate(Caller caller) {
        if (caller.kind() != Caller.Kind.SERVICE && mandates.inForce(caller).isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
    }
}
