package vn.thidua.cluster.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads units as they were on a day. */
@Repository
class UnitQueries {
    /**
     * @param code exactly; finds the unit whether or not it exists on the day
     * @param asOf the day asked about
     */
    record Filter(
            @Nullable String q,
            @Nullable String code,
            @Nullable UUID parentId,
            Unit.@Nullable Kind kind,
            Unit.@Nullable Level level,
            LocalDate asOf,
            @Nullable UUID after,
            int limit) {}

    /** On a day outside the unit's life: its nearest state. */
    private static final String VIEW = """
            select u.id, u.code, s.name, s.short_name, s.name_en, u.kind, u.level, s.parent_id, p.name as parent_name, u.version,
                   (select min(lower(x.during)) from unit_state x where x.unit_id = u.id) as valid_from,
                   (select case when bool_or(upper_inf(x.during)) then null else max(upper(x.during)) - 1 end
                    from unit_state x where x.unit_id = u.id) as valid_to
            from unit u
            join lateral (select * from unit_state x where x.unit_id = u.id
                          order by x.during @> cast(:asOf as date) desc, abs(lower(x.during) - cast(:asOf as date)) limit 1) s on true
            left join unit_state p on p.unit_id = s.parent_id
                 and p.during @> greatest(lower(s.during), least(cast(:asOf as date), coalesce(upper(s.during) - 1, cast(:asOf as date))))
            """;

    private final JdbcClient jdbc;

    UnitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    Optional<UnitController.UnitView> find(UUID id, LocalDate asOf) {
        return jdbc.sql(VIEW + " where u.id = :id")
                .param("id", id)
                .param("asOf", asOf)
                .query((row, _) -> view(row))
                .optional();
    }

    /** @param reach null for a caller who may see every unit */
    List<UnitController.UnitView> list(Filter filter, @Nullable Reach reach) {
        return jdbc.sql(VIEW + """
                                where (s.during @> :asOf or u.code = cast(:code as text))
                                  and (cast(:code as text) is null or u.code = :code)
                                  and (cast(:q as text) is null
                                       or search_text(s.name) like '%' || search_text(:q) || '%' escape '\\'
                                       or search_text(coalesce(s.short_name, '')) like '%' || search_text(:q) || '%' escape '\\'
                                       or (length(:typed) > 3 and search_text(:typed) <% search_text(s.name))
                                       or lower(u.code) like lower(:q) || '%' escape '\\')
                                  and (cast(:parent as uuid) is null or s.parent_id = :parent)
                                  and (cast(:kind as text) is null or u.kind = :kind)
                                  and (cast(:level as text) is null or u.level = :level)
                                  and (:all or u.id = any(:units) or u.id in (select kit.units_and_below(:roots, kit.business_today())))
                                  and (cast(:after as uuid) is null or (s.name collate "vi-VN-x-icu", u.id) > (
                                       select x.name collate "vi-VN-x-icu", x.unit_id from unit_state x
                                       where x.unit_id = :after and x.during @> :asOf))
                                order by s.name collate "vi-VN-x-icu", u.id
                                limit :limit
                                """)
                .param("asOf", filter.asOf())
                .param("q", filter.q() == null ? null : likeLiteral(filter.q()), Types.VARCHAR)
                .param("typed", filter.q() == null ? null : filter.q().strip(), Types.VARCHAR)
                .param("code", filter.code(), Types.VARCHAR)
                .param("parent", filter.parentId(), Types.OTHER)
                .param("kind", filter.kind() == null ? null : filter.kind().name(), Types.VARCHAR)
                .param("level", filter.level() == null ? null : filter.level().name(), Types.VARCHAR)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> view(row))
                .list();
    }

    /** What was typed means itself: no wildcard of LIKE. */
    private static String likeLiteral(String typed) {
        return typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static UnitController.UnitView view(ResultSet row) throws SQLException {
        return new UnitController.UnitView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("name_en"),
                Unit.Kind.valueOf(row.getString("kind")),
                Unit.Level.valueOf(row.getString("level")),
                row.getObject("parent_id", UUID.class),
                row.getString("parent_name"),
                java.util.Objects.requireNonNull(Rows.date(row, "valid_from")),
                Rows.date(row, "valid_to"),
                row.getLong("version"));
    }
}
