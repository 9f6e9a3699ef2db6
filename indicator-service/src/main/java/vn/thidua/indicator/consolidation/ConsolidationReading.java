package vn.thidua.indicator.consolidation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.report.ReportAccess;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.indicator.target.Plan;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Puts together what is shown of a cluster's own report. */
@Service
class ConsolidationReading {
    private static final String READ = "reports.read";

    private final ConsolidationStore store;
    private final ConsolidationQueries queries;
    private final ConsolidationService service;
    private final Seasons seasons;
    private final SeasonAccess access;
    private final ReportAccess reports;

    ConsolidationReading(
            ConsolidationStore store,
            ConsolidationQueries queries,
            ConsolidationService service,
            Seasons seasons,
            SeasonAccess access,
            ReportAccess reports) {
        this.store = store;
        this.queries = queries;
        this.service = service;
        this.seasons = seasons;
        this.access = access;
        this.reports = reports;
    }

    @Transactional(readOnly = true)
    ConsolidationViews.ConsolidationView view(Caller caller, UUID periodId) {
        var season = access.visible(caller, season(periodId), READ);
        var present = store.find(periodId);
        var handedIn = new HashSet<>(queries.handedIn(periodId));
        var beside = store.beside(periodId);
        var frozen = present.status() == Consolidation.Status.DRAFT
                ? Map.<UUID, Consolidation.Computed>of()
                : queries.frozen(periodId, present.edition());
        return new ConsolidationViews.ConsolidationView(
                periodId,
                season.id(),
                present.status(),
                present.edition(),
                present.submittedAt(),
                present.adoptedAt(),
                present.returnedBecause(),
                caller.subject().equals(present.submittedBy()),
                service.mayPrepare(caller, season),
                service.mayAdopt(caller, season),
                present.version(),
                seasons.members(season.id()).stream()
                        .map(member -> new ConsolidationViews.MemberState(
                                member.unitId(), member.code(), member.name(), handedIn.contains(member.unitId())))
                        .toList(),
                queries.computed(periodId).stream()
                        .map(row -> row(
                                row,
                                frozen.get(row.indicator().id()),
                                beside.getOrDefault(
                                        row.indicator().id(),
                                        Consolidation.Beside.nothing(
                                                row.indicator().id()))))
                        .toList());
    }

    /** Every member with a target of the indicator, by code; numbers of those only that the caller sees. */
    @Transactional(readOnly = true)
    List<ConsolidationViews.MemberPart> parts(Caller caller, UUID periodId, UUID indicatorId) {
        var season = access.visible(caller, season(periodId), READ);
        var seen = reports.seen(caller, periodId);
        var rows = queries.members(periodId, indicatorId).stream()
                .collect(Collectors.toMap(ConsolidationQueries.MemberRow::unitId, row -> row));
        return seasons.members(season.id()).stream()
                .filter(member -> rows.containsKey(member.unitId()))
                .map(member ->
                        part(member, Objects.requireNonNull(rows.get(member.unitId())), seen.contains(member.unitId())))
                .toList();
    }

    private UUID season(UUID periodId) {
        return store.seasonOf(periodId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /** @param frozen the number as it was handed in, null in a draft */
    private static ConsolidationViews.ConsolidatedRow row(
            ConsolidationQueries.ComputedRow row, Consolidation.@Nullable Computed frozen, Consolidation.Beside said) {
        var indicator = row.indicator();
        var number = frozen == null ? row.number() : frozen;
        var coverage = number.coverage();
        var value = said.adjusted() == null ? number.computed() : said.adjusted();
        return new ConsolidationViews.ConsolidatedRow(
                indicator.id(),
                indicator.code(),
                indicator.name(),
                indicator.unitOfMeasure(),
                indicator.valueKind(),
                indicator.direction(),
                indicator.decimals(),
                indicator.levels(),
                number.rule(),
                indicator.suggested(),
                number.weightId(),
                indicator.weightCode(),
                indicator.ruleVersion(),
                number.computed(),
                coverage.concernsNobody(),
                said.adjusted(),
                said.reason(),
                said.explanation(),
                value,
                said.adjusted() == null && number.approximate(),
                said.overtaken(number.computed()),
                moved(frozen, row.number()),
                coverage.expected(),
                coverage.known(),
                coverage.notApplicable(),
                coverage.missing(),
                plan(indicator, number.plan(), value),
                said.version());
    }

    /** How far the cluster's number fulfils what the cluster registered. */
    private static ConsolidationViews.ClusterPlan plan(
            ConsolidationQueries.IndicatorRow indicator, Consolidation.Promise promise, @Nullable BigDecimal value) {
        var plan = new Plan(
                indicator.valueKind(),
                indicator.direction(),
                promise.assigned(),
                promise.registered(),
                promise.lastYear());
        var fulfilment = value == null ? null : plan.fulfilment(value);
        return new ConsolidationViews.ClusterPlan(
                promise.assigned(),
                promise.registered(),
                promise.lastYear(),
                indicator.plan().inPart(),
                indicator.plan().yearAssigned(),
                indicator.plan().yearRegistered(),
                indicator.plan().portions(),
                indicator.plan().reason(),
                fulfilment instanceof Plan.Fulfilment.Percent held ? held.percent() : null,
                fulfilment instanceof Plan.Fulfilment.None(var why) ? why : null,
                indicator.plan().version());
    }

    private static ConsolidationViews.@Nullable MovedSince moved(
            Consolidation.@Nullable Computed frozen, Consolidation.Computed now) {
        if (frozen == null
                || (Decimals.same(frozen.computed(), now.computed())
                        && frozen.coverage().equals(now.coverage()))) {
            return null;
        }
        return new ConsolidationViews.MovedSince(
                now.computed(), now.coverage().known(), now.coverage().missing());
    }

    private static ConsolidationViews.MemberPart part(
            Member member, ConsolidationQueries.MemberRow row, boolean shown) {
        var part = !row.handedIn()
                ? ConsolidationViews.Part.NOT_HANDED_IN
                : row.notApplicable()
                        ? ConsolidationViews.Part.NOT_APPLICABLE
                        : row.value() == null ? ConsolidationViews.Part.NO_NUMBER : ConsolidationViews.Part.VALUE;
        return new ConsolidationViews.MemberPart(
                member.unitId(),
                member.code(),
                member.name(),
                part,
                shown,
                shown ? row.reportId() : null,
                shown ? row.value() : null,
                shown ? row.qualifier() : null,
                shown ? row.weight() : null,
                shown ? row.reached() : null,
                shown ? row.struck() : null);
    }
}
