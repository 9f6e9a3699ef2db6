package vn.thidua.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.score.Sheets.choice;
import static vn.thidua.indicator.score.Sheets.criterion;
import static vn.thidua.indicator.score.Sheets.facts;
import static vn.thidua.indicator.score.Sheets.group;
import static vn.thidua.indicator.score.Sheets.ladder;
import static vn.thidua.indicator.score.Sheets.least;
import static vn.thidua.indicator.score.Sheets.n;
import static vn.thidua.indicator.score.Sheets.only;
import static vn.thidua.indicator.score.Sheets.percent;
import static vn.thidua.indicator.score.Sheets.row;
import static vn.thidua.indicator.score.Sheets.ruling;
import static vn.thidua.indicator.score.Sheets.sheet;
import static vn.thidua.indicator.score.Sheets.steps;
import static vn.thidua.indicator.score.Sheets.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Range;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Terms;
import vn.thidua.indicator.scoresheet.Terms.Grade;
import vn.thidua.indicator.scoresheet.ThroughAWorkbook;
import vn.thidua.kit.table.CsvLine;

/** The examples of published regulations, row by row. */
class ScoringVectorsTest {
    /** Rows that no scoresheet answers, each with its reason. */
    private static final Map<String, String> NOT_OF_A_SHEET = notOfASheet();

    /** Rows of classes and conditions on a total; the others are points. */
    private static final Set<String> OF_CLASSES =
            Set.of("V078", "V079", "V080", "V081", "V082", "V094", "V095", "V096");

    private static final ScoringRule LATE_REPORT =
            new ScoringRule.DaysLate(steps("0", "2", "2", "1.5", "5", "1", "10", "0.5", "", "0"));
    private static final ScoringRule SIGNED_DOCUMENTS =
            ladder(Of.VALUE, "50)", "0", "75)", "0.5", "95]", "1", "", "1.5");
    private static final ScoringRule ABSENCES =
            new ScoringRule.Count(steps("0", "5", "1", "4", "2", "3", "3", "1", "", "0"));
    private static final ScoringRule PROGRAMME =
            choice(ordered("không có chương trình", "0", "có chương trình", "3", "có cả hội nghị", "5"));
    /** Bù Đăng's rows as printed; what lies between them has no row. */
    private static final ScoringRule REPORTS = new FurtherRule.Conditions(
            List.of(
                    row("8", when("thang", 0), when("quy", 0)),
                    row("6", when("thang", 2), when("quy", 0)),
                    row("4", when("thang", 3), when("quy", 0)),
                    row("4", when("thang", 0), when("quy", 1)),
                    row("0", least("thang", 4), when("quy", 1))),
            null);
    /** Nghệ An's draft: a class by the total and by the weakest criterion. */
    private static final Terms CLASSES = new Terms(
            null,
            List.of(),
            List.of(
                    grade("hoan_thanh_xuat_sac", Range.from(n("90")), "85"),
                    grade("hoan_thanh_tot", new Range(n("80"), true, n("90"), false), "80"),
                    grade("hoan_thanh", new Range(n("70"), true, n("80"), false), "70"),
                    new Grade("khong_hoan_thanh", "không hoàn thành", Range.below(n("70")), null, null, false)),
            List.of());

    record Vector(String id, JsonNode inputs, String expected) {
        @Override
        public String toString() {
            return id + " " + inputs + " → " + expected;
        }

        BigDecimal number(String field) {
            return inputs.path(field).decimalValue();
        }
    }

    static List<Vector> vectorsOfPoints() {
        return vectorsOfSheets().stream()
                .filter(vector -> !OF_CLASSES.contains(vector.id()))
                .toList();
    }

    static List<Vector> vectorsOfClasses() {
        return vectorsOfSheets().stream()
                .filter(vector -> OF_CLASSES.contains(vector.id()))
                .toList();
    }

    private static List<Vector> vectorsOfSheets() {
        return all().stream()
                .filter(vector -> !NOT_OF_A_SHEET.containsKey(vector.id()))
                .toList();
    }

    @Test
    void everyRowIsEitherRunOrLeftOutForAReason() {
        var ids = new TreeSet<String>();
        all().forEach(vector -> ids.add(vector.id()));
        assertThat(ids).hasSize(60).containsAll(NOT_OF_A_SHEET.keySet());
        assertThat(vectorsOfSheets()).hasSize(60 - NOT_OF_A_SHEET.size());
        assertThat(vectorsOfClasses()).hasSize(OF_CLASSES.size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectorsOfClasses")
    void theSheetGivesTheClassOfTheSource(Vector vector) {
        assertThat(vector.inputs().has("score") ? condition(vector) : standing(vector))
                .isEqualTo(vector.expected());
    }

    private static String standing(Vector vector) {
        var total = vector.number("total");
        var weakest = vector.number("min_criterion_pct").movePointLeft(1);
        var verdict = verdict(CLASSES, total, weakest);
        if (verdict.grade() == null) {
            return "not eligible: hoan_thanh_xuat_sac";
        }
        return verdict.vote() ? "eligible: " + verdict.grade() + " (vote)" : verdict.grade();
    }

    /** A flag's condition on the total, as a class of its own. */
    private static String condition(Vector vector) {
        var least = vector.id().equals("V096") ? "96" : "95";
        var flag = new Grade("co", "đủ điểm xét cờ", Range.from(n(least)), null, null, false);
        var terms = new Terms(null, List.of(), List.of(flag), List.of());
        var verdict = verdict(terms, vector.number("score"), n("9"));
        return verdict.grade() == null ? "score condition not met" : "score condition met";
    }

    /** A sheet of 10 + 90, of which the smaller criterion is the weaker. */
    private static Score.Verdict verdict(Terms terms, BigDecimal total, BigDecimal weakest) {
        var sheet = sheet(
                "100", terms, group("I", "100", "0", criterion("1", "10", points()), criterion("2", "90", points())));
        var score = score(sheet, facts("1", weakest, "2", total.subtract(weakest)));
        assertThat(score.total()).isEqualByComparingTo(total);
        return Objects.requireNonNull(score.verdict());
    }

    /** By the sheet as it comes back from a workbook, which has to be the same. */
    private static Score score(Sheet sheet, Facts facts) {
        return Scoring.score(ThroughAWorkbook.same(sheet), facts);
    }

    private static Grade grade(String code, Range total, String everyCriterion) {
        return new Grade(code, code, total, n(everyCriterion), null, true);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectorsOfPoints")
    void theSheetGivesThePointsOfTheSource(Vector vector) {
        var points = points(vector);
        if (vector.expected().startsWith("{")) {
            var expected = json(vector.expected());
            assertThat(points).isEqualByComparingTo(expected.path("total_max").decimalValue());
        } else {
            assertThat(points).isEqualByComparingTo(vector.expected());
        }
    }

    private static BigDecimal points(Vector vector) {
        return switch (vector.id()) {
            case "V001", "V002", "V003", "V004" ->
                one(vector.inputs().path("std").asString(), percent(), vector.number("completion_pct"));
            case "V005" -> sumOfTasks(vector.inputs().path("criteria"));
            case "V010", "V011", "V012", "V013", "V014", "V015", "V016", "V017" ->
                one("2", LATE_REPORT, vector.number("days_late"));
            case "V018", "V019", "V020", "V021", "V022", "V023", "V024" ->
                one("1.5", SIGNED_DOCUMENTS, vector.number("pct"));
            case "V025", "V026" ->
                one(
                        "2",
                        new ScoringRule.YesNo(n("2"), n("0")),
                        bool(vector.inputs().path("issued")));
            case "V042", "V043", "V044" -> one("5", PROGRAMME, programme(vector.inputs()));
            case "V045", "V046", "V047", "V048", "V049", "V050" -> one("5", ABSENCES, vector.number("absences"));
            case "V051", "V052", "V053", "V054" -> reports(vector);
            case "V064", "V066" -> full(vector.inputs().path("groups"), "0");
            case "V065" ->
                full(
                        json("[%s]".formatted(vector.inputs().path("criteria_max"))),
                        vector.inputs().path("bonus_max").asString());
            case "V067" -> kienGiang(vector.inputs().path("groups_max"), json("[40,0,10]"));
            case "V068", "V069" ->
                kienGiang(vector.inputs().path("scores"), vector.inputs().path("bonus"));
            case "V072" -> coalUnion(vector.inputs());
            case "V093" -> learning();
            case "V097", "V098", "V099", "V100" -> ratio(vector);
            default -> throw new AssertionError("no sheet for " + vector.id());
        };
    }

    private static BigDecimal reports(Vector vector) {
        var sheet = sheet("8", ruling(), group("I", "8", "0", criterion("1", "8", REPORTS, "thang", "quy")));
        var facts = facts("1:thang", vector.number("missing_monthly"), "1:quy", vector.number("missing_quarterly"));
        return score(sheet, facts).total();
    }

    /** What 80% and more earn is not printed in the excerpt: there the ladder has no rung. */
    private static BigDecimal ratio(Vector vector) {
        var rungs = List.of(
                rung("70", "80", "0.5"),
                rung("50", "70", "0.25"),
                new ScoringRule.Rung(null, false, n("50"), false, n("0")));
        var rule = new ScoringRule.Ladder(Of.RATIO, rungs);
        var sheet = sheet("1", ruling(), group("I", "1", "0", criterion("1", "1", rule, "base")));
        return score(sheet, facts("1", vector.number("trained"), "1:base", vector.number("total")))
                .total();
    }

    private static ScoringRule.Rung rung(String from, String to, String points) {
        return new ScoringRule.Rung(n(from), true, n(to), false, n(points));
    }

    private static BigDecimal one(String maximum, ScoringRule rule, Object fact) {
        return score(only(maximum, rule), facts("1", fact)).total();
    }

    private static BigDecimal sumOfTasks(JsonNode tasks) {
        var criteria = new ArrayList<Sheet.Criterion>();
        var values = new ArrayList<Object>();
        var sum = BigDecimal.ZERO;
        for (var task : tasks) {
            var code = String.valueOf(criteria.size() + 1);
            criteria.add(criterion(code, task.path("std").asString(), percent()));
            values.add(code);
            values.add(task.path("completion_pct").decimalValue());
            sum = sum.add(task.path("std").decimalValue());
        }
        var group = group("I", sum.toPlainString(), "0", criteria.toArray(Sheet.Criterion[]::new));
        return score(sheet(sum.toPlainString(), group), facts(values.toArray())).total();
    }

    /** Everything reached in every group, and the bonus in full: the most the sheet can give. */
    private static BigDecimal full(JsonNode maxima, String bonus) {
        var groups = new ArrayList<Group>();
        var values = new ArrayList<Object>();
        var sum = n(bonus);
        for (var maximum : maxima) {
            var code = String.valueOf(groups.size() + 1);
            groups.add(group(code, maximum.asString(), "0", criterion(code, maximum.asString(), percent())));
            values.add(code);
            values.add(100);
            sum = sum.add(maximum.decimalValue());
        }
        if (!bonus.equals("0")) {
            groups.add(group("B", "0", bonus, criterion("B.1", bonus, bonus())));
            values.add("B.1");
            values.add(1000);
        }
        return score(sheet(sum.toPlainString(), groups.toArray(Group[]::new)), facts(values.toArray()))
                .total();
    }

    private static BigDecimal kienGiang(JsonNode scores, JsonNode bonus) {
        var groups = new Group[] {
            group("I", "650", "40", criterion("I.1", "650", points()), criterion("I.B", "40", bonus())),
            group("II", "200", "0", criterion("II.1", "200", points())),
            group("III", "100", "10", criterion("III.1", "100", points()), criterion("III.B", "10", bonus()))
        };
        return score(
                        sheet("1000", groups),
                        facts(
                                "I.1", scores.path(0).decimalValue(),
                                "I.B", bonus.path(0).decimalValue(),
                                "II.1", scores.path(1).decimalValue(),
                                "III.1", scores.path(2).decimalValue(),
                                "III.B", bonus.path(2).decimalValue()))
                .total();
    }

    private static BigDecimal coalUnion(JsonNode inputs) {
        var groups = inputs.path("groups");
        var council = inputs.path("council_bonus_max").asString();
        var sheet = sheet(
                "100",
                group(
                        "1",
                        groups.path(0).asString(),
                        "0",
                        criterion("1", groups.path(0).asString(), percent())),
                group(
                        "2",
                        groups.path(1).asString(),
                        "0",
                        criterion("2", groups.path(1).asString(), percent())),
                group(
                        "3",
                        groups.path(2).asString(),
                        "0",
                        criterion("3", groups.path(2).asString(), percent())),
                group("H", council, "0", criterion("H", council, points())));
        return score(sheet, facts("1", 100, "2", 100, "3", 100, "H", council)).total();
    }

    private static BigDecimal learning() {
        var sheet = sheet(
                "20",
                group(
                        "I",
                        "20",
                        "0",
                        criterion("1", "6", new ScoringRule.YesNo(n("6"), n("0"))),
                        criterion("2", "4", new ScoringRule.YesNo(n("4"), n("0"))),
                        criterion("3", "4", ladder(Of.VALUE, "90)", "0", "", "4")),
                        criterion("4", "6", ladder(Of.VALUE, "100)", "0", "", "6"))));
        return score(sheet, facts("1", 1, "2", 1, "3", 90, "4", 100)).total();
    }

    private static ScoringRule points() {
        return new ScoringRule.Given();
    }

    private static ScoringRule bonus() {
        return new FurtherRule.GivenBonus();
    }

    private static int bool(JsonNode value) {
        return value.asBoolean() ? 1 : 0;
    }

    private static int programme(JsonNode inputs) {
        return inputs.path("program").asBoolean() ? 1 + bool(inputs.path("conference_all_units")) : 0;
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, String> notOfASheet() {
        var reasons = new LinkedHashMap<String, String>();
        for (var id : Set.of("V073", "V074", "V075", "V076", "V077")) {
            reasons.put(id, "a quota of proposals among leaders of clusters: a rule of awards, not points of a unit");
        }
        return reasons;
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(text);
    }

    private static List<Vector> all() {
        try (var file = ScoringVectorsTest.class.getResourceAsStream("/scoring/vectors.csv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(CsvLine::cells)
                    .map(cells -> new Vector(cells.get(0), json(cells.get(3)), cells.get(4)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
