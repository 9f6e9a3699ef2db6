package vn.thidua.launcher;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thidua.launcher.postgres.BusinessClock;
import vn.thidua.launcher.postgres.Databases;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.secrets.Secrets;

/** {@code deploy/clock}: moves the business clock of the demo, in all services by the same amount. */
final class Clock {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern STEP = Pattern.compile("([+-])(\\d{1,5})([dhm])");
    private static final Duration FARTHEST = Duration.ofDays(20 * 366);

    private final Settings settings;
    private final List<BusinessClock> clocks = new ArrayList<>();

    Clock(Settings settings, Databases databases, Secrets secrets) {
        this.settings = settings;
        for (String service : Layout.SERVICES) {
            clocks.add(new BusinessClock(databases, service, secrets.get("database." + service + ".owner")));
        }
    }

    /** Takes nothing, to be told the time, or where to move it; gives the business time in Hanoi afterwards. */
    String run(List<String> args, Instant now) throws SQLException {
        Reset.refuseOutsideDemo(settings, "deploy/clock");
        Duration shift = clocks.getFirst().shift();
        if (!args.isEmpty()) {
            shift = moved(args.size() == 1 ? args.getFirst() : "", shift, now);
            set(shift);
        }
        return now.plus(shift).atZone(HANOI).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"))
                + (shift.isZero() ? " (giờ thật · real time)" : " (minh hoạ · demo clock)");
    }

    private void set(Duration shift) throws SQLException {
        for (BusinessClock clock : clocks) {
            clock.shift(shift);
        }
    }

    /** The new distance from real time; takes what was asked for, the present distance and real time. */
    static Duration moved(String to, Duration shift, Instant now) {
        Duration moved = target(to, shift, now);
        if (moved.abs().compareTo(FARTHEST) > 0) {
            throw new Refusal("Không dời quá 20 năm: " + to, "Not farther than 20 years: " + to);
        }
        return moved;
    }

    private static Duration target(String to, Duration shift, Instant now) {
        if (to.equals("real")) {
            return Duration.ZERO;
        }
        Matcher step = STEP.matcher(to);
        if (step.matches()) {
            long amount = Long.parseLong(step.group(2)) * (step.group(1).equals("-") ? -1 : 1);
            return shift.plus(
                    switch (step.group(3)) {
                        case "d" -> Duration.ofDays(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofMinutes(amount);
                    });
        }
        try {
            LocalDateTime time = to.contains("T")
                    ? LocalDateTime.parse(to)
                    : LocalDate.parse(to).atStartOfDay();
            // Up to the whole second: a moment before the time that was asked for is not that time.
            return Duration.ofSeconds(Duration.between(now, time.atZone(HANOI))
                    .plusNanos(999_999_999)
                    .toSeconds());
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    "Cách dùng: deploy/clock [+30d | -2h | +15m | 2026-07-01 | 2026-07-01T08:00 | real]",
                    "Usage: deploy/clock [+30d | -2h | +15m | 2026-07-01 | 2026-07-01T08:00 | real]");
        }
    }
}
