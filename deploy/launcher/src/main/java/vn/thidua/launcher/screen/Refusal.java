package vn.thidua.launcher.screen;

/** What the person at the keyboard must know and can mend; shown without a stack trace, Vietnamese first. */
public final class Refusal extends RuntimeException {
    private final String english;

    /** Takes the same message in both languages; each names the way out. */
    public Refusal(String vietnamese, String english) {
        super(vietnamese);
        this.english = english;
    }

    /** Gives both texts, one below the other. */
    public String text() {
        return getMessage() + System.lineSeparator() + english;
    }
}
