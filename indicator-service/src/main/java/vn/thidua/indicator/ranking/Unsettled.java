package vn.thidua.indicator.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Refuses to publish a ranking while somebody's case has no row in the sheet, and says which criteria and whose. */
@Component
class Unsettled {
    private static final ProblemType UNSETTLED = new ProblemType("scores-unsettled", HttpStatus.CONFLICT);
    /** As many as a sentence bears; {@code unsettled} has them all. */
    private static final int TOLD = 10;

    private final Seasons seasons;

    Unsettled(Seasons seasons) {
        this.seasons = seasons;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 409 with {@code unsettled}: each criterion with its units */
    void refuse(Computation computation, UUID seasonId) {
        var open = computation.open();
        if (open.isEmpty()) {
            return;
        }
        var names = new HashMap<UUID, String>();
        for (var member : seasons.members(seasonId)) {
            names.put(member.unitId(), name(member));
        }
        var told = new ArrayList<String>();
        var all = new ArrayList<Map<String, Object>>();
        open.forEach((criterion, units) -> {
            var sorted = units.stream().map(UUID::toString).sorted().toList();
            all.add(Map.of("criterionCode", criterion, "unitIds", sorted));
            told.add(criterion + " (" + units(units, names) + ")");
        });
        var more = told.size() > TOLD ? "; …" : "";
        var sentence = String.join("; ", told.subList(0, Math.min(TOLD, told.size()))) + more;
        throw new Problem(UNSETTLED, null, List.of(sentence), List.of(), Map.of("unsettled", all)).asException();
    }

    private static String units(Set<UUID> units, Map<UUID, String> names) {
        var sorted = units.stream()
                .map(unit -> names.getOrDefault(unit, unit.toString()))
                .sorted()
                .toList();
        var more = sorted.size() > TOLD ? ", …" : "";
        return String.join(", ", sorted.subList(0, Math.min(TOLD, sorted.size()))) + more;
    }

    private static String name(Member member) {
        if (member.name() != null) {
            return member.name();
        }
        return member.code() == null ? member.unitId().toString() : member.code();
    }
}
