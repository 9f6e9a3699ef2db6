package vn.thidua.indicator.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.period.Period;
import vn.thidua.kit.database.Rows;

/** Reads reports as boards. */
@Repository
class ReportQueries {
    private static final String LINES = """
            select r.id, p.id as period_id, p.season_id, p.kind, p.name, p.opens_at, p.due_at, p.closes_at,
                   p.version as period_version, m.unit_id, n.name as unit_name, r.status, r.returned_because,
                   greatest(r.open_until, (select max(o.until) from period_opening o
                                                       where o.period_id = p.id and o.unit_id = m.unit_id)) as open_until,
                   r.submitted_at, r.submitted_by, days_late(r.first_submitted_at, p.due_at) as days_late, coalesce(r.version, 0) as version,
                   f.total, f.filled, f.touched, f.lists, kit.business_now() as now,
                   coalesce((select st.name from kit.unit_state_copy st
                             where st.unit_id = s.organiser_id and st.during @> kit.business_today()), '') as opener
            from period p
            join season_copy s on s.id = p.season_id
            join season_member m on m.season_id = p.season_id
            left join report r on r.period_id = p.id and r.unit_id = m.unit_id
            left join lateral (
                select st.name from kit.unit_state_copy st where st.unit_id = m.unit_id
                order by st.during @> kit.business_today() desc, lower(st.during) desc limit 1) n on true
            left join lateral (
                select count(*) as total, count(t.items) as lists, count(c.version) as touched,
                       count(*) filter (where c.value is not null or c.not_applicable) as filled
                from target t left join report_cell c on c.report_id = r.id and c.indicator_id = t.indicator_id
                where t.season_id = p.season_id and t.unit_id = m.unit_id) f on true
            """;

    /**
     * A line with what only the grid shows of a report.
     *
     * @param listed whether a target of its unit is a list of names
     */
    record Head(ReportViews.Line line, Report report, Instant now, String opener, boolean listed) {}

    private final JdbcClient jdbc;

    ReportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each member and period that the caller may see, begun or not. */
    List<ReportViews.Line> board(
            @Nullable UUID periodId,
            @Nullable UUID unitId,
            ReportAccess.Sight sight,
            @Nullable UUID afterPeriod,
            @Nullable UUID afterUnit,
            int limit) {
        return jdbc.sql(LINES + "where " + SightQueries.VISIBLE_OR_SHARED + """
                          and (cast(:period as uuid) is null or p.id = :period)
                          and (cast(:unit as uuid) is null or m.unit_id = :unit)
                          and (cast(:afterPeriod as uuid) is null or (p.id, m.unit_id) > (:afterPeriod, :afterUnit))
                        order by p.id, m.unit_id limit :limit
                        """)
                .params(SightQueries.params(sight))
                .param("period", periodId, Types.OTHER)
                .param("unit", unitId, Types.OTHER)
                .param("afterPeriod", afterPeriod, Types.OTHER)
                .param("afterUnit", afterUnit, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    Optional<Head> head(UUID reportId) {
        return jdbc.sql(LINES + "where r.id = :report")
                .param("report", reportId)
                .query((row, _) -> new Head(
                        line(row),
                        new Report(
                                reportId,
                                row.getObject("unit_id", UUID.class),
                                Report.Status.valueOf(row.getString("status")),
                                Rows.instant(row, "open_until"),
                                row.getString("returned_because"),
                                Rows.instant(row, "submitted_at"),
                                row.getString("submitted_by"),
                                row.getLong("version"),
                                period(row)),
                        Objects.requireNonNull(Rows.instant(row, "now")),
                        row.getString("opener"),
                        row.getInt("lists") > 0))
                .optional();
    }

    /** The unit's report in that period, or null while it is not begun. */
    @Nullable
    UUID reportOf(UUID periodId, UUID unitId) {
        return jdbc.sql("select id from report where period_id = :period and unit_id = :unit")
                .param("period", periodId)
                .param("unit", unitId)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional()
                .orElse(null);
    }

    static Period period(ResultSet row) throws SQLException {
        return new Period(
                row.getObject("period_id", UUID.class),
                row.getObject("season_id", UUID.class),
                Period.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Objects.requireNonNull(Rows.instant(row, "opens_at")),
                Objects.requireNonNull(Rows.instant(row, "due_at")),
                Objects.requireNonNull(Rows.instant(row, "closes_at")),
                row.getLong("period_version"));
    }

    private static ReportViews.Line line(ResultSet row) throws SQLException {
        var period = period(row);
        var now = Objects.requireNonNull(Rows.instant(row, "now"));
        var status = row.getString("status") == null ? null : Report.Status.valueOf(row.getString("status"));
        return new ReportViews.Line(
                row.getObject("id", UUID.class),
                period.id(),
                period.seasonId(),
                period.kind(),
                period.name(),
                period.stateAt(now),
                period.dueAt(),
                period.closesAt(),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                Report.State.of(status, row.getLong("touched"), period, now),
                row.getLong("filled"),
                row.getLong("total"),
                Rows.instant(row, "submitted_at"),
                row.getObject("days_late", Integer.class),
                Rows.instant(row, "open_until"),
                now,
                row.getLong("version"));
    }
}
