package vn.thidua.cluster.message;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells guests who are nobody here but have an address, by mail, what units are told by {@link Notices}. */
@Component
public class GuestLetters {
    /** How far a letter has come. */
    public enum State {
        PENDING,
        SENT,
        /** No mail server is configured: somebody has to tell the guest. */
        NO_CHANNEL
    }

    /** @param invitation by which the letters to one guest are known */
    public record Guest(UUID invitation, String name, String email) {}

    private final GuestLetterStore store;
    private final Channels channels;

    GuestLetters(GuestLetterStore store, Channels channels) {
        this.store = store;
        this.channels = channels;
    }

    /** In the transaction that makes it so; the same edition once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notices.Notice notice, Collection<Guest> guests) {
        var byMail = channels.all().stream().anyMatch(channel -> channel.kind() == Channel.Kind.EMAIL);
        guests.forEach(guest -> store.insert(notice, guest, byMail));
    }

    /** Tells a guest that the invitation is withdrawn, unless nothing of it has gone out; then nothing of the guest is kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Notices.Notice notice, Guest guest) {
        // One that was tried may have arrived.
        var heard = store.anyTried(guest.invitation());
        store.drop(guest.invitation());
        if (heard) {
            tell(notice, List.of(guest));
        }
    }

    /** Keeps nothing of a guest who is told nothing more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID invitation) {
        store.drop(invitation);
    }
}
