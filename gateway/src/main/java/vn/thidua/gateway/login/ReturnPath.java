package vn.thidua.gateway.login;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place inside the console a person wanted when the log-in came between. Only paths of this site are taken: a
 * link that logs somebody in and then sends them elsewhere would be a gift to whoever phishes.
 */
final class ReturnPath {
    static final String HOME = "/";

    private static final int LONGEST = 1000;
    /** Places that are no pages: going there would loop, log out, or show raw data. */
    private static final Set<String> NO_PAGES = Set.of("api", "actuator", "oauth2", "login", "logout", "assets");

    private ReturnPath() {}

    /** The path if it is one of ours, the home page otherwise. */
    static String of(@Nullable String wanted) {
        return wanted != null && isOurs(wanted) ? wanted : HOME;
    }

    private static boolean isOurs(String path) {
        if (!path.startsWith("/") || path.contains("//") || path.length() > LONGEST) {
            return false;
        }
        // Browsers read a backslash as a slash and drop tabs and line breaks before they look at an address.
        boolean plain = path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return plain && !NO_PAGES.contains(path.substring(1).split("[/?#]", 2)[0]);
    }
}
