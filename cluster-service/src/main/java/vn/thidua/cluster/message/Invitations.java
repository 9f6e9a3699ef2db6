package vn.thidua.cluster.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Invites people to log in, by the ways on which letters go out. A password is never among what they are told. */
@Component
public class Invitations {
    /** How far it has come. */
    public enum State {
        WAITING,
        SENT,
        /** The person cannot be reached: somebody has to tell them. */
        NO_ADDRESS,
        /** No way out is configured: somebody has to tell them. */
        NO_CHANNEL
    }

    /**
     * The last invitation of a person.
     *
     * @param invitedAt by the business clock
     * @param error kind of the last failure while it waits, or null
     */
    public record Invitation(
            State state,
            Instant invitedAt,
            @Nullable Instant sentAt,
            @Nullable String error) {}

    private final MessageStore store;
    private final Channels channels;
    private final MessageSettings settings;

    Invitations(MessageStore store, Channels channels, MessageSettings settings) {
        this.store = store;
        this.channels = channels;
        this.settings = settings;
    }

    /** Invites somebody in the transaction that made the log-in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void invite(UUID personId) {
        store.invite(personId, channels);
    }

    /**
     * Invites somebody once more, whom the caller holds against changes.
     *
     * @throws vn.thidua.kit.problem.ProblemException 409 {@code invited-lately}; what reached nobody does not count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void inviteAgain(UUID personId) {
        var tooSoon = store.invited(personId, settings.gap().toSeconds())
                .filter(last -> last.lately() && last.invitation().state() != State.NO_ADDRESS);
        if (tooSoon.isPresent()) {
            throw Problem.because(ProblemType.CONFLICT, "invited-lately").asException();
        }
        store.invite(personId, channels);
    }

    public Optional<Invitation> last(UUID personId) {
        return store.invited(personId, settings.gap().toSeconds()).map(MessageStore.Invited::invitation);
    }
}
