package vn.thidua.indicator.consolidation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Keeps what a cluster says beside its computed numbers, and the numbers it handed in. */
@Repository
class ConsolidationStore {
    private record FrozenRow(
            UUID indicatorId,
            Aggregation.@Nullable Rule rule,
            @Nullable UUID weightId,
            @Nullable BigDecimal computed,
            boolean approximate,
            @Nullable BigDecimal adjusted,
            @Nullable String reason,
            @Nullable String explanation,
            int expected,
            int known,
            int notApplicable,
            int missing,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConsolidationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The season that a period belongs to. */
    Optional<UUID> seasonOf(UUID periodId) {
        return jdbc.sql("select season_id from period where id = :period")
                .param("period", periodId)
                .query((row, _) -> row.getObject("season_id", UUID.class))
                .optional();
    }

    /** The period's consolidation, a draft with version 0 while nobody has touched it. */
    Consolidation find(UUID periodId) {
        return jdbc.sql("select * from consolidation where period_id = :period")
                .param("period", periodId)
                .query((row, _) -> consolidation(row))
                .optional()
                .orElse(new Consolidation(periodId, Consolidation.Status.DRAFT, 0, null, null, null, null, 0));
    }

    /** As {@link #find}, begun if there is none, held against other writers until the transaction ends. */
    Consolidation lock(UUID periodId) {
        jdbc.sql("insert into consolidation (period_id) values (:period) on conflict do nothing")
                .param("period", periodId)
                .update();
        return jdbc.sql("select * from consolidation where period_id = :period for update")
                .param("period", periodId)
                .query((row, _) -> consolidation(row))
                .single();
    }

    /** What is said now beside the numbers of a period. */
    Map<UUID, Consolidation.Beside> beside(UUID periodId) {
        var found = new HashMap<UUID, Consolidation.Beside>();
        jdbc.sql("""
                        select distinct on (indicator_id) indicator_id, version, adjusted, reason, explanation, over
                        from consolidated_cell where period_id = :period order by indicator_id, version desc
                        """)
                .param("period", periodId)
                .query((row, _) -> {
                    var beside = new Consolidation.Beside(
                            row.getObject("indicator_id", UUID.class),
                            row.getLong("version"),
                            Decimals.plainOrNull(row.getBigDecimal("adjusted")),
                            row.getString("reason"),
                            row.getString("explanation"),
                            Decimals.plainOrNull(row.getBigDecimal("over")));
                    return found.put(beside.indicatorId(), beside);
                })
                .list();
        return found;
    }

    void say(UUID periodId, Consolidation.Beside beside, Caller caller, Basis basis) {
        jdbc.sql("""
                        insert into consolidated_cell (period_id, indicator_id, version, adjusted, reason, explanation, over, actor_kind,
                                                       actor, mandate_id)
                        values (:period, :indicator, :version, :adjusted, :reason, :explanation, :over, :kind, :actor, :mandate)
                        """)
                .param("period", periodId)
                .param("indicator", beside.indicatorId())
                .param("version", beside.version())
                .param("adjusted", beside.adjusted(), Types.NUMERIC)
                .param("reason", beside.reason(), Types.VARCHAR)
                .param("explanation", beside.explanation(), Types.VARCHAR)
                .param("over", beside.over(), Types.NUMERIC)
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("mandate", basis.mandateId())
                .update();
        jdbc.sql("update consolidation set version = version + 1 where period_id = :period")
                .param("period", periodId)
                .update();
    }

    /** Hands the numbers in as the next edition. */
    void submit(
            UUID periodId, List<Consolidation.Computed> numbers, Map<UUID, Consolidation.Beside> beside, String by) {
        var rows = numbers.stream()
                .map(number -> {
                    var said = beside.getOrDefault(
                            number.indicatorId(), Consolidation.Beside.nothing(number.indicatorId()));
                    return new FrozenRow(
                            number.indicatorId(),
                            number.rule(),
                            number.weightId(),
                            number.computed(),
                            number.approximate(),
                            said.adjusted(),
                            said.reason(),
                            said.explanation(),
                            number.coverage().expected(),
                            number.coverage().known(),
                            number.coverage().notApplicable(),
                            number.coverage().missing(),
                            number.plan().assigned(),
                            number.plan().registered(),
                            number.plan().lastYear());
                })
                .toList();
        jdbc.sql("""
                        with handed as (
                            update consolidation set status = 'SUBMITTED', edition = edition + 1, submitted_at = kit.business_now(),
                                   submitted_by = :by, returned_because = null, version = version + 1
                            where period_id = :period returning period_id, edition)
                        insert into consolidated_number (period_id, edition, indicator_id, rule, weight_id, computed, approximate, adjusted, reason,
                                                         explanation, expected, known, not_applicable, missing, assigned, registered, last_year)
                        select h.period_id, h.edition, g."indicatorId", g.rule, g."weightId", g.computed, g.approximate, g.adjusted, g.reason,
                               g.explanation, g.expected, g.known, g."notApplicable", g.missing, g.assigned, g.registered, g."lastYear"
                        from handed h
                        cross join jsonb_to_recordset(cast(:rows as jsonb)) as g("indicatorId" uuid, rule text, "weightId" uuid,
                             computed numeric, approximate boolean, adjusted numeric, reason text, explanation text, expected int, known int,
                             "notApplicable" int, missing int, assigned numeric, registered numeric, "lastYear" numeric)
                        """)
                .param("period", periodId)
                .param("by", by)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    void adopt(UUID periodId, String by) {
        jdbc.sql("""
                        update consolidation set status = 'ADOPTED', adopted_at = kit.business_now(), adopted_by = :by,
                               version = version + 1
                        where period_id = :period
                        """).param("period", periodId).param("by", by).update();
    }

    void giveBack(UUID periodId, String reason) {
        jdbc.sql("""
                        update consolidation set status = 'DRAFT', returned_because = :reason, adopted_at = null, adopted_by = null,
                               version = version + 1
                        where period_id = :period
                        """).param("period", periodId).param("reason", reason).update();
    }

    private static Consolidation consolidation(ResultSet row) throws SQLException {
        return new Consolidation(
                row.getObject("period_id", UUID.class),
                Consolidation.Status.valueOf(row.getString("status")),
                row.getInt("edition"),
                Rows.instant(row, "submitted_at"),
                row.getString("submitted_by"),
                Rows.instant(row, "adopted_at"),
                row.getString("returned_because"),
                row.getLong("version"));
    }
}
