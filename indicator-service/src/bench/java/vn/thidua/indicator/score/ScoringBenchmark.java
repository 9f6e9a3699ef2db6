package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;

/** Criterion scores a second on one core, structured trace included: a sheet of 60 criteria of the usual kinds, one unit's facts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
public class ScoringBenchmark {
    private static final int CRITERIA = 60;
    private static final int GROUPS = 6;

    private final Sheet sheet = sheet();
    private final Facts facts = facts(sheet);

    /** The score as a value, each point with its way. */
    @Benchmark
    @OperationsPerInvocation(CRITERIA)
    public Score scored() {
        return Scoring.score(sheet, facts);
    }

    /** The same, written down as a ranking keeps it: every sentence in both languages. */
    @Benchmark
    @OperationsPerInvocation(CRITERIA)
    public String written() {
        return Canonical.text(Scoring.score(sheet, facts));
    }

    private static Sheet sheet() {
        var groups = new ArrayList<Group>();
        for (int g = 0; g < GROUPS; g++) {
            var criteria = new ArrayList<Criterion>();
            for (int c = 0; c < CRITERIA / GROUPS; c++) {
                criteria.add(Sheets.criterion(g + "." + c, "10", rule(c)));
            }
            groups.add(Sheets.group("N" + g, "100", "0", criteria.toArray(Criterion[]::new)));
        }
        var rounding = new Rounding(RoundedAt.CRITERION, 2, RoundingMode.HALF_UP);
        return Sheets.sheet("600", NotApplicable.EXCLUDE, rounding, groups.toArray(Group[]::new));
    }

    private static ScoringRule rule(int number) {
        return switch (number % 5) {
            case 0 -> new ScoringRule.Proportional(Of.PERCENT_OF_PLAN, null, null, null, null);
            case 1 -> Sheets.ladder(Of.PERCENT_OF_PLAN, "50)", "0", "75)", "5", "95]", "8", "", "10");
            case 2 -> new ScoringRule.YesNo(BigDecimal.TEN, BigDecimal.ZERO);
            case 3 -> new ScoringRule.DaysLate(Sheets.steps("0", "10", "2", "7.5", "5", "5", "", "0"));
            default -> Sheets.percent();
        };
    }

    private static Facts facts(Sheet sheet) {
        var facts = new TreeMap<String, Fact>();
        var values = List.of("87.3", "1234.5", "1", "2", "66.6");
        for (var criterion : sheet.criteria()) {
            var value = values.get(facts.size() % values.size());
            facts.put(criterion.code(), Sheets.planned(value, "137.7", Direction.RAISE, null));
        }
        return Facts.of(Sheets.UNIT, facts);
    }
}
