package vn.thidua.indicator.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the catalogue. */
@Repository
class IndicatorStore {
    private static final String SELECT = """
            select id, unit_id, code, name, unit_of_measure as base, further_units(id) as units, value_kind, direction, decimals, levels,
                   evidence_required, formula, source_unit_id, statistics_code, version
            from indicator
            """;

    private final JdbcClient jdbc;
    private final UnitRows units;

    IndicatorStore(JdbcClient jdbc, UnitRows units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    Optional<Indicator> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, _) -> indicator(row))
                .optional();
    }

    Optional<Indicator> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query((row, _) -> indicator(row))
                .optional();
    }

    List<Indicator> list(@Nullable String q, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                                 where (cast(:q as text) is null or position(search_text(:q) in search_text(name)) > 0
                                        or lower(code) = lower(:q) or lower(statistics_code) = lower(:q))
                                   and (cast(:after as uuid) is null or id > :after)
                                order by id limit :limit
                                """)
                .param("q", q, Types.VARCHAR)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> indicator(row))
                .list();
    }

    /** Whether the register knows that unit. */
    boolean isUnit(UUID id) {
        return jdbc.sql("select exists (select from kit.unit_copy where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void insert(Indicator indicator) {
        jdbc.sql("""
                        insert into indicator (id, unit_id, code, name, unit_of_measure, value_kind, direction, decimals,
                                               evidence_required, formula, source_unit_id, statistics_code, levels)
                        values (:id, :unit, :code, :name, :measure, :kind, :direction, :decimals, :evidence, :formula, :source, :statistics, :levels)
                        """)
                .param("id", indicator.id())
                .param("unit", indicator.unitId())
                .param("code", indicator.code())
                .param("name", indicator.name())
                .param("measure", indicator.unitOfMeasure())
                .param("kind", indicator.measure().valueKind().name())
                .param("direction", indicator.measure().direction().name())
                .param("decimals", indicator.measure().decimals())
                .param("evidence", indicator.measure().evidenceRequired())
                .param("formula", indicator.formula(), Types.VARCHAR)
                .param("source", indicator.source().unitId(), Types.OTHER)
                .param("statistics", indicator.source().statisticsCode(), Types.VARCHAR)
                .param("levels", levels(indicator.measure()), Types.ARRAY)
                .update();
    }

    void update(Indicator indicator) {
        jdbc.sql("""
                        update indicator set name = :name, unit_of_measure = :measure, value_kind = :kind, direction = :direction,
                               decimals = :decimals, evidence_required = :evidence, formula = :formula, source_unit_id = :source,
                               statistics_code = :statistics, levels = :levels, version = :version
                        where id = :id
                        """)
                .param("id", indicator.id())
                .param("name", indicator.name())
                .param("measure", indicator.unitOfMeasure())
                .param("kind", indicator.measure().valueKind().name())
                .param("direction", indicator.measure().direction().name())
                .param("decimals", indicator.measure().decimals())
                .param("evidence", indicator.measure().evidenceRequired())
                .param("formula", indicator.formula(), Types.VARCHAR)
                .param("source", indicator.source().unitId(), Types.OTHER)
                .param("statistics", indicator.source().statisticsCode(), Types.VARCHAR)
                .param("levels", levels(indicator.measure()), Types.ARRAY)
                .param("version", indicator.version())
                .update();
    }

    private static String @Nullable [] levels(Measure measure) {
        return measure.levels().isEmpty() ? null : measure.levels().toArray(String[]::new);
    }

    private Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("base"),
                UnitRows.measure(row),
                units.of(row).others(),
                row.getString("formula"),
                new Indicator.Source(row.getObject("source_unit_id", UUID.class), row.getString("statistics_code")),
                row.getLong("version"));
    }
}
