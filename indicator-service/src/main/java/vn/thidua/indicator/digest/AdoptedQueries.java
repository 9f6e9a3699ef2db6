package vn.thidua.indicator.digest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.season.Season;
import vn.thidua.kit.database.Rows;

/** Reads what clusters adopted as their own numbers. */
@Repository
class AdoptedQueries {
    private final JdbcClient jdbc;

    AdoptedQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the cluster itself adopted, by indicator. */
    Map<UUID, Digest.Adopted> of(Season season, String period) {
        var found = new HashMap<UUID, Digest.Adopted>();
        jdbc.sql("""
                        select n.indicator_id, n.rule, n.computed, n.adjusted, n.value, n.reason, n.explanation, n.expected, n.known,
                               n.missing, n.adopted_at, i.unit_of_measure, n.plan,
                               case when i.value_kind = 'LEVEL' then i.levels[n.value::int] end as level,
                               case when i.value_kind in ('QUANTITY', 'PERCENT', 'RATIO', 'COUNT')
                                    then percent_of_plan(i.direction, n.value, n.plan, n.last_year) end as percent
                        from adopted_number n join indicator i on i.id = n.indicator_id
                        where n.season_id = :season and n.period_kind = :period and n.value is not null
                        """)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> found.put(
                        row.getObject("indicator_id", UUID.class),
                        new Digest.Adopted(
                                Decimals.plain(Objects.requireNonNull(row.getBigDecimal("value"))),
                                row.getString("level"),
                                row.getString("unit_of_measure"),
                                row.getString("rule"),
                                Decimals.plainOrNull(row.getBigDecimal("computed")),
                                row.getBigDecimal("adjusted") != null,
                                row.getString("reason"),
                                row.getString("explanation"),
                                row.getInt("known"),
                                row.getInt("expected"),
                                row.getInt("missing"),
                                Objects.requireNonNull(Rows.instant(row, "adopted_at")),
                                Decimals.plainOrNull(row.getBigDecimal("plan")),
                                Decimals.plainOrNull(row.getBigDecimal("percent")))))
                .list();
        return found;
    }
}
