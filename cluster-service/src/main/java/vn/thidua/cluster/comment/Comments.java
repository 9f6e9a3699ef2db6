package vn.thidua.cluster.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.comment.CommentViews.AnswerView;
import vn.thidua.cluster.comment.CommentViews.CommentView;
import vn.thidua.cluster.comment.CommentViews.Outcome;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * Keeps what units say of something in draft, and the answers. Who may speak until when is for whoever lays it before them to ask;
 * the database refuses what comes late. Who speaks is the person behind the mandate.
 */
@Repository
public class Comments {
    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param paragraph of the draft, from 1, or null for the whole */
    public UUID onRegulation(UUID deliberation, UUID unitId, @Nullable Integer paragraph, String text, Basis basis) {
        return jdbc.sql("""
                        insert into draft_comment (deliberation_id, unit_id, paragraph, body, person_id, mandate_id)
                        select :about, :unit, :paragraph, :text, m.person_id, m.id from mandate m where m.id = :mandate
                        returning id
                        """)
                .param("about", deliberation)
                .param("unit", unitId)
                .param("paragraph", paragraph, Types.INTEGER)
                .param("text", text)
                .param("mandate", basis.mandateId())
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }

    /**
     * @param number of the version
     * @param place as the unit names it, or null for the whole
     */
    public UUID onPaper(UUID draft, int number, UUID unitId, @Nullable String place, String text, Basis basis) {
        return jdbc.sql("""
                        insert into draft_comment (draft_id, number, unit_id, place, body, person_id, mandate_id)
                        select :about, :number, :unit, :place, :text, m.person_id, m.id from mandate m where m.id = :mandate
                        returning id
                        """)
                .param("about", draft)
                .param("number", number)
                .param("unit", unitId)
                .param("place", place, Types.VARCHAR)
                .param("text", text)
                .param("mandate", basis.mandateId())
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }

    /**
     * Answers a comment, once.
     *
     * @throws vn.thidua.kit.problem.ProblemException 404 when that draft has no such comment, 409 when it was answered before
     */
    public void answer(UUID about, UUID id, Outcome outcome, String reason, Basis basis) {
        var known = jdbc.sql("select exists (select from draft_comment where id = :id and about_id = :about)")
                .param("id", id)
                .param("about", about)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var answered = jdbc.sql("""
                        update draft_comment
                        set outcome = :outcome, answer = :answer, answered_by = :mandate, answered_at = kit.business_now()
                        where id = :id and outcome is null
                        """)
                .param("id", id)
                .param("outcome", outcome.name())
                .param("answer", reason)
                .param("mandate", basis.mandateId())
                .update();
        if (answered == 0) {
            throw Problem.because(ProblemType.CONFLICT, "comment-answered").asException();
        }
    }

    /** In the order in which they were said. Names are today's. */
    public List<CommentView> list(UUID about, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select x.id, x.unit_id, unit_name(x.unit_id, kit.business_today()) as unit_name, coalesce(x.number, d.draft) as number,
                               x.paragraph, (string_to_array(r.body, E'\\n'))[x.paragraph] as passage, x.place, x.body, x.said_at,
                               p.name as said_by, x.outcome, x.answer, x.answered_at, q.name as answered_by
                        from draft_comment x
                        left join deliberation d on d.id = x.deliberation_id
                        left join regulation r on r.season_id = d.season_id and r.number = d.draft
                        left join person p on p.id = x.person_id
                        left join mandate m on m.id = x.answered_by left join person q on q.id = m.person_id
                        where x.about_id = :about and (cast(:after as uuid) is null or x.id > :after)
                        order by x.id limit :limit
                        """)
                .param("about", about)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> comment(row))
                .list();
    }

    private static CommentView comment(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new CommentView(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getInt("number"),
                row.getObject("paragraph", Integer.class),
                row.getString("passage"),
                row.getString("place"),
                row.getString("body"),
                Objects.requireNonNull(Rows.instant(row, "said_at")),
                row.getString("said_by"),
                outcome == null
                        ? null
                        : new AnswerView(
                                Outcome.valueOf(outcome),
                                row.getString("answer"),
                                Objects.requireNonNull(Rows.instant(row, "answered_at")),
                                row.getString("answered_by")));
    }
}
