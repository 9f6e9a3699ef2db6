package vn.thidua.cluster.unit;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Writes units. */
@Repository
class UnitStore {
    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit, held against other writers until the transaction ends. */
    Optional<Unit> lock(UUID id) {
        return jdbc.sql("select id, code, kind, level, version from unit where id = :id for update")
                .param("id", id)
                .query((row, _) -> new Unit(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        Unit.Level.valueOf(row.getString("level")),
                        states(id),
                        row.getLong("version")))
                .optional();
    }

    List<Unit.State> states(UUID id) {
        return jdbc.sql("""
                        select lower(during) as "from", upper(during) as until, name, short_name, name_en, parent_id
                        from unit_state where unit_id = :id order by during
                        """)
                .param("id", id)
                .query((row, _) -> new Unit.State(
                        java.util.Objects.requireNonNull(Rows.date(row, "from")),
                        Rows.date(row, "until"),
                        row.getString("name"),
                        row.getString("short_name"),
                        row.getString("name_en"),
                        row.getObject("parent_id", UUID.class)))
                .list();
    }

    boolean isCodeTaken(String code) {
        return jdbc.sql("select exists (select from unit where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    void insert(Unit unit) {
        jdbc.sql("insert into unit (id, code, kind, level) values (:id, :code, :kind, :level)")
                .param("id", unit.id())
                .param("code", unit.code())
                .param("kind", unit.kind().name())
                .param("level", unit.level().name())
                .update();
        unit.states().forEach(state -> insert(unit.id(), state));
    }

    /** Writes the states anew; the temporal foreign keys are checked by then and refuse a parent or child left without. */
    void update(Unit unit) {
        // One change is several statements; children and memberships must be covered after the last of them, not after
        // each.
        jdbc.sql("set constraints unit_state_parent, membership_unit deferred").update();
        jdbc.sql("update unit set version = :version where id = :id")
                .param("id", unit.id())
                .param("version", unit.version())
                .update();
        var kept = unit.states();
        var stored = states(unit.id());
        // Shrink and drop first, so that no two states ever overlap; a state that stays is not touched.
        for (var state : stored) {
            var successor = kept.stream()
                    .filter(other -> other.from().equals(state.from()))
                    .findFirst();
            if (successor.isEmpty()) {
                jdbc.sql("delete from unit_state where unit_id = :id and lower(during) = :from")
                        .param("id", unit.id())
                        .param("from", state.from())
                        .update();
            } else if (!successor.get().equals(state)) {
                rewrite(unit.id(), successor.get());
            }
        }
        kept.stream()
                .filter(state -> stored.stream().noneMatch(other -> other.from().equals(state.from())))
                .forEach(state -> insert(unit.id(), state));
        jdbc.sql("set constraints unit_state_parent, membership_unit, lineage_days immediate")
                .update();
    }

    /** Whether {@code below} is the unit itself or lies under it on any day of the given time. */
    boolean isBelow(UUID below, UUID unit, Unit.State during) {
        return jdbc.sql("""
                        with recursive up(id) as (
                            select cast(:below as uuid)
                            union
                            select s.parent_id from up join unit_state s on s.unit_id = up.id
                            where s.during && daterange(:from, :until) and s.parent_id is not null)
                        select exists (select from up where id = :unit)
                        """)
                .param("below", below)
                .param("unit", unit)
                .param("from", during.from())
                .param("until", during.until(), Types.DATE)
                .query(Boolean.class)
                .single();
    }

    private void rewrite(UUID id, Unit.State state) {
        jdbc.sql("""
                        update unit_state set during = daterange(:from, :until), name = :name, short_name = :short,
                               name_en = :en, parent_id = :parent
                        where unit_id = :id and lower(during) = :from
                        """).params(parameters(id, state)).update();
    }

    private void insert(UUID id, Unit.State state) {
        jdbc.sql("""
                        insert into unit_state (unit_id, during, name, short_name, name_en, parent_id)
                        values (:id, daterange(:from, :until), :name, :short, :en, :parent)
                        """).params(parameters(id, state)).update();
    }

    private static java.util.Map<String, ?> parameters(UUID id, Unit.State state) {
        var parameters = new java.util.HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("from", state.from());
        parameters.put("until", typed(Types.DATE, state.until()));
        parameters.put("name", state.name());
        parameters.put("short", typed(Types.VARCHAR, state.shortName()));
        parameters.put("en", typed(Types.VARCHAR, state.nameEn()));
        parameters.put("parent", typed(Types.OTHER, state.parentId()));
        return parameters;
    }

    private static Object typed(int type, @org.jspecify.annotations.Nullable Object value) {
        return new org.springframework.jdbc.core.SqlParameterValue(type, value);
    }
}
