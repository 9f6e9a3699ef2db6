package vn.thidua.indicator.digest;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.season.Season;

/** Reads what is stated in a digest, each part with one statement for the whole cluster; members' numbers are read by {@link MemberNumbers}. */
@Repository
class DigestQueries {
    /** What a part belongs to. */
    record SeriesKey(UUID indicatorId, String measure, String unitOfMeasure) {}

    record Keyed<T>(SeriesKey key, T part) {}

    record IndicatorRow(UUID id, String code, String name, String valueKind, String direction) {}

    private final JdbcClient jdbc;

    DigestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names as they were on the season's first day, or nearest to it. */
    Optional<DigestPaper.Setting> setting(UUID seasonId) {
        return jdbc.sql("""
                        select c.name as cluster, s.name as season, s.provenance,
                               (select st.name from kit.unit_state_copy st where st.unit_id = c.organiser_id
                                order by st.during @> lower(s.during) desc, abs(lower(st.during) - lower(s.during)) limit 1) as organiser
                        from season_copy s join cluster_copy c on c.id = s.cluster_id where s.id = :id
                        """)
                .param("id", seasonId)
                .query((row, _) -> new DigestPaper.Setting(
                        row.getString("cluster"),
                        row.getString("organiser"),
                        row.getString("season"),
                        row.getString("provenance")))
                .optional();
    }

    List<Keyed<Digest.Stated>> stated(Season season, String period) {
        return jdbc.sql("""
                        select indicator_id, measure, unit_of_measure, id, value, out_of, qualifier, actuality, basis, aggregation,
                               quote, provenance, source
                        from figure
                        where season_id = :season and period_kind = :period and subject = 'CLUSTER'
                        order by id
                        """)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> new Keyed<>(
                        key(row),
                        new Digest.Stated(
                                row.getObject("id", UUID.class),
                                number(row, "value"),
                                Decimals.plainOrNull(row.getBigDecimal("out_of")),
                                row.getString("qualifier"),
                                row.getString("actuality"),
                                row.getString("basis"),
                                row.getString("aggregation"),
                                row.getString("quote"),
                                row.getString("provenance"),
                                row.getString("source"))))
                .list();
    }

    List<Keyed<Digest.Statement>> statements(Season season, String period) {
        return jdbc.sql("""
                        select indicator_id, measure, unit_of_measure, id, members_count, members_out_of, members_threshold,
                               members_qualifier, actuality, quote, provenance, source
                        from figure
                        where season_id = :season and period_kind = :period and subject = 'MEMBERS'
                        order by id
                        """)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> new Keyed<>(
                        key(row),
                        new Digest.Statement(
                                row.getObject("id", UUID.class),
                                row.getInt("members_count"),
                                row.getInt("members_out_of"),
                                number(row, "members_threshold"),
                                row.getString("members_qualifier"),
                                row.getString("actuality"),
                                row.getString("quote"),
                                row.getString("provenance"),
                                row.getString("source"))))
                .list();
    }

    /** The indicators of those ids, by code. */
    List<IndicatorRow> indicators(List<UUID> ids) {
        return jdbc.sql("""
                        select id, code, name, value_kind, direction from indicator where id = any(:ids) order by code, id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new IndicatorRow(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("value_kind"),
                        row.getString("direction")))
                .list();
    }

    static SeriesKey key(ResultSet row) throws SQLException {
        return new SeriesKey(
                row.getObject("indicator_id", UUID.class), row.getString("measure"), row.getString("unit_of_measure"));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return Decimals.plain(Objects.requireNonNull(row.getBigDecimal(column)));
    }
}
