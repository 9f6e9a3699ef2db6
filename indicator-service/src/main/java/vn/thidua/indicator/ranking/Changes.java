package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.score.FactReader;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * What has become of the facts since a ranking was computed from them. A ranking keeps its own copy and does not follow: whoever runs
 * the season is told, and opens it again for a reason or lets it stand.
 */
@Service
class Changes {
    /**
     * @param codes of the criteria, or {@link vn.thidua.indicator.scoresheet.Input#key} of their further numbers, whose fact is another one
     * @param total by which it was ranked
     * @param totalNow what it comes to by the same sheet and the facts of today
     */
    record Changed(UUID unitId, List<String> codes, BigDecimal total, BigDecimal totalNow) {
        Changed {
            codes = List.copyOf(codes);
        }
    }

    private final RankingStore store;
    private final Scoresheets scoresheets;
    private final FactReader reader;
    private final Seasons seasons;
    private final SeasonAccess access;

    Changes(RankingStore store, Scoresheets scoresheets, FactReader reader, Seasons seasons, SeasonAccess access) {
        this.store = store;
        this.scoresheets = scoresheets;
        this.reader = reader;
        this.seasons = seasons;
        this.access = access;
    }

    /**
     * The units of which something else is known now, the best ranked first; whoever left the cluster since is not among them.
     *
     * @throws vn.thidua.kit.problem.ProblemException 404 for those who do not rank the season
     */
    @Transactional(readOnly = true)
    List<Changed> since(Caller caller, UUID rankingId) {
        var ranking = store.find(rankingId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var season = access.season(ranking.seasonId());
        if (!access.may(caller, season, Rankings.RANK)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var scoresheet = scoresheets.frozen(ranking.scoresheetId());
        var members = seasons.members(season.id()).stream().map(Member::unitId).toList();
        var now = reader.facts(scoresheet, members);
        return store.rows(rankingId).stream()
                .filter(row -> now.containsKey(row.unitId()))
                .flatMap(row -> {
                    var facts = Objects.requireNonNull(now.get(row.unitId()));
                    var codes = differing(Canonical.read(row.facts(), Facts.class), facts);
                    return codes.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new Changed(
                                    row.unitId(),
                                    codes,
                                    row.total(),
                                    Scoring.score(scoresheet.sheet(), facts).total()));
                })
                .toList();
    }

    private static List<String> differing(Facts then, Facts now) {
        var codes = new TreeSet<>(then.byCriterion().keySet());
        codes.addAll(now.byCriterion().keySet());
        return codes.stream()
                .filter(code -> !Objects.equals(said(then.byCriterion(), code), said(now.byCriterion(), code)))
                .toList();
    }

    /** What is known, whichever row says it: the same number entered again changes nothing. */
    private static Facts.@Nullable Fact said(Map<String, Facts.Fact> facts, String code) {
        var fact = facts.get(code);
        return fact == null
                ? null
                : new Facts.Fact(
                        fact.value(),
                        fact.reported(),
                        fact.notApplicable(),
                        fact.origin(),
                        fact.direction(),
                        fact.assigned(),
                        fact.registered(),
                        fact.lastYear(),
                        fact.percent(),
                        List.of());
    }
}
