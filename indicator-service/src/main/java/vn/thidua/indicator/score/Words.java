package vn.thidua.indicator.score;

/** One sentence in both languages; numbers as each writes them. */
public record Words(String vi, String en) {}
