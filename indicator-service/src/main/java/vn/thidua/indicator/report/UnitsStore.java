package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.security.Caller;

/** Writes the cells of many reports, however many with the same few statements. */
@Repository
class UnitsStore {
    /** @param openUntil if the period was opened for it */
    record Member(UUID unitId, @Nullable Instant openUntil) {}

    record Held(
            UUID reportId, Report.Status status, @Nullable Instant openUntil) {}

    /** A cell of some unit's report. */
    record Place(UUID unitId, UUID indicatorId) {}

    /** @param items of the unit's target */
    record Present(
            long version,
            Cell cell,
            List<String> items,
            @Nullable String actorKind,
            @Nullable String actor) {
        Present {
            items = List.copyOf(items);
        }

        boolean isOf(Caller caller) {
            return caller.kind().name().equals(actorKind) && caller.subject().equals(actor);
        }
    }

    /** A cell of a report at a version that it once had. */
    record Then(UUID reportId, UUID indicatorId, long version) {}

    /** A cell to be written over version {@code expected}; its evidence stays. */
    record Writing(UUID reportId, UUID indicatorId, long expected, Cell cell, UUID mandateId) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UnitsStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The reports that there are, by unit. Keeps submissions out until the transaction ends. */
    Map<UUID, Held> held(UUID periodId, Collection<UUID> unitIds) {
        var found = new HashMap<UUID, Held>();
        jdbc.sql("""
                        select id, unit_id, status, open_until from report
                        where period_id = :period and unit_id = any(:units) order by id for key share
                        """)
                .param("period", periodId)
                .param("units", unitIds.toArray(UUID[]::new))
                .query((row, _) -> found.put(
                        row.getObject("unit_id", UUID.class),
                        new Held(
                                row.getObject("id", UUID.class),
                                Report.Status.valueOf(row.getString("status")),
                                Rows.instant(row, "open_until"))))
                .list();
        return found;
    }

    /** Makes reports; one that somebody else began at the same moment is not among them. */
    Map<UUID, UUID> begin(UUID periodId, Collection<UUID> unitIds) {
        var begun = new HashMap<UUID, UUID>();
        jdbc.sql("""
                        insert into report (period_id, unit_id)
                        select :period, u from unnest(cast(:units as uuid[])) u order by u
                        on conflict (period_id, unit_id) do nothing returning id, unit_id
                        """)
                .param("period", periodId)
                .param("units", unitIds.toArray(UUID[]::new))
                .query((row, _) -> begun.put(row.getObject("unit_id", UUID.class), row.getObject("id", UUID.class)))
                .list();
        return begun;
    }

    /**
     * Writes the next revision of each cell whose version is still the expected one; nothing that is computed is among them.
     *
     * @return where it was written, the report's id in place of the unit's; a cell that somebody else wrote meanwhile is not among them
     */
    Set<Place> save(List<Writing> writings, Caller caller) {
        var saved = new HashSet<Place>();
        // In the order of reports and indicators, so that two writers wait for each other instead of both for the
        // other.
        jdbc.sql("""
                        with wanted as (
                            select w.report, w.indicator, w.expected, w.value, w.typed, w.typed_unit, w.qualifier,
                                   case when w.reached is not null
                                        then array(select jsonb_array_elements_text(cast(w.reached as jsonb))) end as reached,
                                   w.na, w.actuality, w.explanation, w.mandate
                            from unnest(cast(:reports as uuid[]), cast(:indicators as uuid[]), cast(:expected as bigint[]), cast(:values as numeric[]),
                                        cast(:typed as numeric[]), cast(:typedUnits as text[]), cast(:qualifiers as text[]), cast(:reached as text[]), cast(:na as boolean[]),
                                        cast(:actualities as text[]), cast(:explanations as text[]), cast(:mandates as uuid[]))
                                 as w(report, indicator, expected, value, typed, typed_unit, qualifier, reached, na, actuality, explanation, mandate)
                        ), revision as (
                            insert into cell_revision (report_id, indicator_id, version, value, typed, typed_unit, qualifier, reached, not_applicable, actuality,
                                                       explanation, actor_kind, actor, mandate_id)
                            select w.report, w.indicator, w.expected + 1, w.value, w.typed, w.typed_unit, w.qualifier, w.reached, w.na, w.actuality,
                                   w.explanation, :kind, :actor, w.mandate
                            from wanted w
                            left join report_cell c on c.report_id = w.report and c.indicator_id = w.indicator
                            where w.expected = coalesce(c.version, 0)
                            order by w.report, w.indicator
                            on conflict (report_id, indicator_id, version) do nothing
                            returning id, report_id, indicator_id, version, value, not_applicable, actuality, explanation, qualifier
                        ), evidence as (
                            insert into cell_evidence (revision_id, file_id)
                            select r.id, e.file_id
                            from revision r
                            join report_cell c on c.report_id = r.report_id and c.indicator_id = r.indicator_id
                            join cell_evidence e on e.revision_id = c.revision_id
                            where r.version > 1
                        )
                        insert into report_cell as c (report_id, indicator_id, version, value, not_applicable, actuality,
                                                      explanation, revision_id, qualifier)
                        select r.report_id, r.indicator_id, r.version, r.value, r.not_applicable, r.actuality, r.explanation, r.id, r.qualifier
                        from revision r order by r.report_id, r.indicator_id
                        on conflict (report_id, indicator_id) do update
                        set version = excluded.version, value = excluded.value, not_applicable = excluded.not_applicable,
                            actuality = excluded.actuality, explanation = excluded.explanation, revision_id = excluded.revision_id,
                            qualifier = excluded.qualifier
                        returning c.report_id, c.indicator_id
                        """)
                .param("reports", texts(writings, one -> one.reportId().toString()))
                .param("indicators", texts(writings, one -> one.indicatorId().toString()))
                .param("expected", texts(writings, one -> Long.toString(one.expected())))
                .param("values", texts(writings, one -> plain(one.cell().value())))
                .param(
                        "typed",
                        texts(
                                writings,
                                one -> one.cell().typed() == null
                                        ? null
                                        : plain(one.cell().typed().number())))
                .param(
                        "typedUnits",
                        texts(
                                writings,
                                one -> one.cell().typed() == null
                                        ? null
                                        : one.cell().typed().unit()))
                .param(
                        "qualifiers",
                        texts(
                                writings,
                                one -> one.cell().qualifier() == null
                                        ? null
                                        : one.cell().qualifier().name()))
                .param(
                        "reached",
                        texts(
                                writings,
                                one -> one.cell().reached() == null
                                        ? null
                                        : json.writeValueAsString(one.cell().reached())))
                .param("na", texts(writings, one -> Boolean.toString(one.cell().notApplicable())))
                .param(
                        "actualities",
                        texts(writings, one -> one.cell().actuality().name()))
                .param("explanations", texts(writings, one -> one.cell().explanation()))
                .param("mandates", texts(writings, one -> one.mandateId().toString()))
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .query((row, _) -> saved.add(
                        new Place(row.getObject("report_id", UUID.class), row.getObject("indicator_id", UUID.class))))
                .list();
        return saved;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** One text for each, as the database takes a list of anything. */
    static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable String> text) {
        var texts = new ArrayList<@Nullable String>(all.size());
        all.forEach(one -> texts.add(text.apply(one)));
        return texts.toArray(String[]::new);
    }
}
