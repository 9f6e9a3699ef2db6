package vn.thidua.indicator.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Reads what changed in a report since it was handed in before. */
@Repository
class ChangeQueries {
    private final JdbcClient jdbc;

    ChangeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The submission that the present state is compared with: while the report is with its unit the last one, afterwards the one
     * before it, so that whoever judges a report again sees what was mended. Empty when there is none.
     */
    Optional<ReviewViews.Submission> base(UUID reportId) {
        return jdbc.sql("""
                        select s.id, s.number, s.at, s.by from report_submission s join report r on r.id = s.report_id
                        where r.id = :report order by s.number desc
                        offset (select case when status in ('SUBMITTED', 'ACCEPTED') then 1 else 0 end from report where id = :report)
                        limit 1
                        """)
                .param("report", reportId)
                .query((row, _) -> new ReviewViews.Submission(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        Objects.requireNonNull(Rows.instant(row, "at")),
                        row.getString("by")))
                .optional();
    }

    /** The cells that say something else now than in that submission, by the indicators' codes. */
    List<ReviewViews.Change> since(UUID reportId, UUID submissionId) {
        return jdbc.sql("""
                        with side as (
                            select v.id, v.indicator_id, v.value, v.qualifier, v.not_applicable, v.actuality, v.explanation, v.at, v.actor,
                                   array(select e.file_id from cell_evidence e where e.revision_id = v.id order by e.file_id) as evidence
                            from cell_revision v where v.report_id = :report),
                        before as (
                            select b.* from report_submission s cross join unnest(s.revisions) as held (id) join side b on b.id = held.id
                            where s.id = :submission)
                        select i.id as indicator_id, i.code, i.name,
                               b.id as b_id, b.value as b_value, b.qualifier as b_qualifier, b.not_applicable as b_not_applicable, b.actuality as b_actuality,
                               b.explanation as b_explanation, b.evidence as b_evidence, b.at as b_at, b.actor as b_actor,
                               a.id as a_id, a.value as a_value, a.qualifier as a_qualifier, a.not_applicable as a_not_applicable, a.actuality as a_actuality,
                               a.explanation as a_explanation, a.evidence as a_evidence, a.at as a_at, a.actor as a_actor
                        from report_cell c
                        join side a on a.id = c.revision_id
                        join indicator i on i.id = c.indicator_id
                        left join before b on b.indicator_id = c.indicator_id
                        where c.report_id = :report
                          and (a.value, a.qualifier, a.not_applicable, a.actuality, a.explanation, a.evidence)
                              is distinct from (b.value, b.qualifier, b.not_applicable, b.actuality, b.explanation, b.evidence)
                        order by i.code, i.id
                        """)
                .param("report", reportId)
                .param("submission", submissionId)
                .query((row, _) -> new ReviewViews.Change(
                        row.getObject("indicator_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        side(row, "b_"),
                        Objects.requireNonNull(side(row, "a_"))))
                .list();
    }

    private static ReviewViews.@Nullable Side side(ResultSet row, String of) throws SQLException {
        var id = row.getObject(of + "id", UUID.class);
        return id == null
                ? null
                : new ReviewViews.Side(
                        id,
                        row.getBigDecimal(of + "value"),
                        CellRows.qualifier(row, of + "qualifier"),
                        row.getBoolean(of + "not_applicable"),
                        Cell.Actuality.valueOf(row.getString(of + "actuality")),
                        row.getString(of + "explanation"),
                        List.of((UUID[]) row.getArray(of + "evidence").getArray()),
                        Objects.requireNonNull(Rows.instant(row, of + "at")),
                        row.getString(of + "actor"));
    }
}
