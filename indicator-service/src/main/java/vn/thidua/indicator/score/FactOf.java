package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.figure.StatedFacts;
import vn.thidua.indicator.report.ReportFacts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Facts.Origin;
import vn.thidua.indicator.score.Facts.Source;

/** What was reported, stated or assessed, as a fact with the rows it was read from. */
final class FactOf {
    private FactOf() {}

    static Fact of(ReportFacts.Fact known) {
        var verified = known.verified() != null;
        var sources = new ArrayList<Source>();
        add(sources, "REPORT", known.reportId());
        add(sources, "CELL", known.revisionId());
        add(sources, "VERIFICATION", known.verificationId());
        if (known.qualifier() != null) {
            sources.add(new Source("QUALIFIER", known.qualifier().name()));
        }
        computed(sources, known);
        known.struck().forEach(name -> sources.add(new Source("STRUCK", name)));
        var counted = known.counted() == null ? known.reported() : known.counted();
        return new Fact(
                verified ? known.verified() : counted,
                verified || known.counted() != null ? known.reported() : null,
                !verified && known.notApplicable(),
                verified ? Origin.VERIFIED : Origin.REPORTED,
                known.direction(),
                known.assigned(),
                known.registered(),
                known.lastYear(),
                sources);
    }

    /** What is computed says from which cells, and why nothing came out. */
    private static void computed(List<Source> sources, ReportFacts.Fact known) {
        var computation = known.computation();
        if (computation != null) {
            sources.add(new Source("FORMULA", computation.formula()));
            computation.inputs().forEach(input -> add(sources, "INPUT", input.revisionId()));
            if (computation.none() != null) {
                sources.add(new Source("NOT_COMPUTED", computation.none().name()));
            }
        }
    }

    private static void add(List<Source> sources, String kind, @Nullable UUID id) {
        if (id != null) {
            sources.add(new Source(kind, id.toString()));
        }
    }

    /** Of the report itself: how many days late it came. */
    static Fact of(int daysLate, UUID reportId) {
        return new Fact(
                BigDecimal.valueOf(daysLate),
                null,
                false,
                Origin.REPORTED,
                Direction.RAISE,
                null,
                null,
                null,
                List.of(new Source("REPORT", reportId.toString())));
    }

    static Fact of(StatedFacts.Stated figure) {
        var sources = new ArrayList<Source>();
        add(sources, "FIGURE", figure.figureId());
        if (figure.qualifier() != null) {
            sources.add(new Source("QUALIFIER", figure.qualifier()));
        }
        return new Fact(
                figure.percentOfPlan() ? null : figure.value(),
                null,
                false,
                Origin.STATED,
                figure.direction(),
                figure.outOf(),
                null,
                null,
                figure.percentOfPlan() ? figure.value() : null,
                sources);
    }

    /** What two figures state of one indicator. */
    static Fact together(Fact one, Fact other) {
        var sources = new ArrayList<>(one.sources());
        sources.addAll(other.sources());
        return new Fact(
                one.value() == null ? other.value() : one.value(),
                null,
                false,
                Origin.STATED,
                one.direction(),
                one.assigned() == null ? other.assigned() : one.assigned(),
                null,
                null,
                one.percent() == null ? other.percent() : one.percent(),
                sources);
    }

    static Fact of(ScoreStore.Assessment assessment) {
        return new Fact(
                assessment.value(),
                null,
                assessment.notApplicable(),
                Origin.ASSESSED,
                Direction.RAISE,
                null,
                null,
                null,
                List.of(new Source("ASSESSMENT", assessment.id().toString())));
    }
}
