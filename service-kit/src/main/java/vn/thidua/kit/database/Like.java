package vn.thidua.kit.database;

/** Patterns of SQL's LIKE with a backslash as escape. */
public final class Like {
    private Like() {}

    /** What was typed, without blanks around it, as a pattern that means just these characters. */
    public static String literal(String typed) {
        return typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
