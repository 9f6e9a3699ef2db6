package vn.thidua.cluster.message;

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
    private final MessageText text;
    private final MessageSettings settings;
    private final Channels channels;

    Deliveries(MessageStore store, MessageText text, MessageSettings settings, Channels channels) {
        this.store = store;
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
            letters.stream().filter(channel::reaches).forEach(letter -> send(channel, letter));
        }
    }

    @SuppressWarnings(
            "CatchingUnchecked") // Whatever went wrong with one letter is written beside it; the others go out.
    private void send(Channel channel, Letter letter) {
        try {
            channel.send(letter);
        } catch (Exception failure) {
            // Only the kind of failure, here as there: its text may quote an address.
            var kind = failure.getClass().getSimpleName();
            log.warn("Letter {} was not taken by {}: {}", letter.id(), channel.kind(), kind);
            store.failed(channel.kind(), letter.messages(), kind);
            return;
        }
        store.sent(channel.kind(), letter.messages());
    }
}
