package vn.thidua.cluster.compact;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.access.Leaders;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Has a compact signed by the leaders of every member, and says beforehand which of them have to. */
@Service
class CompactSigning {
    /** Somebody wants to sign other words than those that stand here. */
    private static final ProblemType TEXT_MISMATCH = new ProblemType("text-mismatch", HttpStatus.PRECONDITION_FAILED);

    private final CompactStore store;
    private final Seasons seasons;
    private final Leaders leaders;
    private final CompactNews news;

    CompactSigning(CompactStore store, Seasons seasons, Leaders leaders, CompactNews news) {
        this.store = store;
        this.seasons = seasons;
        this.leaders = leaders;
        this.news = news;
    }

    /**
     * Signs for a member; the last signature makes the compact signed. To sign the same words again changes nothing.
     *
     * @param capacity in which the leader signs; may be left out where one leader signs for the member
     * @param textSha256 of the words the signer has before him
     */
    @Transactional
    void sign(Caller caller, UUID id, UUID unitId, @Nullable String capacity, String textSha256) {
        var basis = leaders.require(caller, Ability.COMPACTS_SIGN.permission(), unitId);
        var before = locked(id);
        var known = before.textSha256();
        if (known == null) {
            throw CompactNews.settled(before).asException();
        }
        if (!known.equals(textSha256)) {
            throw Problem.of(TEXT_MISMATCH).with("textSha256", known).asException();
        }
        var member = before.member(unitId).orElse(null);
        if (member != null && store.isSigned(id, unitId, signatory(member, capacity))) {
            return;
        }
        if (before.status() != Compact.Status.SIGNING) {
            throw CompactNews.settled(before).asException();
        }
        if (member == null) {
            throw Problem.invalid(FieldError.of("/unitId", "not-member")).asException();
        }
        if (store.isSignedBy(id, unitId, basis)) {
            throw Problem.because(ProblemType.CONFLICT, "signed-in-other-capacity")
                    .asException();
        }
        store.sign(id, unitId, signatory(member, capacity), known, basis);
        var all = store.isSignedByAll(id);
        if (all && before.amending() != null) {
            supersede(caller, basis, before.amending());
        }
        var after = all ? before.at(Compact.Status.SIGNED, store.today()) : before.at(Compact.Status.SIGNING, null);
        store.update(after, null);
        news.tell(caller, basis, after, before, all ? "compact.signed" : "compact.signature-added", null);
    }

    private static int signatory(Compact.Member member, @Nullable String capacity) {
        return member.signatory(capacity)
                .orElseThrow(() -> Problem.invalid(
                                FieldError.of("/capacity", capacity == null ? "required" : "not-a-capacity"))
                        .asException());
    }

    private void supersede(Caller caller, Basis basis, Compact.Amending by) {
        var old = locked(by.compactId());
        var after = old.at(Compact.Status.SUPERSEDED, old.signedOn());
        store.update(after, null);
        news.tell(caller, basis, after, old, "compact.superseded", by.reason());
    }

    /**
     * Says who has to sign for a member, as long as nobody has signed for it.
     *
     * @param version the compact's
     * @param capacities one for each leader; none where one leader signs without saying in which
     */
    @Transactional
    void haveSign(Caller caller, UUID id, UUID unitId, long version, List<String> capacities) {
        var before = locked(id);
        var basis =
                seasons.requireActing(caller, seasons.find(before.seasonId()).orElseThrow());
        if (before.version() != version) {
            throw Versions.mismatch(before.version()).asException();
        }
        if (before.status() != Compact.Status.SIGNING) {
            throw CompactNews.settled(before).asException();
        }
        if (before.member(unitId).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        if (store.isSignedBy(id, unitId, null)) {
            throw Problem.because(ProblemType.CONFLICT, "member-has-signed").asException();
        }
        store.replaceSignatories(id, unitId, capacities);
        var after = before.at(Compact.Status.SIGNING, null)
                .by(before.members().stream()
                        .map(member -> member.unitId().equals(unitId) ? new Compact.Member(unitId, capacities) : member)
                        .toList());
        store.update(after, null);
        news.tell(caller, basis, after, before, "compact.signatories-set", null);
    }

    private Compact locked(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }
}
