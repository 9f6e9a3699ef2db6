package vn.thidua.cluster.message;

import java.util.List;

/** The ways out that are configured; none is a platform whose reminders stay within it. */
record Channels(List<Channel> all) {
    Channels {
        all = List.copyOf(all);
    }

    String[] names() {
        return all.stream().map(one -> one.kind().name()).toArray(String[]::new);
    }
}
