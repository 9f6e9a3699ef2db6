package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Part;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.SheetBody.Content;

/** A sheet of more than two levels. */
class PartsTest {
    /**
     * As the ministry of justice's table of 2022 for the departments is laid out: A, within it A.I, within it the group A.I.1 with its
     * criteria A.I.1.1 and A.I.1.2. Only some of its rows were readable, so the maxima here are the sums of these alone.
     */
    private static final Sheet THREE_LEVELS = sheet(
            BonusPlace.INSIDE,
            "11.5",
            List.of(part("A", "8", null), part("A.I", "5", "A"), part("A.VIII", "3", "A"), part("B", "3.5", null)),
            group("A.I.1", "A.I", "0", "2", "3"),
            group("A.VIII.3", "A.VIII", "0", "1.5", "1.5"),
            group("B.1", "B", "0.5", "2", "1"));

    @Test
    void partsThatComeToTheirGroupsLeaveNothingOpen() {
        assertThat(texts(THREE_LEVELS)).isEmpty();
        assertThat(new Parts(THREE_LEVELS).groups())
                .extractingByKeys("A", "A.I", "B")
                .map(groups -> groups.stream().map(Group::code).toList())
                .containsExactly(List.of("A.I.1", "A.VIII.3"), List.of("A.I.1"), List.of("B.1"));
    }

    @Test
    void aPartThatDoesNotComeToItsGroupsIsFoundWhereItIsAndNotAgainAboveIt() {
        assertThat(texts(of(part("A", "10", null), part("A.I", "9", "A"))))
                .containsExactly("/parts/1/maximum sum-differs [10]");
    }

    @Test
    void poolsOfBonusCountInAPartWhereTheyCountInTheSheet() {
        var group = group("I", "A", "2", "10");
        assertThat(texts(sheet(BonusPlace.INSIDE, "12", List.of(part("A", "12", null)), group)))
                .isEmpty();
        assertThat(texts(sheet(BonusPlace.ABOVE, "10", List.of(part("A", "12", null)), group)))
                .containsExactly("/parts/0/maximum sum-differs [10]");
    }

    @Test
    void aGroupMayLieInNoPart() {
        var parts = List.of(part("A", "10", null));
        assertThat(texts(
                        sheet(BonusPlace.INSIDE, "15", parts, group("I", "A", "0", "10"), group("II", null, "0", "5"))))
                .isEmpty();
    }

    @Test
    void aCodeOfAPartStandsOnceButAGroupMayHaveItToo() {
        assertThat(texts(of(part("A.I", "10", null), part("A.I", "10", null))))
                .containsExactly("/parts/1/code taken []");
        var same = sheet(BonusPlace.INSIDE, "10", List.of(part("I", "10", null)), group("I", "I", "0", "10"));
        assertThat(texts(same)).isEmpty();
    }

    @Test
    void whatLiesInAPartThatIsNotThereIsFound() {
        assertThat(texts(of(part("A.I", "10", "A")))).containsExactly("/parts/0/in not-found []");
        assertThat(texts(sheet(BonusPlace.INSIDE, "10", List.of(), group("I", "A", "0", "10"))))
                .containsExactly("/groups/0/in not-found []");
    }

    @Test
    void partsThatLieInEachOtherAreFound() {
        assertThat(texts(of(part("A.I", "10", "A.I")))).containsExactly("/parts/0/in part-circle []");
        assertThat(texts(of(part("A", "10", "A.I"), part("A.I", "10", "A"))))
                .containsExactly("/parts/0/in part-circle []", "/parts/1/in part-circle []");
        assertThat(texts(of(part("A", "10", "B"), part("B", "10", "A"), part("A.I", "10", "A"))))
                .as("what lies in the circle is not part of it")
                .containsExactly("/parts/0/in part-circle []", "/parts/1/in part-circle []");
    }

    @Test
    void fourLevelsOfPartsAreTheMost() {
        assertThat(texts(of(part("A", "10", null), part("B", "10", "A"), part("C", "10", "B"), part("A.I", "10", "C"))))
                .isEmpty();
        assertThat(texts(of(
                        part("A", "10", null),
                        part("B", "10", "A"),
                        part("C", "10", "B"),
                        part("D", "10", "C"),
                        part("A.I", "10", "D"))))
                .containsExactly("/parts/4/in part-too-deep [4]");
    }

    @Test
    void aPartWithNothingInItIsFound() {
        assertThat(texts(of(part("A.I", "10", null), part("B", "0", null)))).containsExactly("/parts/1 part-empty []");
    }

    /** The hashes that these sheets had before there were parts. */
    @ParameterizedTest
    @CsvSource({
        "kien-giang,   9aa4f6420149ac223a03ef9b727a7ea47afb4a94214f2000905c0a7963b3629d",
        "tw-doan-2021, ca8a9c68dc7b0642e7a972cde05965b538aae4a4d1e0c69d8ec39d9e88e0cd0b",
        "tw-doan-2016, ad0ee10114d7f6234eb812a44ea1843ea98ad17b8638f44c7f5ef45245af30af"
    })
    void aSheetWithoutPartsKeepsItsHash(String example, String sha256) {
        var sheet = ExampleSheets.find(example).orElseThrow().sheet();
        assertThat(Canonical.sha256(SheetText.write(sheet))).isEqualTo(sha256);
    }

    @Test
    void aSheetOfEveryKindOfRuleKeepsItsHashToo() throws IOException {
        try (var file = PartsTest.class.getResourceAsStream("/scoring/sheet-of-twelve.json")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Canonical.sha256(SheetText.write(SheetReader.read(Canonical.read(text, Content.class)))))
                    .isEqualTo("795fc00214eccd57ce897318a09da6e73585c94eebd1d4a5de687b07fa87689c");
        }
    }

    @Test
    void aSheetWithPartsIsReadBackAsItWasAndComesThroughAWorkbook() {
        assertThat(SheetText.read(SheetText.write(THREE_LEVELS))).isEqualTo(THREE_LEVELS);
        assertThat(ThroughAWorkbook.same(THREE_LEVELS)).isEqualTo(THREE_LEVELS);
    }

    /** With one group of 10 points, which lies in A.I. */
    private static Sheet of(Part... parts) {
        return sheet(BonusPlace.INSIDE, "10", List.of(parts), group("I", "A.I", "0", "10"));
    }

    private static Part part(String code, String maximum, @Nullable String in) {
        return new Part(code, "Phần " + code, new BigDecimal(maximum), in);
    }

    private static Group group(String code, @Nullable String in, String pool, String... maxima) {
        var criteria = new ArrayList<Criterion>();
        var sum = BigDecimal.ZERO;
        for (var maximum : maxima) {
            var each = new BigDecimal(maximum);
            sum = sum.add(each);
            criteria.add(
                    new Criterion(code + "." + (criteria.size() + 1), "Tiêu chí", each, null, new ScoringRule.Given()));
        }
        var bonus = new BigDecimal(pool);
        if (bonus.signum() > 0) {
            criteria.add(new Criterion(code + ".T", "Thưởng", bonus, null, new FurtherRule.GivenBonus()));
        }
        return new Group(code, "Nhóm " + code, Decimals.plain(sum), bonus, criteria, in);
    }

    private static Sheet sheet(BonusPlace bonus, String maximum, List<Part> parts, Group... groups) {
        return new Sheet(
                new BigDecimal(maximum),
                bonus,
                NotApplicable.EXCLUDE,
                Plan.ASSIGNED,
                false,
                new Rounding(RoundedAt.CRITERION, 2, RoundingMode.HALF_UP),
                List.of(groups),
                Terms.NONE,
                parts);
    }

    private static List<String> texts(Sheet sheet) {
        return SheetCheck.of(sheet, Map.of()).stream()
                .map(finding -> finding.pointer() + " " + finding.code() + " " + finding.arguments())
                .toList();
    }
}
