package vn.thidua.indicator.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;

/** What documents state of units in a season of record, for those who score it. What they state of a whole cluster is no unit's fact. */
@Repository
public class StatedFacts {
    /**
     * One figure of one unit, as printed.
     *
     * @param percentOfPlan whether {@code value} is a percent of plan; otherwise it is a number in the indicator's unit of measure
     * @param outOf the plan printed beside the number (49/35), null where none is
     * @param qualifier NEARLY, ABOVE, ... where the document does not say the number exactly; null where it does
     */
    public record Stated(
            UUID figureId,
            UUID unitId,
            UUID indicatorId,
            Measure.Direction direction,
            boolean percentOfPlan,
            BigDecimal value,
            @Nullable BigDecimal outOf,
            @Nullable String qualifier) {}

    private final JdbcClient jdbc;

    StatedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The year's figures that a score can be counted from: numbers and percents of plan. */
    public List<Stated> of(UUID seasonId) {
        return jdbc.sql("""
                        select f.id, f.unit_id, f.indicator_id, i.direction, f.measure = 'PERCENT_OF_PLAN' as percent, f.value, f.out_of,
                               f.qualifier
                        from figure f
                        join indicator i on i.id = f.indicator_id
                        where f.season_id = :season and f.period_kind = 'YEAR' and f.subject = 'UNIT' and f.value is not null
                          and f.measure in ('VALUE', 'PERCENT_OF_PLAN')
                        order by f.unit_id, i.code, f.id
                        """)
                .param("season", seasonId)
                .query((row, _) -> new Stated(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("indicator_id", UUID.class),
                        Measure.Direction.valueOf(row.getString("direction")),
                        row.getBoolean("percent"),
                        Decimals.plain(row.getBigDecimal("value")),
                        Decimals.plainOrNull(row.getBigDecimal("out_of")),
                        row.getString("qualifier").equals(Qualifier.EXACT.name()) ? null : row.getString("qualifier")))
                .list();
    }
}
