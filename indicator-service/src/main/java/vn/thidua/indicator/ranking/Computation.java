package vn.thidua.indicator.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Terms;

/** All units of a season scored. A pure function of the sheet and the facts; what is written down of it is written when asked for. */
record Computation(Sheet sheet, Map<UUID, Facts> facts, Map<UUID, Score> scores) {
    static Computation of(Sheet sheet, Map<UUID, Facts> facts) {
        var scores = new HashMap<UUID, Score>();
        facts.forEach((unit, known) -> scores.put(unit, Scoring.score(sheet, known)));
        return new Computation(sheet, facts, scores);
    }

    /** The place of each unit with its facts and its score in words, the best first. */
    List<Ranking.Row> rows() {
        var rows = new ArrayList<Ranking.Row>();
        for (var standing : Standing.of(scores, Order.of(sheet))) {
            rows.add(new Ranking.Row(
                    standing.unitId(),
                    standing.rank(),
                    standing.total(),
                    Canonical.text(Objects.requireNonNull(facts.get(standing.unitId()))),
                    Canonical.text(Objects.requireNonNull(scores.get(standing.unitId())))));
        }
        return rows;
    }

    /** The place of each unit with its score, the best first. */
    List<Ranking.Scored> scored() {
        return Standing.of(scores, Order.of(sheet)).stream()
                .map(standing -> new Ranking.Scored(
                        standing.unitId(),
                        standing.rank(),
                        standing.total(),
                        Objects.requireNonNull(scores.get(standing.unitId()))))
                .toList();
    }

    /** The same as of the facts in {@link #rows}. */
    String factsSha256() {
        return hash(facts.values(), Facts::unitId, Canonical::text);
    }

    /** The units that have no points for a criterion because no row of the sheet holds their case; none where the sheet declares it. */
    Map<String, Set<UUID>> open() {
        var open = new LinkedHashMap<String, Set<UUID>>();
        if (sheet.terms().unmatched() == Terms.Unmatched.ZERO) {
            return open;
        }
        // In the order of the sheet, whoever it was.
        sheet.criteria().forEach(criterion -> open.put(criterion.code(), new HashSet<>()));
        scores.forEach((unit, score) -> {
            for (var criterion : score.criteria()) {
                if (criterion.state() == Score.State.NO_ROW) {
                    Objects.requireNonNull(open.get(criterion.code())).add(unit);
                }
            }
        });
        open.values().removeIf(Set::isEmpty);
        return open;
    }

    /** One hash over all units, in the order of their ids. */
    static <T> String hash(Collection<T> all, Function<T, UUID> unit, Function<T, String> text) {
        var texts = new StringBuilder();
        all.stream()
                .sorted(Comparator.comparing(one -> unit.apply(one).toString()))
                .forEach(one -> texts.append(text.apply(one)).append('\n'));
        return Canonical.sha256(texts.toString());
    }
}
