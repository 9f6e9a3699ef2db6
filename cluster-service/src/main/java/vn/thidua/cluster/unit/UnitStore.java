package vn.thidua.cluster.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.database.Rows;

/** Writes units, however many in the same few statements. */
@Repository
class UnitStore {
    /** @param before as it is stored */
    record Change(Unit before, Unit after) {}

    private record StateOf(UUID unitId, Unit.State state) {}

    /** A unit that would come to lie under another one for a time. */
    record Move(
            UUID unitId,
            UUID parentId,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UnitStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The unit, held against other writers until the transaction ends. */
    Optional<Unit> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /** Those of the units that are known, held against other writers until the transaction ends. */
    List<Unit> lock(Collection<UUID> ids) {
        var array = ids.toArray(UUID[]::new);
        // Locked by a statement of its own: what is read afterwards is what the writer before left.
        jdbc.sql("select id from unit where id = any(:ids) order by id for update")
                .param("ids", array)
                .query(UUID.class)
                .list();
        var states = statesOf(array).stream()
                .collect(Collectors.groupingBy(
                        StateOf::unitId, Collectors.mapping(StateOf::state, Collectors.toList())));
        return jdbc.sql("""
                        select id, code, kind, level, agency_code, budget_code, address, phone, email, version
                        from unit where id = any(:ids) order by id
                        """)
                .param("ids", array)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Unit(
                            id,
                            row.getString("code"),
                            Unit.Kind.valueOf(row.getString("kind")),
                            Unit.Level.valueOf(row.getString("level")),
                            new Unit.Office(
                                    row.getString("agency_code"),
                                    row.getString("budget_code"),
                                    row.getString("address"),
                                    row.getString("phone"),
                                    row.getString("email")),
                            states.getOrDefault(id, List.of()),
                            row.getLong("version"));
                })
                .list();
    }

    List<Unit.State> states(UUID id) {
        return statesOf(new UUID[] {id}).stream().map(StateOf::state).toList();
    }

    private List<StateOf> statesOf(UUID[] ids) {
        return jdbc.sql("""
                        select unit_id, lower(during) as "from", upper(during) as until, name, short_name, name_en, formal_name,
                               parent_id
                        from unit_state where unit_id = any(:ids) order by unit_id, during
                        """)
                .param("ids", ids)
                .query((row, _) -> new StateOf(
                        row.getObject("unit_id", UUID.class),
                        new Unit.State(
                                Objects.requireNonNull(Rows.date(row, "from")),
                                Rows.date(row, "until"),
                                row.getString("name"),
                                row.getString("short_name"),
                                row.getString("name_en"),
                                row.getString("formal_name"),
                                row.getObject("parent_id", UUID.class))))
                .list();
    }

    /** Which unit has the agency code, whether or not it exists any more. */
    Optional<UUID> withAgencyCode(String code) {
        return jdbc.sql("select id from unit where agency_code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional();
    }

    boolean isCodeTaken(String code) {
        return jdbc.sql("select exists (select from unit where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    List<UUID> nextIds(int count) {
        return jdbc.sql("select uuidv7() as id from generate_series(1, :count)")
                .param("count", count)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void insert(Collection<Unit> units) {
        jdbc.sql("""
                        insert into unit (id, code, kind, level, agency_code, budget_code, address, phone, email)
                        select id, code, kind, level, office ->> 'agencyCode', office ->> 'budgetCode', office ->> 'address',
                               office ->> 'phone', office ->> 'email'
                        from jsonb_to_recordset(cast(:units as jsonb)) as w(id uuid, code text, kind text, level text, office jsonb)
                        """).param("units", json.writeValueAsString(units)).update();
        insertStates(json.writeValueAsString(
                units.stream().flatMap(UnitStore::states).toList()));
    }

    /** Writes what changed; the temporal foreign keys are checked by then and refuse a parent or child left without. */
    void update(Collection<Change> changes) {
        // Before any state is touched: whoever waits for its turn must hold nothing that the one before has to see.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('unit_not_under_itself'))")
                .query((_, _) -> true)
                .list();
        // One change is several statements; children and memberships must be covered after the last of them, not after
        // each.
        jdbc.sql("set constraints unit_state_parent, membership_unit, unit_not_under_itself deferred")
                .update();
        jdbc.sql("""
                        update unit u set version = w.version, agency_code = office ->> 'agencyCode',
                               budget_code = office ->> 'budgetCode', address = office ->> 'address', phone = office ->> 'phone',
                               email = office ->> 'email'
                        from jsonb_to_recordset(cast(:units as jsonb)) as w(id uuid, version bigint, office jsonb)
                        where u.id = w.id
                        """)
                .param(
                        "units",
                        json.writeValueAsString(
                                changes.stream().map(Change::after).toList()))
                .update();
        // Drop and shrink first, so that no two states ever overlap; a state that stays is not touched.
        jdbc.sql("""
                        delete from unit_state s
                        using jsonb_to_recordset(cast(:states as jsonb)) as w("unitId" uuid, state jsonb)
                        where s.unit_id = w."unitId" and lower(s.during) = cast(w.state ->> 'from' as date)
                        """)
                .param("states", rows(changes, change -> notBegunIn(change.before(), change.after())))
                .update();
        jdbc.sql("""
                        update unit_state s set during = daterange(lower(s.during), cast(state ->> 'until' as date)),
                               name = state ->> 'name', short_name = state ->> 'shortName', name_en = state ->> 'nameEn',
                               formal_name = state ->> 'formalName', parent_id = cast(state ->> 'parentId' as uuid)
                        from jsonb_to_recordset(cast(:states as jsonb)) as w("unitId" uuid, state jsonb)
                        where s.unit_id = w."unitId" and lower(s.during) = cast(w.state ->> 'from' as date)
                        """).param("states", rows(changes, UnitStore::rewritten)).update();
        insertStates(rows(changes, change -> notBegunIn(change.after(), change.before())));
        jdbc.sql("set constraints unit_state_parent, membership_unit, unit_not_under_itself, lineage_days immediate")
                .update();
    }

    /** Whom of the moved units that would put under itself, or under one that lies below it on any day of that time. */
    List<UUID> underThemselves(Collection<Move> moves) {
        return jdbc.sql("""
                        with recursive up(unit_id, during, id) as (
                            select m."unitId", daterange(m."from", m.until), m."parentId"
                            from jsonb_to_recordset(cast(:moves as jsonb))
                                 as m("unitId" uuid, "parentId" uuid, "from" date, until date)
                            union
                            select up.unit_id, up.during, s.parent_id from up join unit_state s on s.unit_id = up.id
                            where s.during && up.during and s.parent_id is not null)
                        select distinct unit_id from up where id = unit_id
                        """)
                .param("moves", json.writeValueAsString(moves))
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    private static Stream<StateOf> states(Unit unit) {
        return unit.states().stream().map(state -> new StateOf(unit.id(), state));
    }

    /** States of the unit that begin on a day on which none of the other's does. */
    private static Stream<StateOf> notBegunIn(Unit unit, Unit other) {
        return states(unit)
                .filter(of -> other.states().stream()
                        .noneMatch(state -> state.from().equals(of.state().from())));
    }

    private static Stream<StateOf> rewritten(Change change) {
        var stored = change.before().states();
        return states(change.after())
                .filter(of -> !stored.contains(of.state())
                        && stored.stream()
                                .anyMatch(
                                        state -> state.from().equals(of.state().from())));
    }

    private String rows(Collection<Change> changes, Function<Change, Stream<StateOf>> states) {
        return json.writeValueAsString(changes.stream().flatMap(states).toList());
    }

    private void insertStates(String states) {
        jdbc.sql("""
                        insert into unit_state (unit_id, during, name, short_name, name_en, formal_name, parent_id)
                        select w."unitId", daterange(cast(state ->> 'from' as date), cast(state ->> 'until' as date)),
                               state ->> 'name', state ->> 'shortName', state ->> 'nameEn', state ->> 'formalName',
                               cast(state ->> 'parentId' as uuid)
                        from jsonb_to_recordset(cast(:states as jsonb)) as w("unitId" uuid, state jsonb)
                        """).param("states", states).update();
    }
}
