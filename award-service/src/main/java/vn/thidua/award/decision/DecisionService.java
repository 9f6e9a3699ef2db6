package vn.thidua.award.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.award.access.Ability;
import vn.thidua.award.decision.Decision.Signature;
import vn.thidua.award.decision.Decision.State;
import vn.thidua.award.nomination.Deciding;
import vn.thidua.award.nomination.Nominated;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Drafts, signs and issues decisions; three roles, three steps. */
@Service
public class DecisionService {
    private final DecisionStore store;
    private final Deciding nominations;
    private final Issuing issuing;
    private final Seasons seasons;
    private final Mandates mandates;
    private final DecisionTelling telling;

    DecisionService(
            DecisionStore store,
            Deciding nominations,
            Issuing issuing,
            Seasons seasons,
            Mandates mandates,
            DecisionTelling telling) {
        this.store = store;
        this.nominations = nominations;
        this.issuing = issuing;
        this.seasons = seasons;
        this.mandates = mandates;
        this.telling = telling;
    }

    @Transactional
    Decision draft(Caller caller, UUID authorityUnitId, String title, String grounds, List<UUID> nominationIds) {
        var basis = mandates.require(caller, Ability.DRAFT_DECISION.permission(), authorityUnitId);
        check(authorityUnitId, nominationIds);
        var decision = new Decision(
                store.nextId(), authorityUnitId, title, grounds, nominationIds, State.DRAFT, null, null, null, 1);
        onceDecided(() -> store.insert(decision));
        telling.tell(caller, basis, decision, null, "decision.drafted", List.of());
        return decision;
    }

    @Transactional
    Decision rewrite(Caller caller, UUID id, long expected, String title, String grounds, List<UUID> nominationIds) {
        var before = lock(id, expected);
        var basis = mandates.require(caller, Ability.DRAFT_DECISION.permission(), before.authorityUnitId());
        requireState(before, State.DRAFT);
        check(before.authorityUnitId(), nominationIds);
        var after = before.rewritten(title, grounds, nominationIds);
        onceDecided(() -> store.rewrite(after));
        telling.tell(caller, basis, after, before, "decision.rewritten", List.of());
        return after;
    }

    /** @param expected the version that was read before signing, or null when the caller does not say */
    @Transactional
    Decision sign(Caller caller, UUID id, @Nullable Long expected, Signature signature) {
        var before = lock(id, expected);
        var basis = mandates.require(caller, Ability.SIGN_DECISION.permission(), before.authorityUnitId());
        requireState(before, State.DRAFT);
        var nominated = check(before.authorityUnitId(), before.nominationIds());
        if (signature.on().isAfter(seasons.today())) {
            throw Problem.invalid(FieldError.of("/signedOn", "in-the-future")).asException();
        }
        if (nominated.stream().anyMatch(of -> signature.on().isBefore(Objects.requireNonNull(of.advisedOn())))) {
            throw Problem.invalid(FieldError.of("/signedOn", "before-the-council"))
                    .asException();
        }
        var after = before.signed(signature);
        store.sign(after);
        telling.tell(caller, basis, after, before, "decision.signed", List.of());
        return after;
    }

    /** Numbering issues: documents and honours come into being in the same transaction. */
    @Transactional
    Decision issue(Caller caller, UUID id, @Nullable Long expected, String number) {
        var before = lock(id, expected);
        var basis = mandates.require(caller, Ability.NUMBER_DECISION.permission(), before.authorityUnitId());
        requireState(before, State.SIGNED);
        var nominated = check(before.authorityUnitId(), before.nominationIds());
        var after = before.issued(number, seasons.today());
        try {
            store.issue(after);
        } catch (DuplicateKeyException taken) {
            throw Problem.because(ProblemType.CONFLICT, "decision-number-taken").asException();
        }
        var documents = issuing.issue(caller, basis, after, nominated);
        nominations.decided(caller, basis, after.nominationIds());
        telling.tell(caller, basis, after, before, "decision.issued", documents);
        return after;
    }

    /** The nominations in the order given, when the council agreed to each and this authority may decide on it. */
    private List<Nominated> check(UUID authorityUnitId, List<UUID> nominationIds) {
        var found =
                nominations.lock(nominationIds).stream().collect(Collectors.toMap(Nominated::id, Function.identity()));
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < nominationIds.size(); i++) {
            var nominated = found.get(nominationIds.get(i));
            var pointer = "/nominationIds/" + i;
            if (nominated == null) {
                errors.add(FieldError.of(pointer, "not-found"));
            } else if (!seen.add(nominated.id())) {
                errors.add(FieldError.of(pointer, "named-twice"));
            } else if (!authorityUnitId.equals(nominated.organiserId())
                    && !authorityUnitId.equals(nominated.awardUnitId())) {
                errors.add(FieldError.of(pointer, "not-of-this-authority"));
            } else if (!nominated.agreed()) {
                errors.add(FieldError.of(pointer, "council-has-not-agreed"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return nominationIds.stream()
                .map(id -> Objects.requireNonNull(found.get(id)))
                .toList();
    }

    private Decision lock(UUID id, @Nullable Long expected) {
        var decision = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (expected != null && decision.version() != expected) {
            throw Versions.mismatch(decision.version()).asException();
        }
        return decision;
    }

    private static void requireState(Decision decision, State state) {
        if (decision.state() != state) {
            throw Problem.because(ProblemType.CONFLICT, "decision-state")
                    .with("state", decision.state().name())
                    .asException();
        }
    }

    private static void onceDecided(Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw Problem.because(ProblemType.CONFLICT, "nomination-in-decision")
                    .asException();
        }
    }
}
