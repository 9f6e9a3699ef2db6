package vn.thidua.indicator.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.database.Rows;

/** Writes and reads amendments of frozen targets. */
@Repository
class AmendmentStore {
    private static final String ROWS = "select * from target_amendment ";

    private final JdbcClient jdbc;

    AmendmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty when another amendment of the target waits for its decision */
    Optional<Amendment> propose(UUID seasonId, Target target, Amendment.Terms after, String reason, String by) {
        var insert = jdbc.sql("""
                        insert into target_amendment (season_id, unit_id, indicator_id, assigned_before, registered_before,
                               h1_assigned_before, h1_registered_before, m9_assigned_before, m9_registered_before, items_before,
                               assigned, registered, h1_assigned, h1_registered, m9_assigned, m9_registered, items, reason, proposed_by)
                        values (:season, :unit, :indicator, :assignedBefore, :registeredBefore, :h1AssignedBefore,
                                :h1RegisteredBefore, :m9AssignedBefore, :m9RegisteredBefore, :itemsBefore,
                                :assigned, :registered, :h1Assigned, :h1Registered, :m9Assigned, :m9Registered, :items, :reason, :by)
                        on conflict (season_id, unit_id, indicator_id) where status = 'PROPOSED' do nothing
                        returning *
                        """)
                .param("season", seasonId)
                .param("unit", target.unitId())
                .param("indicator", target.indicatorId())
                .param("reason", reason)
                .param("by", by);
        return terms(terms(insert, Amendment.Terms.of(target), "Before"), after, "")
                .query(AmendmentStore::amendment)
                .optional();
    }

    /** Held until the transaction ends. */
    Optional<Amendment> lock(UUID seasonId, UUID id) {
        return jdbc.sql(ROWS + "where season_id = :season and id = :id for update")
                .param("season", seasonId)
                .param("id", id)
                .query(AmendmentStore::amendment)
                .optional();
    }

    /** @param refusedBecause null when it is approved */
    Amendment decide(UUID id, String by, @Nullable String refusedBecause) {
        return jdbc.sql("""
                        update target_amendment
                        set status = case when cast(:because as text) is null then 'APPROVED' else 'REFUSED' end,
                            decided_by = :by, decided_at = kit.business_now(), refused_because = :because
                        where id = :id returning *
                        """)
                .param("id", id)
                .param("by", by)
                .param("because", refusedBecause, Types.VARCHAR)
                .query(AmendmentStore::amendment)
                .single();
    }

    /** The amended target says what the approval says; the database lets nothing else through. */
    void apply(Amendment approved) {
        var update = jdbc.sql("""
                        update target set assigned = :assigned, registered = :registered, h1_assigned = :h1Assigned,
                               h1_registered = :h1Registered, m9_assigned = :m9Assigned, m9_registered = :m9Registered, items = :items,
                               version = version + 1
                        where season_id = :season and unit_id = :unit and indicator_id = :indicator
                        """)
                .param("season", approved.seasonId())
                .param("unit", approved.unitId())
                .param("indicator", approved.indicatorId());
        terms(update, approved.after(), "").update();
    }

    /** Newest first, of one member if it is named. */
    List<Amendment> list(UUID seasonId, @Nullable UUID unitId, @Nullable UUID after, int limit) {
        return jdbc.sql(ROWS + """
                        where season_id = :season and (cast(:unit as uuid) is null or unit_id = :unit)
                          and (cast(:after as uuid) is null or id < :after)
                        order by id desc limit :limit
                        """)
                .param("season", seasonId)
                .param("unit", unitId, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(AmendmentStore::amendment)
                .list();
    }

    private static Amendment amendment(ResultSet row, int number) throws SQLException {
        return new Amendment(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("indicator_id", UUID.class),
                terms(row, "_before"),
                terms(row, ""),
                row.getString("reason"),
                Amendment.Status.valueOf(row.getString("status")),
                row.getString("proposed_by"),
                Objects.requireNonNull(Rows.instant(row, "proposed_at")),
                row.getString("decided_by"),
                Rows.instant(row, "decided_at"),
                row.getString("refused_because"));
    }

    private static JdbcClient.StatementSpec terms(
            JdbcClient.StatementSpec statement, Amendment.Terms terms, String when) {
        var bound = statement
                .param("assigned" + when, terms.assigned(), Types.NUMERIC)
                .param("registered" + when, terms.registered(), Types.NUMERIC)
                .param(
                        "items" + when,
                        terms.items().isEmpty() ? null : terms.items().toArray(String[]::new),
                        Types.ARRAY);
        for (var part : Target.Part.values()) {
            var portion = Target.portion(terms.portions(), part);
            var name = part.name().toLowerCase(Locale.ROOT);
            bound = bound.param(name + "Assigned" + when, portion.assigned(), Types.NUMERIC)
                    .param(name + "Registered" + when, portion.registered(), Types.NUMERIC);
        }
        return bound;
    }

    private static Amendment.Terms terms(ResultSet row, String when) throws SQLException {
        return new Amendment.Terms(
                Decimals.plainOrNull(row.getBigDecimal("assigned" + when)),
                Decimals.plainOrNull(row.getBigDecimal("registered" + when)),
                TargetStore.portions(row, when),
                TargetStore.items(row, when));
    }
}
