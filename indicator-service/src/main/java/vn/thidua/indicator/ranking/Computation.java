package vn.thidua.indicator.ranking;

import java.util.ArrayList;
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

/**
 * All units of a season scored and ranked. A pure function of the sheet and the facts.
 *
 * @param rows the best first
 */
record Computation(Sheet sheet, Map<UUID, Score> scores, List<Ranking.Row> rows) {
    static Computation of(Sheet sheet, Map<UUID, Facts> facts) {
        var scores = new HashMap<UUID, Score>();
        facts.forEach((unit, known) -> scores.put(unit, Scoring.score(sheet, known)));
        return new Computation(sheet, scores, rows(facts, scores, Standing.of(scores)));
    }

    private static List<Ranking.Row> rows(Map<UUID, Facts> facts, Map<UUID, Score> scores, List<Standing> standings) {
        var rows = new ArrayList<Ranking.Row>();
        for (var standing : standings) {
            rows.add(new Ranking.Row(
                    standing.unitId(),
                    standing.rank(),
                    standing.total(),
                    Canonical.text(Objects.requireNonNull(facts.get(standing.unitId()))),
                    Canonical.text(Objects.requireNonNull(scores.get(standing.unitId())))));
        }
        return rows;
    }

    String factsSha256() {
        return hash(rows, Ranking.Row::facts);
    }

    String resultSha256() {
        return hash(rows, Ranking.Row::score);
    }

    /** The units that have no points for a criterion because no row of the sheet holds their case; none where the sheet declares it. */
    Map<String, Set<UUID>> open() {
        var open = new LinkedHashMap<String, Set<UUID>>();
        if (sheet.terms().unmatched() == Terms.Unmatched.ZERO) {
            return open;
        }
        for (var row : rows) {
            for (var criterion :
                    Objects.requireNonNull(scores.get(row.unitId())).criteria()) {
                if (criterion.state() == Score.State.NO_ROW) {
                    open.computeIfAbsent(criterion.code(), _ -> new HashSet<>()).add(row.unitId());
                }
            }
        }
        return open;
    }

    /** One hash over all units, in the order of their ids. */
    static String hash(List<Ranking.Row> rows, Function<Ranking.Row, String> text) {
        var all = new StringBuilder();
        rows.stream()
                .sorted(Comparator.comparing(row -> row.unitId().toString()))
                .forEach(row -> all.append(text.apply(row)).append('\n'));
        return Canonical.sha256(all.toString());
    }
}
