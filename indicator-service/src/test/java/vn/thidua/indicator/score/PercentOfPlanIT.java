package vn.thidua.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.IndicatorService;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.target.Plan;
import vn.thidua.kit.test.ServiceUnderTest;

/** One percent of plan: what a report shows, what a score counts with and what a digest computes are the same number. */
class PercentOfPlanIT {
    private static final int CASES = 4000;
    private static final List<String> EDGES = List.of(
            "0",
            "1",
            "-1",
            "3",
            "7",
            "100",
            "0.000001",
            "-0.000001",
            "999999999.999999",
            "200",
            "12345678900000",
            "133.333333",
            // 12.34567849999 of 100: rounding it twice would give ...785
            "0.1234567849999",
            "0.1234567850000");

    record Case(
            Direction direction,
            BigDecimal value,
            @Nullable BigDecimal target,
            @Nullable BigDecimal lastYear) {}

    @Test
    void reportScoreAndDigestSayTheSamePercent() throws SQLException {
        var cases = cases();
        var inSql = inSql(cases);
        var known = 0;
        for (int i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            var shown = shown(one);
            var scored = Percent.of(
                    new Fact(
                            one.value(),
                            null,
                            false,
                            Facts.Origin.REPORTED,
                            one.direction(),
                            one.target(),
                            null,
                            one.lastYear(),
                            List.of()),
                    Sheet.Plan.REGISTERED_ELSE_ASSIGNED);
            assertThat(scored == null).as("%s", one).isEqualTo(shown == null);
            assertThat(inSql.get(i) == null).as("%s", one).isEqualTo(shown == null);
            if (shown != null) {
                known++;
                assertThat(Decimals.shown(Objects.requireNonNull(scored).value().shown()))
                        .as("%s scored", one)
                        .isEqualByComparingTo(shown);
                assertThat(Decimals.shown(Objects.requireNonNull(inSql.get(i))))
                        .as("%s in a digest", one)
                        .isEqualByComparingTo(shown);
            }
        }
        assertThat(known).as("cases that have a percent").isBetween(CASES / 4, CASES);
    }

    private static @Nullable BigDecimal shown(Case one) {
        var plan = new Plan(Measure.ValueKind.QUANTITY, one.direction(), one.target(), null, one.lastYear());
        return switch (plan.fulfilment(one.value())) {
            case Plan.Fulfilment.Percent percent -> percent.percent();
            case Plan.Fulfilment.None _ -> null;
        };
    }

    private static List<Case> cases() {
        var random = new Random(20261122);
        var cases = new ArrayList<Case>();
        for (int i = 0; i < CASES; i++) {
            cases.add(new Case(
                    List.of(Direction.values()).get(random.nextInt(3)),
                    number(random),
                    random.nextInt(20) == 0 ? null : number(random),
                    random.nextInt(5) == 0 ? null : number(random)));
        }
        return cases;
    }

    private static BigDecimal number(Random random) {
        if (random.nextInt(4) == 0) {
            return new BigDecimal(EDGES.get(random.nextInt(EDGES.size())));
        }
        var digits = BigDecimal.valueOf(random.nextLong(1_000_000_000L), random.nextInt(7));
        return random.nextInt(8) == 0 ? digits.negate() : digits;
    }

    private static List<@Nullable BigDecimal> inSql(List<Case> cases) throws SQLException {
        try (var service = ServiceUnderTest.start(IndicatorService.class, Map.of("thidua.feed.sources", ""));
                var connection = service.database().asOwner();
                var statement = connection.prepareStatement("""
                        select percent_of_plan(c.direction, c.value, c.target, c.last_year)
                        from unnest(?, ?, ?, ?) with ordinality as c(direction, value, target, last_year, n) order by c.n
                        """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            cases.stream().map(c -> c.direction().name()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "numeric", cases.stream().map(Case::value).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "numeric", cases.stream().map(Case::target).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "numeric", cases.stream().map(Case::lastYear).toArray()));
            var rows = statement.executeQuery();
            var percents = new ArrayList<@Nullable BigDecimal>();
            while (rows.next()) {
                percents.add(rows.getBigDecimal(1));
            }
            return percents;
        }
    }
}
