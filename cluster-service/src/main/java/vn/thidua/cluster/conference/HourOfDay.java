package vn.thidua.cluster.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** An hour and minute in Hanoi, such as 08:30. */
final class HourOfDay {
    static final String FORM = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm");

    private HourOfDay() {}

    /** @param hour checked against {@link #FORM} */
    static @Nullable LocalTime read(@Nullable String hour) {
        return hour == null ? null : LocalTime.parse(hour);
    }

    static @Nullable String of(ResultSet row, String column) throws SQLException {
        return shown(row.getObject(column, LocalTime.class));
    }

    static @Nullable String shown(@Nullable LocalTime hour) {
        return hour == null ? null : SHOWN.format(hour);
    }
}
