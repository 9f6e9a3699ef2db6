package vn.thidua.indicator.consolidation;

import java.sql.Types;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Measure.ValueKind;

/** Keeps the rules of aggregation. */
@Repository
class AggregationStore {
    /** @param suggested how numbers of the kind are usually put together */
    record Ruled(UUID unitId, ValueKind kind, Aggregation aggregation, Aggregation.Rule suggested) {}

    private final JdbcClient jdbc;

    AggregationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Ruled> find(UUID indicatorId) {
        return ruled(indicatorId, "");
    }

    /** Holds the indicator until the transaction ends: two who say its first rule at once meet there. */
    Optional<Ruled> lock(UUID indicatorId) {
        return ruled(indicatorId, " for update of i");
    }

    /** The rule that is said. */
    void put(UUID indicatorId, Aggregation aggregation) {
        jdbc.sql("""
                        insert into indicator_aggregation (indicator_id, rule, weight_id, version)
                        values (:indicator, :rule, :weight, :version)
                        on conflict (indicator_id) do update
                        set rule = excluded.rule, weight_id = excluded.weight_id, version = excluded.version
                        """)
                .param("indicator", indicatorId)
                .param("rule", Objects.requireNonNull(aggregation.rule()).name())
                .param("weight", aggregation.weightId(), Types.OTHER)
                .param("version", aggregation.version())
                .update();
    }

    /** What weighs is an amount of the same catalogue. */
    boolean weighs(UUID indicatorId, UUID unitId, UUID weightId) {
        return !weightId.equals(indicatorId)
                && jdbc.sql("""
                                select exists (select from indicator
                                               where id = :weight and unit_id = :unit and value_kind in ('QUANTITY', 'COUNT'))
                                """)
                        .param("weight", weightId)
                        .param("unit", unitId)
                        .query(Boolean.class)
                        .single();
    }

    private Optional<Ruled> ruled(UUID indicatorId, String hold) {
        return jdbc.sql("""
                        select i.unit_id, i.value_kind, a.rule, usual_aggregation(i.value_kind, false) as suggested, a.weight_id,
                               coalesce(a.version, 0) as version
                        from indicator i left join indicator_aggregation a on a.indicator_id = i.id
                        where i.id = :id
                        """ + hold)
                .param("id", indicatorId)
                .query((row, _) -> new Ruled(
                        row.getObject("unit_id", UUID.class),
                        ValueKind.valueOf(row.getString("value_kind")),
                        new Aggregation(
                                rule(row.getString("rule")),
                                row.getObject("weight_id", UUID.class),
                                row.getLong("version")),
                        Aggregation.Rule.valueOf(row.getString("suggested"))))
                .optional();
    }

    static Aggregation.@Nullable Rule rule(@Nullable String name) {
        return name == null ? null : Aggregation.Rule.valueOf(name);
    }
}
