package vn.thidua.indicator.target;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Freezes the targets of a season into the one text that its members sign, and anew with each amendment. */
@Service
class TargetFreezing {
    /** @param edition 1 as first frozen, one more with each amendment */
    record TargetsPublished(UUID seasonId, String text, String sha256, Instant frozenAt, int edition) {}

    private final TargetSheetStore sheets;
    private final Seasons seasons;
    private final SeasonAccess access;
    private final AgreementGuard agreements;
    private final Outbox outbox;
    private final Audit audit;

    TargetFreezing(
            TargetSheetStore sheets,
            Seasons seasons,
            SeasonAccess access,
            AgreementGuard agreements,
            Outbox outbox,
            Audit audit) {
        this.sheets = sheets;
        this.seasons = seasons;
        this.access = access;
        this.agreements = agreements;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Freezes the season's targets into one text; from then on only an approved amendment changes one. What a unit never proposed is
     * approved by that as it stands.
     *
     * @throws vn.thidua.kit.problem.ProblemException 409 while some unit's targets are still being agreed
     */
    @Transactional
    void freeze(Caller caller, UUID seasonId) {
        var season = access.season(seasonId);
        var basis = access.require(caller, season, TargetService.WRITE);
        SeasonAccess.requireNotClosed(season);
        TargetService.requireOpen(sheets.lock(seasonId));
        var members = members(season);
        requireAllPromised(seasonId, members);
        agreements.requireNoneOpen(seasonId, members);
        var published = frozen(season, members, caller.subject());
        audit.record(new AuditEntry(
                caller,
                basis,
                "targets.frozen",
                TargetSheet.AGGREGATE,
                seasonId,
                season.organiserId(),
                null,
                published,
                null));
    }

    /** After an amendment: the text in force says what the targets say now. The sheet is held by the caller. */
    void freezeAnew(Season season, String by) {
        frozen(season, members(season), by);
    }

    private TargetsPublished frozen(Season season, Map<UUID, Member> members, String by) {
        var text = CanonicalTargets.text(season.id(), season.name(), sheets.lines(season.id(), members));
        var frozen = sheets.freeze(season.id(), text, CanonicalTargets.sha256(text), by);
        var published = new TargetsPublished(season.id(), text, frozen.sha256(), frozen.at(), frozen.edition());
        outbox.publish(
                TargetSheet.AGGREGATE,
                season.id(),
                frozen.edition(),
                frozen.edition() == 1 ? "vn.thidua.targets.frozen" : "vn.thidua.targets.amended",
                season.organiserId(),
                published);
        return published;
    }

    private void requireAllPromised(UUID seasonId, Map<UUID, Member> members) {
        var promised = sheets.unitsWithTargets(seasonId);
        if (promised.isEmpty() || !members.keySet().containsAll(promised)) {
            throw Problem.because(ProblemType.CONFLICT, promised.isEmpty() ? "no-targets" : "targets-of-strangers")
                    .asException();
        }
        var missing = members.keySet().stream()
                .filter(unit -> !promised.contains(unit))
                .map(UUID::toString)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "members-without-targets", missing.size())
                    .with("unitIds", missing)
                    .asException();
        }
        var uncomputable = sheets.uncomputable(seasonId);
        if (!uncomputable.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "formula-inputs-missing", String.join(", ", uncomputable))
                    .asException();
        }
        if (members.values().stream().anyMatch(member -> member.code() == null || member.name() == null)) {
            throw Problem.because(ProblemType.CONFLICT, "member-not-arrived").asException();
        }
    }

    private Map<UUID, Member> members(Season season) {
        return seasons.members(season.id()).stream().collect(Collectors.toMap(Member::unitId, Function.identity()));
    }
}
