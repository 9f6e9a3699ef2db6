package vn.thidua.cluster.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.vote.Fraction;
import vn.thidua.cluster.vote.Rules;

/** Writes elections: what is known of them, never who chose whom. */
@Repository
class ElectionStore {
    private static final String ELECTION = """
            select e.id, e.season_id, e.conference_id, e.cluster_id, c.organiser_id, e.title, e.quorum_numerator, e.quorum_denominator,
                   e.threshold_numerator, e.threshold_denominator, e.base, e.status, e.key_id, e.version,
                   array(select k.unit_id from election_candidate k where k.election_id = e.id order by k.unit_id) as candidates
            from election e join cluster c on c.id = e.cluster_id
            where e.id = :id
            """;

    private final JdbcClient jdbc;

    ElectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Election> find(UUID id) {
        return jdbc.sql(ELECTION)
                .param("id", id)
                .query((row, _) -> election(row))
                .optional();
    }

    /** The election, held until the transaction ends against whoever opens or closes it, and against ballots. */
    Optional<Election> lock(UUID id) {
        return jdbc.sql(ELECTION + " for update of e")
                .param("id", id)
                .query((row, _) -> election(row))
                .optional();
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    void insert(Election election) {
        var rules = election.rules();
        jdbc.sql("""
                        insert into election (id, cluster_id, season_id, conference_id, title, quorum_numerator, quorum_denominator,
                                              threshold_numerator, threshold_denominator, base)
                        values (:id, :cluster, :season, :conference, :title, :qn, :qd, :tn, :td, :base)
                        """)
                .param("id", election.id())
                .param("cluster", election.clusterId())
                .param("season", election.seasonId())
                .param("conference", election.conferenceId())
                .param("title", election.title())
                .param("qn", rules.quorum().numerator())
                .param("qd", rules.quorum().denominator())
                .param("tn", rules.threshold().numerator())
                .param("td", rules.threshold().denominator())
                .param("base", rules.base().name())
                .update();
        jdbc.sql("insert into election_candidate (election_id, unit_id) select :id, unnest(cast(:units as uuid[]))")
                .param("id", election.id())
                .param("units", election.candidates().toArray(UUID[]::new))
                .update();
    }

    /** Opens the session with those voters. */
    void open(Election opened, UUID keyId, byte[] publicKey, Collection<UUID> voters) {
        insertVoters(opened.id(), voters);
        jdbc.sql("""
                        update election set status = 'OPEN', key_id = :key, public_key = :public, opened_at = kit.business_now(),
                               version = :version
                        where id = :id
                        """)
                .param("id", opened.id())
                .param("key", keyId)
                .param("public", publicKey)
                .param("version", opened.version())
                .update();
    }

    /** Stores the count. The choices come shuffled and are written at once, so that their order tells nothing. */
    void count(Election counted, List<@Nullable UUID> shuffled, Tally tally, Result result) {
        jdbc.sql("""
                        insert into election_choice (election_id, number, unit_id)
                        select :id, c.number, c.unit_id from unnest(cast(:choices as uuid[])) with ordinality as c(unit_id, number)
                        """)
                .param("id", counted.id())
                .param("choices", shuffled.toArray(UUID[]::new))
                .update();
        writeResult(counted, tally, result, false);
        forgetEnvelopes(counted.id());
    }

    /** Stores a count on paper: there never were envelopes. */
    void countOnPaper(Election counted, Collection<UUID> voters, Tally tally, Result result) {
        insertVoters(counted.id(), voters);
        writeResult(counted, tally, result, true);
    }

    private void writeResult(Election counted, Tally tally, Result result, boolean onPaper) {
        jdbc.sql("""
                        update election_candidate k set votes = t.votes
                        from unnest(cast(:units as uuid[]), cast(:votes as int[])) as t(unit_id, votes)
                        where k.election_id = :id and k.unit_id = t.unit_id
                        """)
                .param("id", counted.id())
                .param("units", tally.votes().keySet().toArray(UUID[]::new))
                .param("votes", tally.votes().values().toArray(Integer[]::new))
                .update();
        var decided = switch (result) {
            case Result.Elected(var unit) -> Map.entry("ELECTED", Optional.of(unit));
            case Result.NoDecision(var reason) -> Map.entry(reason.name(), Optional.<UUID>empty());
        };
        jdbc.sql("""
                        update election set status = 'COUNTED', closed_at = kit.business_now(), result = :result,
                               elected_unit_id = :elected, ballots_cast = :cast, ballots_blank = :blank, held = :held, ballots_invalid = :invalid,
                               version = :version
                        where id = :id
                        """)
                .param("id", counted.id())
                .param("result", decided.getKey())
                .param("elected", decided.getValue().orElse(null), Types.OTHER)
                .param("cast", tally.cast())
                .param("blank", tally.blank())
                .param("held", onPaper ? "PAPER" : "ELECTRONIC")
                .param("invalid", onPaper ? tally.invalid() : null, Types.INTEGER)
                .param("version", counted.version())
                .update();
    }

    /** Whether a count on paper stands, recorded or confirmed. */
    boolean isCountedOnPaper(UUID id) {
        return jdbc.sql("select exists (select from paper_count where election_id = :id and status <> 'REJECTED')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void insertVoters(UUID id, Collection<UUID> voters) {
        jdbc.sql("insert into election_voter (election_id, unit_id) select :id, unnest(cast(:units as uuid[]))")
                .param("id", id)
                .param("units", voters.toArray(UUID[]::new))
                .update();
    }

    /** Ends the election without a count. */
    void makeVoid(Election ended, String reason) {
        jdbc.sql("""
                        update election set status = 'VOID', closed_at = kit.business_now(), void_reason = :reason, version = :version
                        where id = :id
                        """)
                .param("id", ended.id())
                .param("reason", reason)
                .param("version", ended.version())
                .update();
        forgetEnvelopes(ended.id());
    }

    /** Notes that the key is gone. */
    void keyDestroyed(UUID id) {
        jdbc.sql("""
                        update election set key_destroyed_at = kit.business_now()
                        where id = :id and key_destroyed_at is null and status in ('COUNTED', 'VOID')
                        """).param("id", id).update();
    }

    private void forgetEnvelopes(UUID id) {
        jdbc.sql("select forget_envelopes(:id)")
                .param("id", id)
                .query((_, _) -> 0)
                .list();
    }

    private static Election election(ResultSet row) throws SQLException {
        return new Election(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getObject("organiser_id", UUID.class),
                row.getString("title"),
                List.of((UUID[]) row.getArray("candidates").getArray()),
                new Rules(
                        new Fraction(row.getInt("quorum_numerator"), row.getInt("quorum_denominator")),
                        new Fraction(row.getInt("threshold_numerator"), row.getInt("threshold_denominator")),
                        Rules.Base.valueOf(row.getString("base"))),
                Election.Status.valueOf(row.getString("status")),
                row.getObject("key_id", UUID.class),
                row.getLong("version"));
    }
}
