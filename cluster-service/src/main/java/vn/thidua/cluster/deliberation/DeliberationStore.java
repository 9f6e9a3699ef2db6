package vn.thidua.cluster.deliberation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.vote.Fraction;
import vn.thidua.cluster.vote.Rules;
import vn.thidua.kit.database.Rows;

/** Writes deliberations. */
@Repository
class DeliberationStore {
    private static final String DELIBERATION = """
            select d.id, d.season_id, d.cluster_id, c.organiser_id, d.draft, d.put, d.comments_until, d.status, d.quorum_numerator,
                   d.quorum_denominator, d.threshold_numerator, d.threshold_denominator, d.base, d.version
            from deliberation d join cluster c on c.id = d.cluster_id
            where d.id = :id
            """;

    private final JdbcClient jdbc;

    DeliberationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    Optional<Deliberation> find(UUID id) {
        return read(DELIBERATION, id);
    }

    /** The deliberation, held against everybody else until the transaction ends. */
    Optional<Deliberation> lock(UUID id) {
        return read(DELIBERATION + " for update of d", id);
    }

    /** The deliberation, held against whoever would change it. */
    Optional<Deliberation> share(UUID id) {
        return read(DELIBERATION + " for share of d", id);
    }

    private Optional<Deliberation> read(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, _) -> deliberation(row))
                .optional();
    }

    /** False when another one of the season is under way. */
    boolean insert(Deliberation begun) {
        return jdbc.sql("""
                        insert into deliberation (id, season_id, cluster_id, draft, comments_until)
                        values (:id, :season, :cluster, :draft, :until) on conflict do nothing
                        """)
                        .param("id", begun.id())
                        .param("season", begun.seasonId())
                        .param("cluster", begun.clusterId())
                        .param("draft", begun.draft())
                        .param("until", begun.commentsUntil())
                        .update()
                > 0;
    }

    Optional<UUID> underWay(UUID seasonId) {
        return jdbc.sql("select id from deliberation where season_id = :season and status in ('COMMENTING', 'VOTING')")
                .param("season", seasonId)
                .query(UUID.class)
                .optional();
    }

    int unanswered(UUID id) {
        return jdbc.sql("select count(*) from draft_comment where about_id = :id and outcome is null")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void openVoting(Deliberation voting, Rules rules, List<UUID> voters) {
        jdbc.sql("insert into deliberation_voter (deliberation_id, unit_id) select :id, unnest(cast(:units as uuid[]))")
                .param("id", voting.id())
                .param("units", voters.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        update deliberation set status = 'VOTING', put = :put, quorum_numerator = :qn, quorum_denominator = :qd,
                               threshold_numerator = :tn, threshold_denominator = :td, base = :base,
                               voting_opened_at = kit.business_now(), version = :version
                        where id = :id
                        """)
                .param("id", voting.id())
                .param("put", voting.put())
                .param("qn", rules.quorum().numerator())
                .param("qd", rules.quorum().denominator())
                .param("tn", rules.threshold().numerator())
                .param("td", rules.threshold().denominator())
                .param("base", rules.base().name())
                .param("version", voting.version())
                .update();
    }

    OpenVote counted(UUID id) {
        return jdbc.sql("""
                        select count(*) filter (where v.choice = 'FOR') as votes_for,
                               count(*) filter (where v.choice = 'AGAINST') as against,
                               count(*) filter (where v.choice = 'ABSTAIN') as abstained, count(*) as eligible
                        from deliberation_voter r left join deliberation_vote v using (deliberation_id, unit_id)
                        where r.deliberation_id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new OpenVote(
                        row.getInt("votes_for"),
                        row.getInt("against"),
                        row.getInt("abstained"),
                        0,
                        row.getInt("eligible")))
                .single();
    }

    void close(Deliberation closed, OpenVote vote, OpenVote.Result result, @Nullable Integer adopted, boolean onPaper) {
        jdbc.sql("""
                        update deliberation set status = :status, closed_at = kit.business_now(), votes_for = :for,
                               votes_against = :against, votes_abstained = :abstained, votes_spoilt = :spoilt, held = :held,
                               result = :result, adopted = :adopted, version = :version
                        where id = :id
                        """)
                .param("id", closed.id())
                .param("status", closed.status().name())
                .param("for", vote.votesFor())
                .param("against", vote.against())
                .param("abstained", vote.abstained())
                .param("spoilt", onPaper ? vote.spoilt() : null, Types.INTEGER)
                .param("held", onPaper ? "PAPER" : "ELECTRONIC")
                .param("result", result.name())
                .param("adopted", adopted, Types.INTEGER)
                .param("version", closed.version())
                .update();
    }

    /** Whether a count on paper stands, recorded or confirmed. */
    boolean isCountedOnPaper(UUID id) {
        return jdbc.sql("select exists (select from paper_count where deliberation_id = :id and status <> 'REJECTED')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void withdraw(Deliberation withdrawn, String reason) {
        jdbc.sql("""
                        update deliberation set status = 'WITHDRAWN', closed_at = kit.business_now(), withdraw_reason = :reason,
                               version = :version
                        where id = :id
                        """)
                .param("id", withdrawn.id())
                .param("reason", reason)
                .param("version", withdrawn.version())
                .update();
    }

    static @Nullable Rules rules(ResultSet row) throws SQLException {
        var base = row.getString("base");
        return base == null
                ? null
                : new Rules(
                        new Fraction(row.getInt("quorum_numerator"), row.getInt("quorum_denominator")),
                        new Fraction(row.getInt("threshold_numerator"), row.getInt("threshold_denominator")),
                        Rules.Base.valueOf(base));
    }

    private static Deliberation deliberation(ResultSet row) throws SQLException {
        return new Deliberation(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getObject("organiser_id", UUID.class),
                row.getInt("draft"),
                row.getObject("put", Integer.class),
                Objects.requireNonNull(Rows.date(row, "comments_until")),
                Deliberation.Status.valueOf(row.getString("status")),
                rules(row),
                row.getLong("version"));
    }
}
