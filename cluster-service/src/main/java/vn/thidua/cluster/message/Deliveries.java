package vn.thidua.cluster.message;

import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits. A letter counts as sent once the other side took it; whoever dies in between sends it again, with the same id.
 */
@Component
class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final MessageStore store;
    private final GuestLetterStore guests;
    private final MessageText text;
    private final MessageSettings settings;
    private final Channels channels;

    Deliveries(
            MessageStore store,
            GuestLetterStore guests,
            MessageText text,
            MessageSettings settings,
            Channels channels) {
        this.store = store;
        this.guests = guests;
        this.text = text;
        this.settings = settings;
        this.channels = channels;
    }

    void send() {
        for (var channel : channels.all()) {
            var letters = store
                    .take(channel.kind(), settings.atOnce(), settings.gap().toSeconds())
                    .stream()
                    .collect(Collectors.groupingBy(Waiting::personId))
                    .values()
                    .stream()
                    .map(text::letter)
                    .toList();
            store.unreachable(
                    channel.kind(),
                    letters.stream()
                            .filter(letter -> !channel.reaches(letter))
                            .flatMap(letter -> letter.messages().stream())
                            .toList());
            letters.stream().filter(channel::reaches).forEach(letter -> toPerson(channel, letter));
            if (channel.kind() == Channel.Kind.EMAIL) {
                guests.take(settings.atOnce()).stream().map(text::letter).forEach(letter -> toGuest(channel, letter));
            }
        }
    }

    private void toPerson(Channel channel, Letter letter) {
        failure(channel, letter)
                .ifPresentOrElse(
                        kind -> store.failed(channel.kind(), letter.messages(), kind),
                        () -> store.sent(channel.kind(), letter.messages()));
    }

    private void toGuest(Channel channel, Letter letter) {
        failure(channel, letter)
                .ifPresentOrElse(kind -> guests.failed(letter.id(), kind), () -> guests.sent(letter.id()));
    }

    /** Sends it; the kind of failure where that is not known to have worked. */
    @SuppressWarnings(
            "CatchingUnchecked") // Whatever went wrong with one letter is written beside it; the others go out.
    private static Optional<String> failure(Channel channel, Letter letter) {
        try {
            channel.send(letter);
            return Optional.empty();
        } catch (Exception failure) {
            // Only the kind of failure, here as there: its text may quote an address.
            var kind = failure.getClass().getSimpleName();
            log.warn("Letter {} was not taken by {}: {}", letter.id(), channel.kind(), kind);
            return Optional.of(kind);
        }
    }
}
