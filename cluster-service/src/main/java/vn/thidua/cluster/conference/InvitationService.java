package vn.thidua.cluster.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Invites to conferences and takes the answers. No name of a guest or delegate goes to the audit. */
@Service
class InvitationService {
    /** What the audit keeps of one round. */
    record InvitedRound(List<UUID> units, long guests) {}

    /** What the audit keeps of one invitation. */
    record InvitedOne(UUID invitation, @Nullable UUID unit, Invitation.@Nullable Coming answer) {}

    /** What the audit keeps of attendances taken from answers. */
    record TakenFromAnswers(int attendances) {}

    private final ConferenceService conferences;
    private final Conferences visibility;
    private final ConferenceStore store;
    private final InvitationStore invitations;
    private final InvitationLetters letters;
    private final Units units;
    private final Mandates mandates;
    private final Audit audit;

    InvitationService(
            ConferenceService conferences,
            Conferences visibility,
            ConferenceStore store,
            InvitationStore invitations,
            InvitationLetters letters,
            Units units,
            Mandates mandates,
            Audit audit) {
        this.conferences = conferences;
        this.visibility = visibility;
        this.store = store;
        this.invitations = invitations;
        this.letters = letters;
        this.units = units;
        this.mandates = mandates;
        this.audit = audit;
    }

    /** Invites whoever is not invited yet, and tells those alone; how many. */
    @Transactional
    int invite(Caller caller, UUID id, boolean members, List<Invitation.Unit> named, List<Invitation.Guest> guests) {
        var conference = conferences.lock(id);
        var basis = conferences.requireAny(caller, conference);
        requireAhead(conference);
        requireKnown(named);
        var season = visibility.requireLiveSeason(id);
        // A unit that is named keeps the capacity in which it is named.
        var sent = new ArrayList<>(invitations.invite(id, season, named, guests));
        if (members) {
            sent.addAll(invitations.inviteMembers(id, season));
        }
        if (sent.isEmpty()) {
            return 0;
        }
        var after = conference.next();
        store.update(after);
        letters.invited(after, sent);
        var units =
                sent.stream().map(Invitation::unitId).filter(Objects::nonNull).toList();
        record(
                caller,
                basis,
                "conference.invitations-sent",
                after,
                null,
                new InvitedRound(units, sent.size() - units.size()));
        return sent.size();
    }

    /** The invited unit's own answer; for a guest who is only named, that of whoever invites. */
    @Transactional
    void answer(Caller caller, UUID id, UUID invitationId, long expected, Invitation.Answer answer) {
        var conference = conferences.lock(id);
        var before = locked(id, invitationId);
        var unit = before.unitId();
        var basis = unit == null
                ? conferences.requireAny(caller, conference)
                : mandates.require(caller, Ability.INVITATIONS_ANSWER.permission(), unit);
        requireVersion(before, expected);
        requireAhead(conference);
        invitations.answer(invitationId, answer);
        record(
                caller,
                basis,
                "conference.invitation-answered",
                conference,
                kept(before, before.answer()),
                kept(before, answer));
    }

    /** Takes an invitation back; whose people were told are told this too. */
    @Transactional
    void withdraw(Caller caller, UUID id, UUID invitationId, long expected, String reason) {
        var conference = conferences.lock(id);
        var basis = conferences.requireAny(caller, conference);
        var before = locked(id, invitationId);
        requireVersion(before, expected);
        invitations.delete(invitationId);
        var after = conference.next();
        store.update(after);
        letters.withdrawn(after, before);
        audit.record(new AuditEntry(
                caller,
                basis,
                "conference.invitation-withdrawn",
                ConferenceService.AGGREGATE,
                id,
                conference.organiserId(),
                kept(before, before.answer()),
                null,
                reason));
    }

    /** Notes as present whoever answered to come. */
    @Transactional
    void attend(Caller caller, UUID id) {
        var conference = conferences.lock(id);
        var basis = conferences.requireAny(caller, conference);
        var added = invitations.attend(id);
        if (added > 0) {
            var after = conference.next();
            store.update(after);
            record(caller, basis, "conference.attendances-taken", after, null, new TakenFromAnswers(added));
        }
    }

    private void requireKnown(List<Invitation.Unit> named) {
        var known = units.lives(named.stream().map(Invitation.Unit::unitId).collect(Collectors.toSet()));
        var faults = new ArrayList<FieldError>();
        for (int i = 0; i < named.size(); i++) {
            if (!known.containsKey(named.get(i).unitId())) {
                faults.add(FieldError.of("/units/" + i + "/unitId", "not-found"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).asException();
        }
    }

    private void requireAhead(Conference conference) {
        if (conference.heldOn().isBefore(invitations.today())) {
            throw Problem.because(ProblemType.CONFLICT, "conference-over").asException();
        }
    }

    private static void requireVersion(Invitation invitation, long expected) {
        if (invitation.version() != expected) {
            throw Versions.mismatch(invitation.version()).asException();
        }
    }

    private Invitation locked(UUID id, UUID invitationId) {
        return invitations
                .lock(id, invitationId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static InvitedOne kept(Invitation invitation, Invitation.@Nullable Answer answer) {
        return new InvitedOne(invitation.id(), invitation.unitId(), answer == null ? null : answer.coming());
    }

    private void record(
            Caller caller, Basis basis, String action, Conference conference, @Nullable Object before, Object after) {
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                ConferenceService.AGGREGATE,
                conference.id(),
                conference.organiserId(),
                before,
                after,
                null));
    }
}
