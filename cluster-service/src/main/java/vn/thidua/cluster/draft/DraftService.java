package vn.thidua.cluster.draft;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.cluster.message.Notices;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.file.Files;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Lays papers of a conference before its units, puts a further version in the place of the last, and takes them back. */
@Service
class DraftService {
    static final String AGGREGATE = "draft";

    private static final Set<Role> PEOPLE = Set.of(Role.UNIT_OFFICER, Role.UNIT_LEADER);

    private final DraftStore store;
    private final Conferences conferences;
    private final Notices notices;
    private final Files files;
    private final Audit audit;

    DraftService(DraftStore store, Conferences conferences, Notices notices, Files files, Audit audit) {
        this.store = store;
        this.conferences = conferences;
        this.notices = notices;
        this.files = files;
        this.audit = audit;
    }

    @Transactional
    UUID lay(
            Caller caller,
            UUID conferenceId,
            Draft.Kind kind,
            String title,
            Draft.Content content,
            LocalDate commentsUntil) {
        var conference = conferences.named(caller, "/conferenceId", conferenceId);
        var basis = conferences.requireActing(caller, conference);
        requireAhead(conference);
        requireWithin(conference, commentsUntil);
        requireContent(caller, content);
        var draft = new Draft(
                store.nextId(),
                conferenceId,
                conference.organiserId(),
                conferences.requireLiveSeason(conferenceId),
                kind,
                title,
                1,
                commentsUntil,
                false,
                1);
        if (!store.insert(draft, content, basis)) {
            throw Recording.already(store.laid(conferenceId, kind, title).orElseThrow())
                    .asException();
        }
        tell(draft);
        record(caller, basis, "draft.laid", draft, null, null);
        return draft.id();
    }

    /** @param commentsUntil a new last day, or null for the one there is, be it over or not */
    @Transactional
    void renew(Caller caller, UUID id, long expected, Draft.Content content, @Nullable LocalDate commentsUntil) {
        var before = locked(id);
        var conference = conferences.find(before.conferenceId()).orElseThrow();
        var basis = conferences.requireActing(caller, conference);
        requireVersion(before, expected);
        requireLaid(before);
        if (commentsUntil != null) {
            requireWithin(conference, commentsUntil);
        }
        requireContent(caller, content);
        var after = before.renewed(commentsUntil == null ? before.commentsUntil() : commentsUntil);
        store.renew(after, content, basis);
        if (!after.commentsUntil().isBefore(store.today())) {
            tell(after);
        }
        record(caller, basis, "draft.renewed", after, before, content.note());
    }

    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var before = locked(id);
        var basis = conferences.requireActing(
                caller, conferences.find(before.conferenceId()).orElseThrow());
        requireVersion(before, expected);
        requireLaid(before);
        var after = before.takenBack();
        store.withdraw(after, reason);
        record(caller, basis, "draft.withdrawn", after, before, reason);
    }

    /** @throws vn.thidua.kit.problem.ProblemException 409 when it was withdrawn */
    static void requireLaid(Draft draft) {
        if (draft.withdrawn()) {
            throw Problem.because(ProblemType.CONFLICT, "draft-withdrawn").asException();
        }
    }

    private void tell(Draft draft) {
        notices.tell(
                new Notices.Notice(
                        draft.seasonId(),
                        "DRAFT_LAID",
                        draft.id(),
                        draft.title(),
                        draft.commentsUntil(),
                        draft.version()),
                store.asked(draft.id()),
                PEOPLE);
    }

    private void requireAhead(Conferences.Ref conference) {
        if (conference.heldOn().isBefore(store.today())) {
            throw Problem.because(ProblemType.CONFLICT, "conference-over").asException();
        }
    }

    private void requireWithin(Conferences.Ref conference, LocalDate commentsUntil) {
        if (commentsUntil.isBefore(store.today())) {
            throw Problem.invalid(FieldError.of("/commentsUntil", "past")).asException();
        }
        if (commentsUntil.isAfter(conference.heldOn())) {
            throw Problem.invalid(FieldError.of("/commentsUntil", "after-conference"))
                    .asException();
        }
    }

    private void requireContent(Caller caller, Draft.Content content) {
        if (content.text() == null && content.fileId() == null) {
            throw Problem.invalid(FieldError.of("/text", "required")).asException();
        }
        if (content.fileId() != null
                && files.broughtInBy(caller, content.fileId()).isEmpty()) {
            throw Problem.invalid(FieldError.of("/fileId", "not-found")).asException();
        }
    }

    private static void requireVersion(Draft draft, long expected) {
        if (draft.version() != expected) {
            throw Versions.mismatch(draft.version()).asException();
        }
    }

    private Draft locked(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private void record(
            Caller caller, Basis basis, String action, Draft draft, @Nullable Draft before, @Nullable String reason) {
        audit.record(new AuditEntry(
                caller, basis, action, AGGREGATE, draft.id(), draft.organiserId(), before, draft, reason));
    }
}
