package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.ranking.Dial.Place;
import vn.thidua.indicator.ranking.Turns.What;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Terms;

/**
 * The numbers of a criterion that could come out otherwise for one unit.
 *
 * @param kinds of the indicators that are known
 */
record Dials(Sheet sheet, Map<UUID, ValueKind> kinds, Facts facts) {
    List<Dial> of(Criterion criterion, Score.State state) {
        var dials = new ArrayList<Dial>();
        dials.add(own(criterion));
        for (var input : criterion.inputs()) {
            dials.add(further(criterion, input));
        }
        var ruling = Input.key(criterion.code(), Input.RULING);
        var mayBeRuled = criterion.mayBeUnmatched() && sheet.terms().unmatched() != Terms.Unmatched.ZERO;
        if (mayBeRuled && (state == Score.State.NO_ROW || fact(ruling) != null)) {
            dials.add(judged(What.RULING, criterion, new Place(null, Set.of(ruling), fact(ruling))));
        }
        return dials;
    }

    private Dial own(Criterion criterion) {
        var turns = Turns.own(sheet, criterion);
        var place = new Place(null, asked(criterion.indicatorId(), criterion.code()), fact(criterion.code()));
        if (turns.what().isJudged()) {
            return judged(turns.what(), criterion, place);
        }
        if (turns.what().isOneOfSome()) {
            return Dial.oneOf(turns.what(), place, turns.ofRule());
        }
        var looked = Looked.of(sheet, criterion, facts);
        if (looked.isStatedPercent()) {
            var told = Stream.concat(turns.ofRule().stream(), Stream.ofNullable(place.present(What.PERCENT)));
            return Dial.near(What.PERCENT, place, turns.ofRule(), digits(told), null);
        }
        var at = looked.numbers(turns.ofRule());
        at.addAll(turns.ofNumber());
        var told = Stream.concat(turns.ofNumber().stream(), looked.told(turns.ofRule()));
        return number(
                place, criterion.indicatorId(), at, turns.whole() ? 0 : digits(told), looked.most(turns.ofRule()));
    }

    private Dial further(Criterion criterion, Input input) {
        var key = Input.key(criterion.code(), input.code());
        var place = new Place(input, asked(input.indicatorId(), key), fact(key));
        var turns = Turns.of(criterion, input);
        var told = Stream.concat(turns.ofNumber().stream(), Stream.ofNullable(place.present(What.NUMBER)));
        return number(place, input.indicatorId(), turns.ofNumber(), turns.whole() ? 0 : digits(told), null);
    }

    private Dial number(
            Place place, @Nullable UUID indicator, SortedSet<BigDecimal> turns, int digits, @Nullable BigDecimal most) {
        var kind = indicator == null ? null : kinds.get(indicator);
        if (kind == ValueKind.YES_NO) {
            return Dial.oneOf(What.YES_NO, place, turns.isEmpty() ? List.of() : Turns.NO_AND_YES);
        }
        return Dial.near(What.NUMBER, place, turns, kind != null && kind.isWhole() ? 0 : digits, most);
    }

    /** What somebody gives by judgement: anything up to the ceiling, in the sheet's digits. */
    private Dial judged(What what, Criterion criterion, Place place) {
        var ends = new TreeSet<>(List.of(BigDecimal.ZERO, criterion.maximum()));
        var told = Stream.concat(ends.stream(), Stream.ofNullable(place.present(what)));
        var digits = Math.max(sheet.rounding().scale(), digits(told));
        return Dial.near(what, place, ends, digits, criterion.maximum());
    }

    private static int digits(Stream<BigDecimal> told) {
        return told.mapToInt(number -> Decimals.plain(number).scale()).max().orElse(0);
    }

    private @Nullable Fact fact(String key) {
        return facts.byCriterion().get(key);
    }

    /** All the keys under which the sheet asks for the same number. */
    private Set<String> asked(@Nullable UUID indicator, String key) {
        if (indicator == null) {
            return Set.of(key);
        }
        var keys = new HashSet<String>();
        for (var criterion : sheet.criteria()) {
            if (indicator.equals(criterion.indicatorId())) {
                keys.add(criterion.code());
            }
            for (var input : criterion.inputs()) {
                if (indicator.equals(input.indicatorId())) {
                    keys.add(Input.key(criterion.code(), input.code()));
                }
            }
        }
        return keys;
    }
}
