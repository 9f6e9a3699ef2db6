package vn.thidua.kit.feed;

/** Under which name this service publishes: its path segment in {@code /api/v1/feeds/<name>}. */
public record FeedService(String name) {}
