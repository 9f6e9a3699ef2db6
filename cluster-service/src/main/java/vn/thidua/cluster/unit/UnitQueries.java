package vn.thidua.cluster.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Like;
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

    private static final String COLUMNS = """
            select u.id, u.code, u.agency_code, u.budget_code, u.address, u.phone, u.email,
                   s.name, s.short_name, s.name_en, s.formal_name, u.kind, u.level, s.parent_id, p.name as parent_name, u.version,
                   (select min(lower(x.during)) from unit_state x where x.unit_id = u.id) as valid_from,
                   (select case when bool_or(upper_inf(x.during)) then null else max(upper(x.during)) - 1 end
                    from unit_state x where x.unit_id = u.id) as valid_to
            """;

    /** The unit's state on the day; outside its life the nearest one. */
    private static final String NEAREST = """
            (select x.during from unit_state x where x.unit_id = u.id
             order by x.during @> cast(:asOf as date) desc, abs(lower(x.during) - cast(:asOf as date)) limit 1)
            """;

    private static final String FROM = """
            from unit_state s
            join unit u on u.id = s.unit_id
            left join unit_state p on p.unit_id = s.parent_id
                 and p.during @> greatest(lower(s.during), least(cast(:asOf as date), coalesce(upper(s.during) - 1, cast(:asOf as date))))
            """;

    /**
     * A part of a name without accents, or a code from its beginning; each by an index of its own. Only where nothing is found so,
     * a slip of typing is forgiven: it would bring hundreds where there are numbers in the names.
     */
    private static final String FOUND = """
            coalesce(
                nullif(array(
                    select x.unit_id from unit_state x
                    where search_text(x.name) like '%' || search_text(:q) || '%' escape '\\'
                      and (x.during @> :asOf or cast(:code as text) is not null)
                    union all
                    select x.unit_id from unit_state x
                    where search_text(x.short_name) like '%' || search_text(:q) || '%' escape '\\'
                      and (x.during @> :asOf or cast(:code as text) is not null)
                    union all
                    select x.id from unit x where lower(x.code) like lower(:q) || '%' escape '\\'
                    union all
                    select x.id from unit x where lower(x.agency_code) like lower(:q) || '%' escape '\\'), '{}'),
                array(
                    select x.unit_id from unit_state x
                    where length(:typed) > 3 and search_text(:typed) <% search_text(x.name)
                      and (x.during @> :asOf or cast(:code as text) is not null)))
            """;

    /** Units in the order of their names, from after one on; what is not asked for plays no part in its plan. */
    static final String LIST =
            COLUMNS + FROM + """
            where (cast(:code as text) is null and s.during @> :asOf or u.code = :code and s.during =
            """ + NEAREST + ") and (cast(:q as text) is null or s.unit_id = any(" + FOUND + """
            ))
              and (cast(:parent as uuid) is null or s.parent_id = :parent)
              and (cast(:kind as text) is null or u.kind = :kind)
              and (cast(:level as text) is null or u.level = :level)
              and (:all or u.id = any(:units) or u.id in (select kit.units_and_below(:roots, kit.business_today())))
              and (cast(:after as uuid) is null or (s.name collate "vi-VN-x-icu", s.unit_id) > (
                   select x.name collate "vi-VN-x-icu", x.unit_id from unit_state x
                   where x.unit_id = :after and x.during @> :asOf))
            order by s.name collate "vi-VN-x-icu", s.unit_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    UnitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    Optional<UnitController.UnitView> find(UUID id, LocalDate asOf) {
        return jdbc.sql(COLUMNS + FROM + " where u.id = :id and s.during = " + NEAREST)
                .param("id", id)
                .param("asOf", asOf)
                .query((row, _) -> view(row))
                .optional();
    }

    /** @param reach null for a caller who may see every unit */
    List<UnitController.UnitView> list(Filter filter, @Nullable Reach reach) {
        return jdbc.sql(LIST)
                .params(parameters(filter, reach))
                .query((row, _) -> view(row))
                .list();
    }

    static Map<String, ?> parameters(Filter filter, @Nullable Reach reach) {
        var parameters = new HashMap<String, Object>();
        parameters.put("asOf", filter.asOf());
        parameters.put("q", text(filter.q() == null ? null : Like.literal(filter.q())));
        parameters.put("typed", text(filter.q() == null ? null : filter.q().strip()));
        parameters.put("code", text(filter.code()));
        parameters.put("parent", new SqlParameterValue(Types.OTHER, filter.parentId()));
        parameters.put("kind", text(filter.kind() == null ? null : filter.kind().name()));
        parameters.put(
                "level", text(filter.level() == null ? null : filter.level().name()));
        parameters.put("all", reach == null);
        parameters.put("units", reach == null ? new UUID[0] : reach.unitArray());
        parameters.put("roots", reach == null ? new UUID[0] : reach.rootArray());
        parameters.put("after", new SqlParameterValue(Types.OTHER, filter.after()));
        parameters.put("limit", filter.limit());
        return parameters;
    }

    private static SqlParameterValue text(@Nullable String text) {
        return new SqlParameterValue(Types.VARCHAR, text);
    }

    /** How a unit is told from others. */
    record Codes(UUID id, String code, @Nullable String agencyCode) {}

    /** A unit as a line of a table. */
    record TableLine(
            String code,
            Unit.Kind kind,
            Unit.Level level,
            Unit.Office office,
            Unit.State state,
            @Nullable String parentCode) {}

    /** The units that have one of the codes as their own or as their agency code. */
    List<Codes> withCodes(Collection<String> codes) {
        return jdbc.sql("""
                        select id, code, agency_code from unit where code = any(:codes)
                        union select id, code, agency_code from unit where agency_code = any(:codes)
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) ->
                        new Codes(row.getObject("id", UUID.class), row.getString("code"), row.getString("agency_code")))
                .list();
    }

    /** A unit and all below it, as they are today. */
    List<TableLine> table(UUID under, int limit) {
        return jdbc.sql("""
                        select u.code, u.kind, u.level, u.agency_code, u.budget_code, u.address, u.phone, u.email,
                               s.name, s.short_name, s.name_en, s.formal_name, s.parent_id, p.code as parent_code,
                               lower(s.during) as "from", upper(s.during) as until
                        from unit_state s join unit u on u.id = s.unit_id left join unit p on p.id = s.parent_id
                        where s.during @> kit.business_today()
                          and s.unit_id in (select kit.units_and_below(array[cast(:under as uuid)], kit.business_today()))
                        order by u.code limit :limit
                        """)
                .param("under", under)
                .param("limit", limit)
                .query((row, _) -> new TableLine(
                        row.getString("code"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        Unit.Level.valueOf(row.getString("level")),
                        new Unit.Office(
                                row.getString("agency_code"),
                                row.getString("budget_code"),
                                row.getString("address"),
                                row.getString("phone"),
                                row.getString("email")),
                        new Unit.State(
                                java.util.Objects.requireNonNull(Rows.date(row, "from")),
                                Rows.date(row, "until"),
                                row.getString("name"),
                                row.getString("short_name"),
                                row.getString("name_en"),
                                row.getString("formal_name"),
                                row.getObject("parent_id", UUID.class)),
                        row.getString("parent_code")))
                .list();
    }

    /** What was typed means itself: no wildcard of LIKE. */
    private static UnitController.UnitView view(ResultSet row) throws SQLException {
        return new UnitController.UnitView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("agency_code"),
                row.getString("budget_code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getString("formal_name"),
                row.getString("address"),
                row.getString("phone"),
                row.getString("email"),
                Unit.Kind.valueOf(row.getString("kind")),
                Unit.Level.valueOf(row.getString("level")),
                row.getObject("parent_id", UUID.class),
                row.getString("parent_name"),
                java.util.Objects.requireNonNull(Rows.date(row, "valid_from")),
                Rows.date(row, "valid_to"),
                row.getLong("version"));
    }
}
