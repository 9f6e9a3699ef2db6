package vn.thidua.kit.feed;

import java.util.List;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import vn.thidua.kit.background.Background;

/** The consumers of a service, one for each source, each on a thread of its own. */
final class FeedReaders implements SmartLifecycle {
    private final List<FeedConsumer> consumers;
    private final List<Background> threads;
    private volatile boolean running;

    FeedReaders(List<FeedConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
        this.threads = consumers.stream()
                .map(consumer -> new Background("feed-of-" + consumer.source(), consumer::step))
                .toList();
    }

    Optional<FeedConsumer> of(String source) {
        return consumers.stream()
                .filter(consumer -> consumer.source().equals(source))
                .findFirst();
    }

    @Override
    public void start() {
        running = true;
        threads.forEach(Background::start);
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Background::stop);
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
