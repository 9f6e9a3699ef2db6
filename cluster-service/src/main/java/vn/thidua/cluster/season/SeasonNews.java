package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Tells the feed and the audit what became of a season. */
@Component
class SeasonNews {
    static final String AGGREGATE = "season";

    /**
     * A season as the feed tells it.
     *
     * @param until first day that is no longer in it
     */
    record SeasonPublished(
            UUID clusterId,
            UUID organiserId,
            String name,
            LocalDate from,
            LocalDate until,
            Season.Mode mode,
            Season.State state,
            Provenance provenance,
            List<Office> headships,
            @Nullable Rules regulation) {
        record Office(UUID unitId, Headship.Role role) {}

        /** @param resultsRule of the version last adopted: a draft neither opens nor closes what the members decided on */
        record Rules(
                Regulation.@Nullable CandidateRule candidateRule,
                Regulation.@Nullable TieRule tieRule,
                Regulation.@Nullable FiguresRule figuresRule,
                Regulation.@Nullable ResultsRule resultsRule,
                Regulation.Status status,
                int version) {}
    }

    private final SeasonStore store;
    private final Outbox outbox;
    private final Audit audit;

    SeasonNews(SeasonStore store, Outbox outbox, Audit audit) {
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
    }

    void tell(
            Caller caller,
            Basis basis,
            Season season,
            @Nullable Season before,
            String action,
            @Nullable String reason) {
        var rules = season.regulation();
        var event = new SeasonPublished(
                season.clusterId(),
                season.organiserId(),
                season.name(),
                season.from(),
                season.until(),
                season.mode(),
                season.state(),
                season.origin().provenance(),
                // Who assists leads nothing, so the others need not know.
                season.headships().stream()
                        .filter(h -> h.role() != Headship.Role.STANDING_GROUP)
                        .map(h -> new SeasonPublished.Office(h.unitId(), h.role()))
                        .toList(),
                rules == null
                        ? null
                        : new SeasonPublished.Rules(
                                rules.candidateRule(),
                                rules.tieRule(),
                                rules.figuresRule(),
                                store.resultsRuleInForce(season.id()),
                                rules.status(),
                                rules.number()));
        outbox.publish(AGGREGATE, season.id(), season.version(), "vn.thidua." + action, season.organiserId(), event);
        audit.record(new AuditEntry(
                caller, basis, action, AGGREGATE, season.id(), season.organiserId(), before, season, reason));
    }
}
