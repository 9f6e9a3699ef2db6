package vn.thidua.indicator.target;

import java.sql.Types;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Keeps what clusters as a whole are to reach; nothing of it is rewritten. */
@Repository
class ClusterTargetStore {
    private final JdbcClient jdbc;

    ClusterTargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether any member has a target of the indicator, so that the cluster reports it. */
    boolean isMeasured(UUID seasonId, UUID indicatorId) {
        return jdbc.sql("select exists (select from target where season_id = :season and indicator_id = :indicator)")
                .param("season", seasonId)
                .param("indicator", indicatorId)
                .query(Boolean.class)
                .single();
    }

    /** What may be promised of what is answered with a word; empty for other indicators. */
    Optional<Answers> answers(UUID indicatorId) {
        return jdbc.sql("""
                        select i.value_kind, coalesce(cardinality(i.levels), 0) as levels,
                               coalesce(a.rule in ('LAST', 'MAX', 'MIN'), false) as one_for_all
                        from indicator i left join indicator_aggregation a on a.indicator_id = i.id
                        where i.id = :indicator and i.value_kind in ('YES_NO', 'LEVEL')
                        """)
                .param("indicator", indicatorId)
                .query((row, _) -> Objects.requireNonNull(Answers.ofCluster(
                        ValueKind.valueOf(row.getString("value_kind")),
                        row.getInt("levels"),
                        row.getBoolean("one_for_all"))))
                .optional();
    }

    Optional<ClusterTarget> find(UUID seasonId, UUID indicatorId) {
        return jdbc.sql("""
                        select id, version, assigned, registered, last_year, h1_assigned, h1_registered, m9_assigned,
                               m9_registered, reason
                        from cluster_target
                        where season_id = :season and indicator_id = :indicator order by version desc limit 1
                        """)
                .param("season", seasonId)
                .param("indicator", indicatorId)
                .query((row, _) -> new ClusterTarget(
                        row.getObject("id", UUID.class),
                        seasonId,
                        indicatorId,
                        row.getLong("version"),
                        Decimals.plainOrNull(row.getBigDecimal("assigned")),
                        Decimals.plainOrNull(row.getBigDecimal("registered")),
                        Decimals.plainOrNull(row.getBigDecimal("last_year")),
                        TargetStore.portions(row),
                        row.getString("reason")))
                .optional();
    }

    void add(ClusterTarget target, Caller caller, Basis basis) {
        var half = Target.portion(target.portions(), Target.Part.H1);
        var nine = Target.portion(target.portions(), Target.Part.M9);
        jdbc.sql("""
                        insert into cluster_target (id, season_id, indicator_id, version, assigned, registered, last_year, h1_assigned,
                                                    h1_registered, m9_assigned, m9_registered, reason,
                                                    actor_kind, actor, mandate_id)
                        values (:id, :season, :indicator, :version, :assigned, :registered, :lastYear, :h1Assigned, :h1Registered, :m9Assigned,
                                :m9Registered, :reason, :kind, :actor, :mandate)
                        """)
                .param("id", target.id())
                .param("season", target.seasonId())
                .param("indicator", target.indicatorId())
                .param("version", target.version())
                .param("assigned", target.assigned(), Types.NUMERIC)
                .param("registered", target.registered(), Types.NUMERIC)
                .param("lastYear", target.lastYear(), Types.NUMERIC)
                .param("h1Assigned", half.assigned(), Types.NUMERIC)
                .param("h1Registered", half.registered(), Types.NUMERIC)
                .param("m9Assigned", nine.assigned(), Types.NUMERIC)
                .param("m9Registered", nine.registered(), Types.NUMERIC)
                .param("reason", target.reason(), Types.VARCHAR)
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("mandate", basis.mandateId())
                .update();
    }
}
