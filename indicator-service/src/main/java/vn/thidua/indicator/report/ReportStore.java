package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.UnitRows;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.target.TargetAmended;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Writes reports and verifications. */
@Repository
class ReportStore {
    /** A period as somebody who wants to begin a report meets it; {@code openUntil} if it was opened for that unit. */
    record Beginning(
            Period period,
            boolean member,
            boolean frozen,
            @Nullable Instant openUntil,
            Instant now,
            String opener) {}

    /** @param opener name of the unit that can open the report's period */
    record Locked(Report report, Instant now, String opener) {}

    /** An indicator whose reported number is to be verified. */
    record Verifiable(Measure measure, boolean computed) {}

    private static final String CELLS = """
            select c.indicator_id, c.revision_id, c.value, c.qualifier, c.not_applicable, c.actuality, b.id as verification_id,
                   b.value as verified, %s
            from report_cell c
            join indicator i on i.id = c.indicator_id
            left join verified_cell b on b.report_id = c.report_id and b.indicator_id = c.indicator_id
            %s
            where c.report_id = :report order by i.code, i.id""";
    private static final String PLAIN_CELLS = CELLS.formatted("null::text[] as struck, null::numeric as final", "");
    private static final String LISTED_CELLS = CELLS.formatted(
            "k.names as struck, coalesce(verified_counted(b.value, b.at, k.counted, k.since), k.counted) as final",
            """
            left join lateral (
                select s.names, s.counted, s.since from struck_cell s
                where s.report_id = c.report_id and s.indicator_id = c.indicator_id offset 0) k on true""");

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Beginning> beginning(UUID periodId, UUID unitId) {
        return jdbc.sql("""
                        select p.id as period_id, p.season_id, p.kind, p.name, p.opens_at, p.due_at, p.closes_at,
                               p.version as period_version, kit.business_now() as now,
                               exists (select from season_member m where m.season_id = p.season_id and m.unit_id = :unit) as member,
                               (select max(o.until) from period_opening o where o.period_id = p.id and o.unit_id = :unit) as open_until,
                               exists (select from target_sheet t where t.season_id = p.season_id and t.frozen_at is not null) as frozen,
                               coalesce((select st.name from season_copy s join kit.unit_state_copy st on st.unit_id = s.organiser_id
                                         where s.id = p.season_id and st.during @> kit.business_today()), '') as opener
                        from period p where p.id = :period
                        """)
                .param("period", periodId)
                .param("unit", unitId)
                .query((row, _) -> new Beginning(
                        ReportQueries.period(row),
                        row.getBoolean("member"),
                        row.getBoolean("frozen"),
                        Rows.instant(row, "open_until"),
                        Objects.requireNonNull(Rows.instant(row, "now")),
                        row.getString("opener")))
                .optional();
    }

    Optional<UUID> find(UUID periodId, UUID unitId) {
        return jdbc.sql("select id from report where period_id = :period and unit_id = :unit")
                .param("period", periodId)
                .param("unit", unitId)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** The new report's id; empty when somebody else began it at the same moment. */
    Optional<UUID> begin(UUID periodId, UUID unitId) {
        return jdbc.sql("""
                        insert into report (period_id, unit_id) values (:period, :unit)
                        on conflict (period_id, unit_id) do nothing returning id
                        """)
                .param("period", periodId)
                .param("unit", unitId)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** The report, held against savers of cells and other changes until the transaction ends. */
    Optional<Locked> lock(UUID reportId) {
        return jdbc.sql("""
                        select r.id, r.unit_id, r.status, r.returned_because,
                               greatest(r.open_until, (select max(o.until) from period_opening o
                                                       where o.period_id = p.id and o.unit_id = r.unit_id)) as open_until, r.submitted_at, r.submitted_by,
                               r.version,
                               p.id as period_id, p.season_id, p.kind, p.name, p.opens_at, p.due_at, p.closes_at,
                               p.version as period_version, kit.business_now() as now,
                               coalesce((select st.name from season_copy s join kit.unit_state_copy st on st.unit_id = s.organiser_id
                                         where s.id = p.season_id and st.during @> kit.business_today()), '') as opener
                        from report r join period p on p.id = r.period_id
                        where r.id = :id for update of r
                        """)
                .param("id", reportId)
                .query((row, _) -> new Locked(
                        new Report(
                                reportId,
                                row.getObject("unit_id", UUID.class),
                                Report.Status.valueOf(row.getString("status")),
                                Rows.instant(row, "open_until"),
                                row.getString("returned_because"),
                                Rows.instant(row, "submitted_at"),
                                row.getString("submitted_by"),
                                row.getLong("version"),
                                ReportQueries.period(row)),
                        Objects.requireNonNull(Rows.instant(row, "now")),
                        row.getString("opener")))
                .optional();
    }

    /**
     * What the report says of the indicators it speaks of, by their codes, verified values beside it.
     *
     * @param listed whether a target of the unit's is a list: only then is looked for names that were struck
     */
    List<ReportTelling.CellPublished> cells(UUID reportId, boolean listed) {
        return jdbc.sql(listed ? LISTED_CELLS : PLAIN_CELLS)
                .param("report", reportId)
                .query((row, _) -> new ReportTelling.CellPublished(
                        row.getObject("indicator_id", UUID.class),
                        row.getObject("revision_id", UUID.class),
                        row.getBigDecimal("value"),
                        CellRows.qualifier(row),
                        row.getBoolean("not_applicable"),
                        row.getString("actuality") == null ? null : Cell.Actuality.valueOf(row.getString("actuality")),
                        row.getObject("verification_id", UUID.class),
                        row.getBigDecimal("verified"),
                        CellRows.names(row, "struck"),
                        row.getBigDecimal("final")))
                .list();
    }

    /**
     * Statements of this transaction keep the plan made for any value. What is asked on submission goes by ids through views of many tables:
     * to plan it anew costs twenty times what carrying it out does.
     */
    void keepPlans() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_generic_plan', true)")
                .query((_, _) -> true)
                .single();
    }

    void submit(UUID reportId, String by) {
        jdbc.sql("""
                        with handed_in as (
                            update report set status = 'SUBMITTED', submitted_at = kit.business_now(), submitted_by = :by,
                                   first_submitted_at = coalesce(first_submitted_at, kit.business_now()), open_until = null,
                                   returned_because = null, version = version + 1
                            where id = :id returning id, submitted_at, submitted_by)
                        insert into report_submission (report_id, number, at, by, revisions)
                        select h.id, 1 + (select count(*) from report_submission s where s.report_id = h.id), h.submitted_at, h.submitted_by,
                               array(select c.revision_id from report_cell c where c.report_id = h.id)
                        from handed_in h
                        """).param("id", reportId).param("by", by).update();
    }

    void accept(UUID reportId) {
        jdbc.sql("update report set status = 'ACCEPTED', version = version + 1 where id = :id")
                .param("id", reportId)
                .update();
    }

    void giveBack(UUID reportId, String reason, @Nullable Instant openUntil) {
        jdbc.sql("""
                        update report set status = 'RETURNED', returned_because = :reason, open_until = :until, version = version + 1
                        where id = :id
                        """)
                .param("id", reportId)
                .param("reason", reason)
                .param(
                        "until",
                        openUntil == null ? null : openUntil.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<Verifiable> verifiable(UUID indicatorId) {
        return jdbc.sql("""
                        select value_kind, direction, decimals, evidence_required, levels, formula is not null as computed
                        from indicator where id = :id
                        """)
                .param("id", indicatorId)
                .query((row, _) -> new Verifiable(UnitRows.measure(row), row.getBoolean("computed")))
                .optional();
    }

    /** The unit's reports of the season that give a name as reached which that amendment put on the list or took off it. */
    List<UUID> naming(TargetAmended amended) {
        return jdbc.sql("""
                        select r.id from report r join period p on p.id = r.period_id
                        join report_cell c on c.report_id = r.id and c.indicator_id = :indicator
                        join cell_revision v on v.id = c.revision_id
                        where p.season_id = :season and r.unit_id = :unit and v.reached && cast(:changed as text[])
                        order by r.id
                        """)
                .param("season", amended.seasonId())
                .param("unit", amended.unitId())
                .param("indicator", amended.indicatorId())
                .param("changed", amended.changed().toArray(String[]::new), Types.ARRAY)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The report says what it said, but other numbers of it count: its version counts that. */
    void recount(UUID reportId) {
        jdbc.sql("update report set version = version + 1 where id = :id")
                .param("id", reportId)
                .update();
    }

    /** Puts a verified value beside the reported one; empty when the cell is untouched. The report's version counts it. */
    Optional<UUID> verify(
            UUID reportId, UUID indicatorId, BigDecimal value, @Nullable String reason, Caller caller, Basis basis) {
        return jdbc.sql("""
                        with counted as (
                            update report set version = version + 1
                            where id = :report
                              and exists (select from report_cell c where c.report_id = :report and c.indicator_id = :indicator))
                        insert into verification (report_id, indicator_id, revision_id, reported, value, reason, actor_kind, actor, mandate_id)
                        select c.report_id, c.indicator_id, c.revision_id, c.value, :value, :reason, :kind, :actor, :mandate
                        from report_cell c where c.report_id = :report and c.indicator_id = :indicator
                        returning id
                        """)
                .param("report", reportId)
                .param("indicator", indicatorId)
                .param("value", value)
                .param("reason", reason, Types.VARCHAR)
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("mandate", basis.mandateId())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }
}
