package vn.thidua.cluster.deliberation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.deliberation.DeliberationViews.DeliberationView;
import vn.thidua.cluster.deliberation.DeliberationViews.OpenVoterView;
import vn.thidua.cluster.vote.VoteViews.Share;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads deliberations with what the members said. Names are today's. */
@Repository
class DeliberationQueries {
    /** What a list is narrowed to. */
    record Filter(@Nullable UUID seasonId, @Nullable UUID after, int limit) {}

    private static final String ROWS = """
            select d.id, d.season_id, d.cluster_id, d.draft, d.put, d.comments_until, d.status, d.quorum_numerator,
                   d.quorum_denominator, d.threshold_numerator, d.threshold_denominator, d.base, d.votes_for, d.votes_against,
                   d.votes_abstained, d.held, d.votes_spoilt, d.result, d.adopted, d.opened_at, d.voting_opened_at, d.closed_at, d.withdraw_reason, d.version,
                   r.title, r.body, c.comments, c.unanswered, v.units, v.names, v.choices, v.moments, v.people
            from deliberation d
            join regulation r on r.season_id = d.season_id and r.number = coalesce(d.put, d.draft)
            cross join lateral (
                select count(*) as comments, count(*) filter (where x.outcome is null) as unanswered
                from draft_comment x where x.about_id = d.id) c
            cross join lateral (
                select array_agg(x.unit_id order by u.code) as units,
                       array_agg(unit_name(x.unit_id, kit.business_today()) order by u.code) as names,
                       array_agg(y.choice order by u.code) as choices, array_agg(y.voted_at order by u.code) as moments,
                       array_agg(p.name order by u.code) as people
                from deliberation_voter x join unit u on u.id = x.unit_id
                left join deliberation_vote y using (deliberation_id, unit_id)
                left join person p on p.id = y.person_id
                where x.deliberation_id = d.id) v
            """;

    private final JdbcClient jdbc;

    DeliberationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DeliberationView> find(UUID id) {
        return jdbc.sql(ROWS + " where d.id = :id")
                .param("id", id)
                .query(DeliberationQueries::row)
                .optional();
    }

    /** @param reach null for people, who see all */
    List<DeliberationView> list(Filter filter, @Nullable Reach reach) {
        return jdbc.sql(ROWS + """
                        join cluster k on k.id = d.cluster_id
                        where (cast(:season as uuid) is null or d.season_id = :season)
                          and (cast(:after as uuid) is null or d.id < :after)
                          and (:all or k.organiser_id = any(:units)
                               or k.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                        order by d.id desc limit :limit
                        """)
                .param("season", filter.seasonId(), Types.OTHER)
                .param("after", filter.after(), Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("limit", filter.limit())
                .query(DeliberationQueries::row)
                .list();
    }

    private static DeliberationView row(ResultSet row, int number) throws SQLException {
        var rules = DeliberationStore.rules(row);
        var result = row.getString("result");
        return new DeliberationView(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getInt("draft"),
                row.getObject("put", Integer.class),
                row.getString("title"),
                row.getString("body"),
                Objects.requireNonNull(Rows.date(row, "comments_until")),
                Deliberation.Status.valueOf(row.getString("status")),
                row.getInt("comments"),
                row.getInt("unanswered"),
                rules == null ? null : Share.of(rules.quorum()),
                rules == null ? null : Share.of(rules.threshold()),
                rules == null ? null : rules.base(),
                voters(row),
                row.getObject("votes_for", Integer.class),
                row.getObject("votes_against", Integer.class),
                row.getObject("votes_abstained", Integer.class),
                row.getString("held").equals("PAPER"),
                row.getObject("votes_spoilt", Integer.class),
                result == null ? null : OpenVote.Result.valueOf(result),
                row.getObject("adopted", Integer.class),
                Objects.requireNonNull(Rows.instant(row, "opened_at")),
                Rows.instant(row, "voting_opened_at"),
                Rows.instant(row, "closed_at"),
                row.getString("withdraw_reason"),
                row.getLong("version"));
    }

    private static List<OpenVoterView> voters(ResultSet row) throws SQLException {
        var units = row.getArray("units");
        if (units == null) {
            return List.of();
        }
        var ids = (UUID[]) units.getArray();
        var names = (String[]) row.getArray("names").getArray();
        var choices = (String[]) row.getArray("choices").getArray();
        var moments = (Timestamp[]) row.getArray("moments").getArray();
        var people = (String[]) row.getArray("people").getArray();
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new OpenVoterView(
                        ids[i],
                        names[i],
                        choices[i] == null ? null : Deliberation.Choice.valueOf(choices[i]),
                        moments[i] == null ? null : moments[i].toInstant(),
                        people[i]))
                .toList();
    }
}
