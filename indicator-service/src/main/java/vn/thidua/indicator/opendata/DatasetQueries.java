package vn.thidua.indicator.opendata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.opendata.DatasetViews.Dataset;
import vn.thidua.indicator.opendata.DatasetViews.Distribution;
import vn.thidua.indicator.opendata.DatasetViews.OpenFigure;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.score.Score;
import vn.thidua.kit.database.Rows;

/** Reads what is open to everybody. Each statement asks anew whether it still is. */
@Repository
class DatasetQueries {
    private static final String PATH = "/api/v1/public/datasets/";

    /** The seasons that are open, with the ranking in force: of the latest period, the last that was published. */
    private static final String OPEN = """
            select s.id, s.name, lower(s.during) as "from", upper(s.during) as until, c.name as cluster, c.kind as cluster_kind,
                   s.provenance = 'INVENTED' or c.provenance = 'INVENTED' as invented,
                   u.code as publisher_code, n.name as publisher, r.id as ranking_id, r.scoresheet_id, r.published_at,
                   r.period_kind, r.sheet_sha256, r.facts_sha256, r.result_sha256, h.title as scoresheet
            from season_copy s
            join cluster_copy c on c.id = s.cluster_id
            join lateral (
                select x.*, coalesce(p.kind, 'YEAR') as period_kind
                from ranking x
                join scoresheet y on y.id = x.scoresheet_id
                left join period p on p.id = y.period_id
                where x.season_id = s.id and x.status = 'PUBLISHED'
                order by period_place(coalesce(p.kind, 'YEAR')) desc, x.published_at desc, x.id desc limit 1) r on true
            join scoresheet h on h.id = r.scoresheet_id
            left join kit.unit_copy u on u.id = s.organiser_id
            left join lateral (
                select st.name from kit.unit_state_copy st where st.unit_id = s.organiser_id
                order by st.during @> lower(s.during) desc, abs(lower(st.during) - lower(s.during)) limit 1) n on true
            where s.results_rule = 'PUBLIC'
            """;

    /** Units under the names they had on the season's first day, or nearest to it, with the code of what they lie in. */
    private static final String NAMED = """
            left join kit.unit_copy u on u.id = m.unit_id
            left join lateral (
                select st.name, st.parent_id from kit.unit_state_copy st where st.unit_id = m.unit_id
                order by st.during @> lower(s.during) desc, abs(lower(st.during) - lower(s.during)) limit 1) n on true
            left join kit.unit_copy p on p.id = n.parent_id
            left join lateral (
                select c.code from place_code c where c.unit_id = m.unit_id
                order by c.during @> lower(s.during) desc, abs(lower(c.during) - lower(s.during)), c.code limit 1) place on true
            """;

    private static final String FIGURES = """
            select h.unit_id, u.code as unit_code, n.name as unit_name, p.code as parent_code, place.code as place_code, i.code, i.name,
                   i.unit_of_measure, i.value_kind, i.direction, h.value, case when i.value_kind = 'LEVEL' then i.levels[h.value::int] end as level, h.qualifier, h.actuality,
                   coalesce(t.registered, t.assigned) as target,
                   case when i.value_kind in ('QUANTITY', 'PERCENT', 'RATIO', 'COUNT')
                        then percent_of_plan(i.direction, h.value, coalesce(t.registered, t.assigned), t.last_year) end as percent
            from season_copy s
            join season_member m on m.season_id = s.id
            join handed_in h on h.season_id = s.id and h.unit_id = m.unit_id and h.period_kind = :period
            join indicator i on i.id = h.indicator_id
            left join planned t on t.period_id = h.period_id and t.unit_id = h.unit_id and t.indicator_id = h.indicator_id
            """ + NAMED + """
            where s.id = :season and s.results_rule = 'PUBLIC' and h.value is not null
            """;

    /** An open season. */
    record Open(Dataset dataset, UUID scoresheetId) {}

    /** A place with whose it is. */
    record Ranked(
            @Nullable String unitCode,
            @Nullable String unitName,
            @Nullable String parentCode,
            @Nullable String placeCode,
            int rank,
            Score score) {}

    private final JdbcClient jdbc;

    DatasetQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest seasons first. */
    List<Dataset> list(@Nullable UUID after, int limit) {
        return jdbc.sql(OPEN + """
                          and (cast(:after as uuid) is null or s.id < :after)
                        order by s.id desc limit :limit
                        """)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> open(row).dataset())
                .list();
    }

    /** The season, while it is open. */
    Optional<Open> find(UUID seasonId) {
        return jdbc.sql(OPEN + " and s.id = :season")
                .param("season", seasonId)
                .query((row, _) -> open(row))
                .optional();
    }

    /** The places of a ranking, the best first. */
    List<Ranked> places(UUID rankingId) {
        return jdbc.sql("""
                        select u.code as unit_code, n.name as unit_name, p.code as parent_code, place.code as place_code, m.rank, m.score
                        from ranking_row m
                        join ranking r on r.id = m.ranking_id
                        join season_copy s on s.id = r.season_id
                        """ + NAMED + """
                        where m.ranking_id = :ranking
                        order by m.rank, u.code, m.unit_id
                        """)
                .param("ranking", rankingId)
                .query((row, _) -> new Ranked(
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        row.getString("parent_code"),
                        row.getString("place_code"),
                        row.getInt("rank"),
                        Canonical.read(row.getString("score"), Score.class)))
                .list();
    }

    /**
     * The units with figures of that period, so many of them.
     *
     * @param after the unit whose successors are asked for, or null
     */
    List<UUID> units(UUID seasonId, Period.Kind period, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select m.unit_id from season_member m
                        where m.season_id = :season and (cast(:after as uuid) is null or m.unit_id > :after)
                          and exists (select from handed_in h where h.season_id = m.season_id and h.unit_id = m.unit_id
                                                                and h.period_kind = :period and h.value is not null)
                        order by m.unit_id limit :limit
                        """)
                .param("season", seasonId)
                .param("period", period.name())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    /** The figures of those units, by unit and then by indicator. */
    Map<UUID, List<OpenFigure>> figures(UUID seasonId, Period.Kind period, List<UUID> units) {
        var found = new HashMap<UUID, List<OpenFigure>>();
        jdbc.sql(FIGURES + " and h.unit_id = any(:units) order by i.code, i.id")
                .param("season", seasonId)
                .param("period", period.name())
                .param("units", units.toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getObject("unit_id", UUID.class), _ -> new ArrayList<>())
                            .add(figure(row));
                });
        return found;
    }

    private static OpenFigure figure(ResultSet row) throws SQLException {
        return new OpenFigure(
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("parent_code"),
                row.getString("place_code"),
                row.getString("code"),
                row.getString("name"),
                row.getString("unit_of_measure"),
                row.getString("value_kind"),
                row.getString("direction"),
                Decimals.shown(Objects.requireNonNull(row.getBigDecimal("value"))),
                row.getString("level"),
                row.getString("qualifier"),
                row.getString("actuality"),
                Decimals.plainOrNull(row.getBigDecimal("target")),
                Decimals.plainOrNull(row.getBigDecimal("percent")));
    }

    private static Open open(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var period = Period.Kind.valueOf(row.getString("period_kind"));
        var figures = switch (period) {
            case H1 -> "Số liệu sáu tháng đầu năm";
            case M9 -> "Số liệu chín tháng";
            case YEAR -> "Số liệu cả năm";
        };
        var title = "Kết quả thi đua - %s - %s".formatted(row.getString("cluster"), row.getString("name"));
        return new Open(
                new Dataset(
                        id,
                        title,
                        row.getString("publisher"),
                        row.getString("publisher_code"),
                        row.getString("cluster"),
                        row.getString("cluster_kind"),
                        row.getString("name"),
                        period,
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Rows.date(row, "until"),
                        Objects.requireNonNull(Rows.instant(row, "published_at")),
                        row.getString("scoresheet"),
                        row.getBoolean("invented"),
                        row.getObject("ranking_id", UUID.class),
                        row.getString("sheet_sha256"),
                        row.getString("facts_sha256"),
                        row.getString("result_sha256"),
                        List.of(
                                new Distribution("Bảng xếp hạng", "application/json", PATH + id + "/ranking"),
                                new Distribution("Bảng xếp hạng", "text/csv", PATH + id + "/ranking.csv"),
                                new Distribution(figures, "application/json", PATH + id + "/figures"),
                                new Distribution(figures, "text/csv", PATH + id + "/figures.csv"))),
                row.getObject("scoresheet_id", UUID.class));
    }
}
