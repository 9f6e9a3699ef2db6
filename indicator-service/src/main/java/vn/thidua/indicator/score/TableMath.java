package vn.thidua.indicator.score;

import java.util.List;
import java.util.function.Function;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.scoresheet.ScoringRule.Option;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;

/** Points by the row of a table in which a number lies. */
final class TableMath {
    private final Way way;

    TableMath(Way way) {
        this.way = way;
    }

    Outcome ladder(List<Rung> rungs, Fraction number) {
        return rung(
                rungs,
                number,
                rung -> way.points(
                        Fraction.of(rung.points()),
                        Sentence.of(
                                "%s thuộc bậc %s: %s điểm",
                                "%s lies in %s: %s points", number, rung.range(), rung.points())));
    }

    Outcome deduction(List<Rung> bands, Fraction full, Fraction number) {
        return rung(
                bands,
                number,
                band -> way.points(
                        full.minus(Fraction.of(band.points())),
                        Sentence.of(
                                "%s thuộc mức %s: %s − %s điểm",
                                "%s lies in %s: %s − %s points", number, band.range(), full, band.points())));
    }

    private Outcome rung(List<Rung> rungs, Fraction number, Function<Rung, Outcome> found) {
        for (var rung : rungs) {
            if (Ranges.holds(rung.range(), number)) {
                return found.apply(rung);
            }
        }
        return way.noRow(Sentence.of("Không bậc nào chứa %s", "No row holds %s", number));
    }

    Outcome steps(List<Step> rows, Fraction number, Sentence what) {
        for (var row : rows) {
            if (row.upTo() == null || number.compareTo(Fraction.of(row.upTo())) <= 0) {
                return way.points(
                        Fraction.of(row.points()),
                        Sentence.of("%s %s: %s điểm", "%s %s: %s points", what, number, row.points()));
            }
        }
        throw new IllegalStateException("the last step of a frozen rule is open");
    }

    Outcome choice(List<Option> options, Fraction number) {
        for (var option : options) {
            if (number.compareTo(Fraction.of(option.value())) == 0) {
                return way.points(
                        Fraction.of(option.points()),
                        Sentence.of("“%s”: %s điểm", "“%s”: %s points", option.name(), option.points()));
            }
        }
        return way.noRow(Sentence.of("Bảng điểm không có mức ứng với %s", "The sheet has no situation %s", number));
    }
}
