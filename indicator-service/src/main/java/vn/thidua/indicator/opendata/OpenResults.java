package vn.thidua.indicator.opendata;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.opendata.DatasetViews.Dataset;
import vn.thidua.indicator.opendata.DatasetViews.OpenFigure;
import vn.thidua.indicator.opendata.DatasetViews.OpenFigures;
import vn.thidua.indicator.opendata.DatasetViews.OpenGroup;
import vn.thidua.indicator.opendata.DatasetViews.OpenPlace;
import vn.thidua.indicator.opendata.DatasetViews.OpenPoints;
import vn.thidua.indicator.opendata.DatasetViews.OpenRanking;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.web.Page;

/**
 * Gives everybody what the regulation opens: of seasons whose ranking is published and whose regulation last adopted says that results
 * are public. Opened again or closed by another regulation, a season is gone from here with the next question.
 */
@Service
class OpenResults {
    private final DatasetQueries queries;
    private final Scoresheets scoresheets;

    OpenResults(DatasetQueries queries, Scoresheets scoresheets) {
        this.queries = queries;
        this.scoresheets = scoresheets;
    }

    /** The open seasons, the newest first. */
    Page<Dataset> list(@Nullable UUID after, int limit) {
        return Page.of(
                queries.list(after, limit + 1), limit, dataset -> dataset.id().toString());
    }

    /** @throws vn.thidua.kit.problem.ProblemException 404 when the season is not open, or there is none */
    Dataset find(UUID seasonId) {
        return open(seasonId).dataset();
    }

    /** @throws vn.thidua.kit.problem.ProblemException 404 as in {@link #find} */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    OpenRanking ranking(UUID seasonId) {
        var open = open(seasonId);
        var groups = scoresheets.frozen(open.scoresheetId()).sheet().groups().stream()
                .map(group -> new OpenGroup(group.code(), group.name(), group.maximum(), group.bonusMaximum()))
                .toList();
        var places = queries.places(open.dataset().rankingId()).stream()
                .map(OpenResults::place)
                .toList();
        return new OpenRanking(
                open.dataset(),
                Canonical.sha256(Canonical.text(List.of(open.dataset(), groups, places))),
                groups,
                places);
    }

    /**
     * The figures of so many units.
     *
     * @param after the unit whose successors are asked for, or null
     * @param limit units at most
     * @throws vn.thidua.kit.problem.ProblemException 404 as in {@link #find}
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    OpenFigures figures(UUID seasonId, @Nullable UUID after, int limit) {
        var dataset = find(seasonId);
        var page = Page.of(queries.units(seasonId, dataset.periodKind(), after, limit + 1), limit, UUID::toString);
        var byUnit = queries.figures(seasonId, dataset.periodKind(), page.items());
        List<OpenFigure> figures = page.items().stream()
                .flatMap(unit -> byUnit.getOrDefault(unit, List.of()).stream())
                .toList();
        return new OpenFigures(dataset, figures, page.next());
    }

    private DatasetQueries.Open open(UUID seasonId) {
        return queries.find(seasonId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static OpenPlace place(DatasetQueries.Ranked ranked) {
        var score = ranked.score();
        var verdict = score.verdict();
        return new OpenPlace(
                ranked.unitCode(),
                ranked.unitName(),
                ranked.parentCode(),
                ranked.placeCode(),
                ranked.rank(),
                score.total(),
                score.count(Score.State.SCORED),
                score.count(Score.State.NO_FACT),
                verdict == null ? null : verdict.grade(),
                verdict == null ? null : verdict.name(),
                verdict != null && verdict.vote(),
                score.groups().stream().map(OpenResults::points).toList());
    }

    private static OpenPoints points(Score.GroupScore group) {
        return new OpenPoints(group.code(), group.points());
    }
}
