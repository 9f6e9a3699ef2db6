package vn.thidua.cluster.election;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.vote.Fraction;
import vn.thidua.cluster.vote.Rules;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads elections: before the count who has voted, after it how many votes there were; never both together of one ballot. */
@Repository
class ElectionQueries {
    /** What a list is narrowed to. */
    record Filter(
            @Nullable UUID seasonId,
            @Nullable UUID conferenceId,
            @Nullable UUID after,
            int limit) {}

    record Candidate(UUID unitId, boolean isHead, @Nullable Integer votes) {}

    /** An election with all that may be seen of it. */
    record Row(
            UUID id,
            UUID seasonId,
            UUID conferenceId,
            UUID clusterId,
            String title,
            List<Candidate> candidates,
            Rules rules,
            Election.Status status,
            List<UUID> voters,
            List<UUID> voted,
            @Nullable String result,
            @Nullable UUID electedUnitId,
            @Nullable Integer cast,
            @Nullable Integer blank,
            boolean onPaper,
            @Nullable Integer invalid,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String voidReason,
            @Nullable Instant keyDestroyedAt,
            long version) {}

    record PublishedChoice(int number, @Nullable UUID choice) {}

    /** A key to be destroyed. */
    record SpentKey(UUID electionId, UUID keyId) {}

    private static final String ROWS = """
            select e.id, e.season_id, e.conference_id, e.cluster_id, e.title, e.quorum_numerator, e.quorum_denominator,
                   e.threshold_numerator, e.threshold_denominator, e.base, e.status, e.result, e.elected_unit_id,
                   e.ballots_cast, e.ballots_blank, e.held, e.ballots_invalid, e.opened_at, e.closed_at, e.void_reason, e.key_destroyed_at, e.version,
                   array(select k.unit_id from election_candidate k where k.election_id = e.id order by k.unit_id) as candidates,
                   array(select k.votes from election_candidate k where k.election_id = e.id order by k.unit_id) as votes,
                   array(select h.unit_id from headship h where h.season_id = e.season_id and h.role = 'HEAD') as heads,
                   array(select v.unit_id from election_voter v where v.election_id = e.id order by v.unit_id) as voters,
                   array(select m.unit_id from election_mark m where m.election_id = e.id order by m.unit_id) as voted
            from election e
            """;

    private final JdbcClient jdbc;

    ElectionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(ROWS + " where e.id = :id")
                .param("id", id)
                .query(ElectionQueries::row)
                .optional();
    }

    /** @param reach null for people, who see all */
    List<Row> list(Filter filter, @Nullable Reach reach) {
        return jdbc.sql(ROWS + """
                        join cluster c on c.id = e.cluster_id
                        where (cast(:season as uuid) is null or e.season_id = :season)
                          and (cast(:conference as uuid) is null or e.conference_id = :conference)
                          and (cast(:after as uuid) is null or e.id < :after)
                          and (:all or c.organiser_id = any(:units)
                               or c.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                        order by e.id desc limit :limit
                        """)
                .param("season", filter.seasonId(), Types.OTHER)
                .param("conference", filter.conferenceId(), Types.OTHER)
                .param("after", filter.after(), Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("limit", filter.limit())
                .query(ElectionQueries::row)
                .list();
    }

    /** The choices in the shuffled order in which they were written. */
    List<PublishedChoice> choices(UUID id) {
        return jdbc.sql("select number, unit_id from election_choice where election_id = :id order by number")
                .param("id", id)
                .query((row, _) -> new PublishedChoice(row.getInt("number"), row.getObject("unit_id", UUID.class)))
                .list();
    }

    /** What the feed tells of the election as it is in this transaction. */
    ElectionNews.ElectionPublished published(UUID id) {
        var row = find(id).orElseThrow();
        var votes = new TreeMap<UUID, Integer>();
        for (var candidate : row.candidates()) {
            if (candidate.votes() != null) {
                votes.put(candidate.unitId(), candidate.votes());
            }
        }
        return new ElectionNews.ElectionPublished(
                row.seasonId(),
                row.clusterId(),
                row.status(),
                row.electedUnitId(),
                votes,
                row.cast(),
                row.blank(),
                row.onPaper(),
                row.invalid(),
                row.voters().isEmpty() ? null : row.voters().size(),
                row.closedAt());
    }

    /** Keys of ended elections that are not known to be gone. */
    List<SpentKey> spentKeys() {
        return jdbc.sql("""
                        select id, key_id from election
                        where key_id is not null and key_destroyed_at is null and status in ('COUNTED', 'VOID')
                        order by id limit 100
                        """)
                .query((row, _) -> new SpentKey(row.getObject("id", UUID.class), row.getObject("key_id", UUID.class)))
                .list();
    }

    /** Whether the key belongs to no session: its election is known here, and not open with this key. */
    boolean isOrphan(UUID electionId, UUID keyId) {
        return jdbc.sql("""
                        select exists (select from election e
                                       where e.id = :id and (e.status <> 'OPEN' or e.key_id is distinct from :key))
                        """)
                .param("id", electionId)
                .param("key", keyId)
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var heads = ids(row.getArray("heads"));
        var candidates = ids(row.getArray("candidates"));
        var votes = (Integer[]) row.getArray("votes").getArray();
        var shown = new ArrayList<Candidate>();
        for (int i = 0; i < candidates.size(); i++) {
            shown.add(new Candidate(candidates.get(i), heads.contains(candidates.get(i)), votes[i]));
        }
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getString("title"),
                shown,
                new Rules(
                        new Fraction(row.getInt("quorum_numerator"), row.getInt("quorum_denominator")),
                        new Fraction(row.getInt("threshold_numerator"), row.getInt("threshold_denominator")),
                        Rules.Base.valueOf(row.getString("base"))),
                Election.Status.valueOf(row.getString("status")),
                ids(row.getArray("voters")),
                ids(row.getArray("voted")),
                row.getString("result"),
                row.getObject("elected_unit_id", UUID.class),
                row.getObject("ballots_cast", Integer.class),
                row.getObject("ballots_blank", Integer.class),
                row.getString("held").equals("PAPER"),
                row.getObject("ballots_invalid", Integer.class),
                Rows.instant(row, "opened_at"),
                Rows.instant(row, "closed_at"),
                row.getString("void_reason"),
                Rows.instant(row, "key_destroyed_at"),
                row.getLong("version"));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }
}
