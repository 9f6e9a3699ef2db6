package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.period.Period;
import vn.thidua.kit.database.Rows;

/** Self scores and assessments; every revision stays. */
@Repository
class ScoreStore {
    /** What may be said of a criterion: {@code lowest} is below zero for a penalty only. */
    record Bounds(@Nullable UUID indicatorId, BigDecimal lowest, BigDecimal maximum) {}

    /** @param kind by which a sheet says what applies */
    record PeriodRead(UUID id, Period.Kind kind) {}

    record SelfScore(
            String criterionCode,
            BigDecimal points,
            @Nullable String note,
            int revision,
            Instant givenAt) {}

    /** @param value null when the criterion does not apply to the unit */
    record Assessment(
            UUID id,
            UUID unitId,
            String criterionCode,
            @Nullable BigDecimal value,
            boolean notApplicable,
            String reason,
            int revision,
            Instant assessedAt) {}

    private final JdbcClient jdbc;

    ScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As the sheet has them for that unit. */
    Optional<Bounds> bounds(UUID scoresheetId, UUID unitId, String code) {
        return jdbc.sql("""
                        select c.indicator_id, coalesce(v.lowest, c.lowest) as lowest, coalesce(v.maximum, c.maximum) as maximum
                        from scoresheet_criterion c
                        left join scoresheet_variant v on v.scoresheet_id = c.scoresheet_id and v.code = c.code and v.unit_id = :unit
                        where c.scoresheet_id = :sheet and c.code = :code
                        """)
                .param("sheet", scoresheetId)
                .param("unit", unitId)
                .param("code", code)
                .query((row, _) -> new Bounds(
                        row.getObject("indicator_id", UUID.class),
                        row.getBigDecimal("lowest"),
                        row.getBigDecimal("maximum")))
                .optional();
    }

    boolean isMember(UUID seasonId, UUID unitId) {
        return jdbc.sql("select exists (select from season_member where season_id = :season and unit_id = :unit)")
                .param("season", seasonId)
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    /**
     * The period whose reports a sheet reads: its own, or the year's where it is a sheet of the whole season. None in a season of record,
     * which has no periods.
     */
    Optional<PeriodRead> period(UUID scoresheetId) {
        return jdbc.sql("""
                        select p.id, p.kind from scoresheet s
                        join period p on p.season_id = s.season_id
                                     and (p.id = s.period_id or (s.period_id is null and p.kind = 'YEAR'))
                        where s.id = :sheet
                        """)
                .param("sheet", scoresheetId)
                .query((row, _) ->
                        new PeriodRead(row.getObject("id", UUID.class), Period.Kind.valueOf(row.getString("kind"))))
                .optional();
    }

    /** Whether a ranking by this sheet is published; what it rests on does not move any more. */
    boolean isPublished(UUID scoresheetId) {
        return jdbc.sql("select exists (select from ranking where scoresheet_id = :sheet and status = 'PUBLISHED')")
                .param("sheet", scoresheetId)
                .query(Boolean.class)
                .single();
    }

    /** Lines up those who write about the same criterion of the same unit, until their transactions end. */
    void line(UUID scoresheetId, UUID unitId, String code) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "score/%s/%s/%s".formatted(scoresheetId, unitId, code))
                .query((_, _) -> true)
                .single();
    }

    List<SelfScore> selfScores(UUID scoresheetId, UUID unitId) {
        return jdbc.sql("""
                        select distinct on (criterion_code) criterion_code, points, note, revision, given_at
                        from self_score where scoresheet_id = :sheet and unit_id = :unit
                        order by criterion_code, revision desc
                        """)
                .param("sheet", scoresheetId)
                .param("unit", unitId)
                .query((row, _) -> new SelfScore(
                        row.getString("criterion_code"),
                        Decimals.plain(row.getBigDecimal("points")),
                        row.getString("note"),
                        row.getInt("revision"),
                        Objects.requireNonNull(Rows.instant(row, "given_at"))))
                .list();
    }

    /** The newest assessment of every criterion of every unit. */
    List<Assessment> assessments(UUID scoresheetId, List<UUID> units) {
        return jdbc.sql("""
                        select distinct on (unit_id, criterion_code) id, unit_id, criterion_code, value, not_applicable, reason,
                               revision, assessed_at
                        from assessment where scoresheet_id = :sheet and unit_id = any(:units)
                        order by unit_id, criterion_code, revision desc
                        """)
                .param("sheet", scoresheetId)
                .param("units", units.toArray(UUID[]::new))
                .query((row, _) -> new Assessment(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("criterion_code"),
                        Decimals.plainOrNull(row.getBigDecimal("value")),
                        row.getBoolean("not_applicable"),
                        row.getString("reason"),
                        row.getInt("revision"),
                        Objects.requireNonNull(Rows.instant(row, "assessed_at"))))
                .list();
    }

    void addSelfScore(
            UUID scoresheetId, UUID unitId, String code, int revision, BigDecimal points, @Nullable String note) {
        jdbc.sql("""
                        insert into self_score (scoresheet_id, unit_id, criterion_code, revision, points, note)
                        values (:sheet, :unit, :code, :revision, :points, :note)
                        """)
                .param("sheet", scoresheetId)
                .param("unit", unitId)
                .param("code", code)
                .param("revision", revision)
                .param("points", points)
                .param("note", note, Types.VARCHAR)
                .update();
    }

    void addAssessment(
            UUID scoresheetId, UUID unitId, String code, int revision, @Nullable BigDecimal value, String reason) {
        jdbc.sql("""
                        insert into assessment (scoresheet_id, unit_id, criterion_code, revision, value, not_applicable, reason)
                        values (:sheet, :unit, :code, :revision, :value, :notApplicable, :reason)
                        """)
                .param("sheet", scoresheetId)
                .param("unit", unitId)
                .param("code", code)
                .param("revision", revision)
                .param("value", value, Types.NUMERIC)
                .param("notApplicable", value == null)
                .param("reason", reason)
                .update();
    }
}
