package vn.thidua.award.document;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Follows a document back, as far as this service's own knowledge reaches. */
@Repository
class TrailQueries {
    /**
     * Ids to walk on by. Decision, nomination and award have their history in this service's audit; season, cluster and election
     * lie with cluster-service, ranking and scoresheet with indicator-service.
     */
    record Trail(
            @NotNull UUID documentId,
            @NotNull UUID honourId,
            @NotNull DecisionStep decision,
            @NotNull NominationStep nomination,
            @NotNull OpinionStep opinion,
            @NotNull CandidateStep candidate,
            @NotNull UUID seasonId,
            @Nullable UUID clusterId,
            @NotNull UUID unitId) {}

    record DecisionStep(
            @NotNull UUID id,
            @NotNull String number,
            @NotNull LocalDate decidedOn,
            @NotNull LocalDate issuedOn,
            @NotNull UUID authorityUnitId) {}

    /** @param awardVersion the version of the rule row by which it was judged */
    record NominationStep(
            @NotNull UUID id,
            @NotNull UUID awardId,
            long awardVersion,
            @NotNull String ruleSource,
            boolean ruleVerified,
            @NotNull Instant submittedAt) {}

    record OpinionStep(
            @NotNull UUID id,
            @NotNull UUID councilUnitId,
            @NotNull LocalDate heldOn,
            @NotNull String minutesNumber,
            @NotNull String conclusion,
            boolean departsFromCandidates,
            @Nullable String reason) {}

    /** @param standing CANDIDATE, NOT_CANDIDATE or NOT_KNOWN when it was submitted */
    record CandidateStep(
            @NotNull String standing,
            @NotNull String rule,
            @NotNull String why,
            @Nullable UUID electionId,
            @Nullable UUID rankingId,
            @Nullable UUID scoresheetId) {}

    private final JdbcClient jdbc;

    TrailQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Trail of(UUID documentId) {
        return jdbc.sql("""
                        select d.id, h.id as honour_id, x.id as decision_id, x.number, x.signed_on, x.issued_on,
                               x.authority_unit_id, n.id as nomination_id, n.award_id, n.season_id, n.unit_id, s.award_version,
                               r.state ->> 'source' as source, cast(r.state ->> 'verified' as boolean) as verified,
                               s.submitted_at, s.candidate, s.candidate_rule, s.candidate_why, s.election_id, s.ranking_id,
                               s.scoresheet_id, o.id as opinion_id, o.council_unit_id, o.held_on, o.minutes_number, o.conclusion,
                               o.departs, o.reason, c.cluster_id
                        from award_document d
                        join honour h on h.document_id = d.id
                        join decision x on x.id = d.decision_id
                        join nomination n on n.id = d.nomination_id
                        join nomination_submission s on s.nomination_id = n.id
                        join award_revision r on r.award_id = s.award_id and r.version = s.award_version
                        join opinion o on o.nomination_id = n.id
                        left join season_copy c on c.id = n.season_id
                        where d.id = :id
                        """)
                .param("id", documentId)
                .query((row, _) -> new Trail(
                        row.getObject("id", UUID.class),
                        row.getObject("honour_id", UUID.class),
                        new DecisionStep(
                                row.getObject("decision_id", UUID.class),
                                row.getString("number"),
                                Objects.requireNonNull(Rows.date(row, "signed_on")),
                                Objects.requireNonNull(Rows.date(row, "issued_on")),
                                row.getObject("authority_unit_id", UUID.class)),
                        new NominationStep(
                                row.getObject("nomination_id", UUID.class),
                                row.getObject("award_id", UUID.class),
                                row.getLong("award_version"),
                                row.getString("source"),
                                row.getBoolean("verified"),
                                Objects.requireNonNull(Rows.instant(row, "submitted_at"))),
                        new OpinionStep(
                                row.getObject("opinion_id", UUID.class),
                                row.getObject("council_unit_id", UUID.class),
                                Objects.requireNonNull(Rows.date(row, "held_on")),
                                row.getString("minutes_number"),
                                row.getString("conclusion"),
                                row.getBoolean("departs"),
                                row.getString("reason")),
                        new CandidateStep(
                                row.getString("candidate"),
                                row.getString("candidate_rule"),
                                row.getString("candidate_why"),
                                row.getObject("election_id", UUID.class),
                                row.getObject("ranking_id", UUID.class),
                                row.getObject("scoresheet_id", UUID.class)),
                        row.getObject("season_id", UUID.class),
                        row.getObject("cluster_id", UUID.class),
                        row.getObject("unit_id", UUID.class)))
                .single();
    }
}
