package vn.thidua.indicator.consolidation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.catalogue.Measure.ValueKind;

/** Keeps the rules of aggregation. */
@Repository
class AggregationStore {
    /** @param suggested how numbers of the kind are usually put together */
    record Ruled(UUID unitId, ValueKind kind, Aggregation aggregation, Aggregation.Rule suggested) {
        boolean says(Aggregation.Rule rule, @Nullable UUID weightId) {
            return aggregation.rule() == rule && Objects.equals(aggregation.weightId(), weightId);
        }

        Ruled with(Aggregation another) {
            return new Ruled(unitId, kind, another, suggested);
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AggregationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Ruled> find(UUID indicatorId) {
        return Optional.ofNullable(ruled(List.of(indicatorId), "").get(indicatorId));
    }

    /** Holds the indicators until the transaction ends: two who say a first rule at once meet there. */
    Map<UUID, Ruled> lock(List<UUID> indicatorIds) {
        return ruled(indicatorIds, " for update of i");
    }

    /** The rules that are said, by indicator. */
    void put(Map<UUID, Aggregation> rules) {
        jdbc.sql("""
                        insert into indicator_aggregation (indicator_id, rule, weight_id, version)
                        select g.indicator, g.rule, g."weightId", g.version
                        from jsonb_to_recordset(cast(:rules as jsonb)) as g(indicator uuid, rule text, "weightId" uuid, version bigint)
                        on conflict (indicator_id) do update
                        set rule = excluded.rule, weight_id = excluded.weight_id, version = excluded.version
                        """)
                .param(
                        "rules",
                        json.writeValueAsString(rules.entrySet().stream()
                                .map(one -> new Row(
                                        one.getKey(),
                                        Objects.requireNonNull(one.getValue().rule()),
                                        one.getValue().weightId(),
                                        one.getValue().version()))
                                .toList()))
                .update();
    }

    private record Row(
            UUID indicator, Aggregation.Rule rule, @Nullable UUID weightId, long version) {}

    /** Of those indicators the ones that are amounts and so can weigh, with whose catalogue they are in. */
    Map<UUID, UUID> amounts(List<UUID> indicatorIds) {
        var found = new HashMap<UUID, UUID>();
        jdbc.sql("select id, unit_id from indicator where id = any(:ids) and value_kind in ('QUANTITY', 'COUNT')")
                .param("ids", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> found.put(row.getObject("id", UUID.class), row.getObject("unit_id", UUID.class)))
                .list();
        return found;
    }

    private Map<UUID, Ruled> ruled(List<UUID> indicatorIds, String hold) {
        var found = new LinkedHashMap<UUID, Ruled>();
        jdbc.sql("""
                        select i.id, i.unit_id, i.value_kind, a.rule, usual_aggregation(i.value_kind, i.name, false) as suggested, a.weight_id,
                               coalesce(a.version, 0) as version
                        from indicator i left join indicator_aggregation a on a.indicator_id = i.id
                        where i.id = any(:ids) order by i.id
                        """ + hold)
                .param("ids", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> found.put(
                        row.getObject("id", UUID.class),
                        new Ruled(
                                row.getObject("unit_id", UUID.class),
                                ValueKind.valueOf(row.getString("value_kind")),
                                new Aggregation(
                                        rule(row.getString("rule")),
                                        row.getObject("weight_id", UUID.class),
                                        row.getLong("version")),
                                Aggregation.Rule.valueOf(row.getString("suggested")))))
                .list();
        return found;
    }

    static Aggregation.@Nullable Rule rule(@Nullable String name) {
        return name == null ? null : Aggregation.Rule.valueOf(name);
    }
}
