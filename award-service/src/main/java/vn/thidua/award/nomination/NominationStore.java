package vn.thidua.award.nomination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes nominations, what they were judged by, and the council's opinions. */
@Repository
class NominationStore {
    static final String COLUMNS =
            "n.id, n.award_id, n.season_id, n.unit_id, n.organiser_id, n.achievements, n.citation, n.state, n.refusal_reason, n.version";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NominationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    /** The nomination, held against other writers until the transaction ends. */
    Optional<Nomination> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from nomination n where n.id = :id for update")
                .param("id", id)
                .query((row, _) -> nomination(row))
                .optional();
    }

    /** The live nomination of the same unit for the same award and season. */
    Optional<UUID> live(UUID awardId, UUID seasonId, UUID unitId) {
        return jdbc.sql("""
                        select id from nomination
                        where award_id = :award and season_id = :season and unit_id = :unit and state <> 'REFUSED'
                        """)
                .param("award", awardId)
                .param("season", seasonId)
                .param("unit", unitId)
                .query(UUID.class)
                .optional();
    }

    /** @return false when there is a live one of that award, season and unit already */
    boolean insert(Nomination nomination) {
        return jdbc.sql("""
                                insert into nomination (id, award_id, season_id, unit_id, organiser_id, achievements, citation)
                                values (:id, :award, :season, :unit, :organiser, :achievements, :citation)
                                on conflict (award_id, season_id, unit_id) where state <> 'REFUSED' do nothing
                                """)
                        .param("id", nomination.id())
                        .param("award", nomination.awardId())
                        .param("season", nomination.seasonId())
                        .param("unit", nomination.unitId())
                        .param("organiser", nomination.organiserId())
                        .param("achievements", nomination.achievements())
                        .param("citation", nomination.citation(), Types.VARCHAR)
                        .update()
                == 1;
    }

    void update(Nomination nomination) {
        jdbc.sql("""
                        update nomination set achievements = :achievements, citation = :citation, state = :state,
                               refusal_reason = :reason, version = :version
                        where id = :id
                        """)
                .param("id", nomination.id())
                .param("achievements", nomination.achievements())
                .param("citation", nomination.citation(), Types.VARCHAR)
                .param("state", nomination.state().name())
                .param("reason", nomination.refusalReason(), Types.VARCHAR)
                .param("version", nomination.version())
                .update();
    }

    boolean isInDecision(UUID id) {
        return jdbc.sql("select exists (select from decision_nomination where nomination_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void insert(UUID nominationId, Submission submission) {
        jdbc.sql("""
                        insert into nomination_submission
                            (nomination_id, award_id, award_version, findings, candidate, candidate_rule, candidate_why,
                             election_id, ranking_id, scoresheet_id, departure_reason)
                        values (:id, :award, :version, cast(:findings as jsonb), :candidate, :rule, :why,
                                :election, :ranking, :sheet, :departure)
                        """)
                .param("id", nominationId)
                .param("award", submission.awardId())
                .param("version", submission.awardVersion())
                .param("findings", json.writeValueAsString(submission.findings()))
                .param("candidate", submission.candidate().name())
                .param("rule", submission.candidateRule().name())
                .param("why", submission.candidateWhy().name())
                .param("election", submission.electionId(), Types.OTHER)
                .param("ranking", submission.rankingId(), Types.OTHER)
                .param("sheet", submission.scoresheetId(), Types.OTHER)
                .param("departure", submission.departureReason(), Types.VARCHAR)
                .update();
    }

    void insert(Opinion opinion) {
        jdbc.sql("""
                        insert into opinion (id, nomination_id, council_unit_id, held_on, minutes_number, eligible, present,
                                             votes_for, votes_against, conclusion, departs, reason)
                        values (:id, :nomination, :council, :heldOn, :minutes, :eligible, :present,
                                :for, :against, :conclusion, :departs, :reason)
                        """)
                .param("id", opinion.id())
                .param("nomination", opinion.nominationId())
                .param("council", opinion.councilUnitId())
                .param("heldOn", opinion.heldOn())
                .param("minutes", opinion.minutesNumber())
                .param("eligible", opinion.eligible())
                .param("present", opinion.present())
                .param("for", opinion.votesFor())
                .param("against", opinion.votesAgainst())
                .param("conclusion", opinion.conclusion().name())
                .param("departs", opinion.departs())
                .param("reason", opinion.reason(), Types.VARCHAR)
                .update();
    }

    static Nomination nomination(ResultSet row) throws SQLException {
        return new Nomination(
                row.getObject("id", UUID.class),
                row.getObject("award_id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("organiser_id", UUID.class),
                row.getString("achievements"),
                row.getString("citation"),
                Nomination.State.valueOf(row.getString("state")),
                row.getString("refusal_reason"),
                row.getLong("version"));
    }
}
