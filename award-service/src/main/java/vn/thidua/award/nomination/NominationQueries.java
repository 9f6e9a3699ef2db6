package vn.thidua.award.nomination;

import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.award.candidate.Candidates;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads nominations, for those whose mandate covers the nominated unit or the organiser. */
@Repository
class NominationQueries {
    /** @param decisionId the decision it stands in, or null */
    record NominationView(
            @NotNull UUID id,
            @NotNull UUID awardId,
            @NotNull String awardName,
            @NotNull UUID seasonId,
            @Nullable String seasonName,
            @NotNull UUID unitId,
            @Nullable String unitName,
            @NotNull UUID organiserId,
            @NotNull String achievements,
            @Nullable String citation,
            @NotNull Nomination.State state,
            @Nullable String refusalReason,
            @Nullable UUID decisionId,
            long version) {}

    /** @param unitId the nominated unit */
    record Filter(
            @Nullable UUID seasonId,
            @Nullable UUID unitId,
            @Nullable UUID awardId,
            Nomination.@Nullable State state,
            @Nullable UUID after,
            int limit) {}

    private static final String VIEW = """
            select %s, a.name as award_name, s.name as season_name, d.decision_id,
                   (select u.name from kit.unit_state_copy u where u.unit_id = n.unit_id
                    order by u.during @> kit.business_today() desc, u.during desc limit 1) as unit_name
            from nomination n
            join award a on a.id = n.award_id
            left join season_copy s on s.id = n.season_id
            left join decision_nomination d on d.nomination_id = n.id
            where (n.unit_id = any(:units) or n.organiser_id = any(:units)
                   or n.unit_id in (select kit.units_and_below(:roots, kit.business_today()))
                   or n.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
            """.formatted(NominationStore.COLUMNS);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NominationQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<NominationView> find(UUID id, Reach reach) {
        return jdbc.sql(VIEW + " and n.id = :id")
                .param("id", id)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .query((row, _) -> view(row))
                .optional();
    }

    List<NominationView> list(Filter filter, Reach reach) {
        return jdbc.sql(VIEW + """
                                 and (cast(:season as uuid) is null or n.season_id = :season)
                                 and (cast(:unit as uuid) is null or n.unit_id = :unit)
                                 and (cast(:award as uuid) is null or n.award_id = :award)
                                 and (cast(:state as text) is null or n.state = :state)
                                 and (cast(:after as uuid) is null or n.id > :after)
                               order by n.id limit :limit
                               """)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("season", filter.seasonId(), Types.OTHER)
                .param("unit", filter.unitId(), Types.OTHER)
                .param("award", filter.awardId(), Types.OTHER)
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> view(row))
                .list();
    }

    /** What was kept at submission. */
    Optional<Submission> submission(UUID nominationId) {
        return jdbc.sql("""
                        select s.award_id, s.award_version, r.state ->> 'source' as source,
                               cast(r.state ->> 'verified' as boolean) as verified, s.findings, s.candidate, s.candidate_rule,
                               s.candidate_why, s.election_id, s.ranking_id, s.scoresheet_id, s.departure_reason
                        from nomination_submission s
                        join award_revision r on r.award_id = s.award_id and r.version = s.award_version
                        where s.nomination_id = :id
                        """)
                .param("id", nominationId)
                .query((row, _) -> new Submission(
                        row.getObject("award_id", UUID.class),
                        row.getLong("award_version"),
                        row.getString("source"),
                        row.getBoolean("verified"),
                        true,
                        Submission.Standing.valueOf(row.getString("candidate")),
                        Candidates.Rule.valueOf(row.getString("candidate_rule")),
                        Candidates.Why.valueOf(row.getString("candidate_why")),
                        row.getObject("election_id", UUID.class),
                        row.getObject("ranking_id", UUID.class),
                        row.getObject("scoresheet_id", UUID.class),
                        row.getString("departure_reason"),
                        json.readValue(
                                row.getString("findings"), new TypeReference<List<Submission.FindingView>>() {})))
                .optional();
    }

    Optional<Opinion> opinion(UUID nominationId) {
        return jdbc.sql("""
                        select id, nomination_id, council_unit_id, held_on, minutes_number, present, eligible, votes_for,
                               votes_against, conclusion, departs, reason
                        from opinion where nomination_id = :id
                        """)
                .param("id", nominationId)
                .query((row, _) -> new Opinion(
                        row.getObject("id", UUID.class),
                        row.getObject("nomination_id", UUID.class),
                        row.getObject("council_unit_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "held_on")),
                        row.getString("minutes_number"),
                        row.getInt("present"),
                        row.getInt("eligible"),
                        row.getInt("votes_for"),
                        row.getInt("votes_against"),
                        Opinion.Conclusion.valueOf(row.getString("conclusion")),
                        row.getBoolean("departs"),
                        row.getString("reason")))
                .optional();
    }

    private static NominationView view(ResultSet row) throws SQLException {
        var nomination = NominationStore.nomination(row);
        return new NominationView(
                nomination.id(),
                nomination.awardId(),
                row.getString("award_name"),
                nomination.seasonId(),
                row.getString("season_name"),
                nomination.unitId(),
                row.getString("unit_name"),
                nomination.organiserId(),
                nomination.achievements(),
                nomination.citation(),
                nomination.state(),
                nomination.refusalReason(),
                row.getObject("decision_id", UUID.class),
                nomination.version());
    }
}
