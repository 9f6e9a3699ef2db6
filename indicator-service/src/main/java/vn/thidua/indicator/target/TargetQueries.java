package vn.thidua.indicator.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.UnitRows;
import vn.thidua.indicator.catalogue.Units;
import vn.thidua.kit.database.Rows;

/** Reads targets as they are shown. */
@Repository
class TargetQueries {
    private static final String ROWS = """
            select t.unit_id, t.indicator_id, i.code, i.name, i.value_kind, i.direction, i.levels, t.unit_of_measure,
                   t.assigned, t.registered, t.last_year, t.version, f.id is not null as amended, f.assigned_before, f.registered_before, f.amended_at,
                   f.h1_assigned_before, f.h1_registered_before, f.m9_assigned_before, f.m9_registered_before, f.items_before,
                   t.h1_assigned, t.h1_registered, t.m9_assigned, t.m9_registered, t.items, i.formula,
                   i.unit_of_measure as base, further_units(i.id) as units, y.value as last_actual, y.season_id as last_season_id,
                   y.season_name as last_season_name,
                   (select st.name from kit.unit_state_copy st where st.unit_id = t.unit_id
                    order by st.during @> kit.business_today() desc, lower(st.during) desc limit 1) as unit_name
            from target t join indicator i on i.id = t.indicator_id
            left join lateral (
                select f.value, f.season_id, f.season_name from season_copy s
                join final_value f on f.unit_id = t.unit_id and f.indicator_id = t.indicator_id
                     and f.begins < lower(s.during) and f.begins > lower(s.during) - interval '18 months'
                where s.id = t.season_id
                order by f.begins desc limit 1) y on true
            left join lateral (
                select a.*, max(a.decided_at) over () as amended_at from target_amendment a
                where (a.season_id, a.unit_id, a.indicator_id) = (t.season_id, t.unit_id, t.indicator_id) and a.status = 'APPROVED'
                order by a.decided_at, a.id limit 1) f on true
            """;

    private final JdbcClient jdbc;
    private final UnitRows units;

    TargetQueries(JdbcClient jdbc, UnitRows units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** The rows after that unit and indicator, in the order of their ids. */
    List<TargetViews.TargetView> rows(
            UUID seasonId, @Nullable UUID unitId, @Nullable UUID afterUnit, @Nullable UUID afterIndicator, int limit) {
        return jdbc.sql(ROWS + """
                        where t.season_id = :season and (cast(:unit as uuid) is null or t.unit_id = :unit)
                          and (cast(:afterUnit as uuid) is null or (t.unit_id, t.indicator_id) > (:afterUnit, :afterIndicator))
                        order by t.unit_id, t.indicator_id limit :limit
                        """)
                .param("season", seasonId)
                .param("unit", unitId, Types.OTHER)
                .param("afterUnit", afterUnit, Types.OTHER)
                .param("afterIndicator", afterIndicator, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    TargetViews.TargetView row(UUID seasonId, UUID unitId, UUID indicatorId) {
        return jdbc.sql(ROWS + " where t.season_id = :season and t.unit_id = :unit and t.indicator_id = :indicator")
                .param("season", seasonId)
                .param("unit", unitId)
                .param("indicator", indicatorId)
                .query((row, _) -> view(row))
                .single();
    }

    /** The sheet's head; empty when nobody has written it yet. */
    Optional<TargetViews.SheetView> sheet(UUID seasonId) {
        return jdbc.sql("""
                        select s.version, s.frozen_at, s.text, s.sha256, s.edition,
                               (select count(*) from target t where t.season_id = s.season_id) as targets
                        from target_sheet s where s.season_id = :season
                        """)
                .param("season", seasonId)
                .query((row, _) -> new TargetViews.SheetView(
                        seasonId,
                        row.getLong("targets"),
                        Rows.instant(row, "frozen_at"),
                        row.getString("text"),
                        row.getString("sha256"),
                        row.getInt("edition"),
                        row.getLong("version")))
                .optional();
    }

    private TargetViews.TargetView view(ResultSet row) throws SQLException {
        return new TargetViews.TargetView(
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getObject("indicator_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                Measure.ValueKind.valueOf(row.getString("value_kind")),
                Measure.Direction.valueOf(row.getString("direction")),
                UnitRows.levels(row),
                row.getBigDecimal("assigned"),
                row.getBigDecimal("registered"),
                row.getBigDecimal("last_year"),
                row.getString("unit_of_measure"),
                row.getString("base"),
                row.getBoolean("amended")
                        ? new TargetViews.First(
                                row.getBigDecimal("assigned_before"),
                                row.getBigDecimal("registered_before"),
                                TargetStore.portions(row, "_before").stream()
                                        .map(TargetViews.PortionView::of)
                                        .toList(),
                                TargetStore.items(row, "_before"),
                                Objects.requireNonNull(Rows.instant(row, "amended_at")))
                        : null,
                TargetStore.portions(row).stream()
                        .map(TargetViews.PortionView::of)
                        .toList(),
                TargetStore.items(row),
                units.of(row).others().stream().map(Units.Unit::name).toList(),
                row.getString("formula"),
                row.getBigDecimal("last_actual") == null
                        ? null
                        : new TargetViews.LastActual(
                                row.getBigDecimal("last_actual"),
                                row.getString("base"),
                                row.getObject("last_season_id", UUID.class),
                                row.getString("last_season_name")),
                row.getLong("version"));
    }
}
