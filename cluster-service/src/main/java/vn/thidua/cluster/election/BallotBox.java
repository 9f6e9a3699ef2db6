package vn.thidua.cluster.election;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The marks of voters and, apart from them, the envelopes. What comes in here is sealed already. */
@Repository
class BallotBox {
    /**
     * A session as a voter meets it.
     *
     * @param publicKey null before the opening
     */
    record Session(
            Election.Status status, byte @org.jspecify.annotations.Nullable [] publicKey, List<UUID> candidates) {}

    private final JdbcClient jdbc;

    BallotBox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The receipt of a member that has cast its ballot. */
    Optional<UUID> receipt(UUID electionId, UUID unitId) {
        return jdbc.sql("select receipt from election_mark where election_id = :election and unit_id = :unit")
                .param("election", electionId)
                .param("unit", unitId)
                .query(UUID.class)
                .optional();
    }

    /** The session, which cannot be closed before the transaction ends; other ballots go on. */
    Optional<Session> enter(UUID electionId) {
        return jdbc.sql("""
                        select e.status, e.public_key,
                               array(select k.unit_id from election_candidate k where k.election_id = e.id) as candidates
                        from election e where e.id = :id for share of e
                        """)
                .param("id", electionId)
                .query((row, _) -> new Session(
                        Election.Status.valueOf(row.getString("status")), row.getBytes("public_key"), List.of((UUID[])
                                row.getArray("candidates").getArray())))
                .optional();
    }

    boolean isVoter(UUID electionId, UUID unitId) {
        return jdbc.sql("select exists (select from election_voter where election_id = :election and unit_id = :unit)")
                .param("election", electionId)
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    /** Marks the member; false when it has cast its ballot already, also when that was this moment elsewhere. */
    boolean mark(UUID electionId, UUID unitId, UUID receipt) {
        return jdbc.sql("""
                                insert into election_mark (election_id, unit_id, receipt) values (:election, :unit, :receipt)
                                on conflict (election_id, unit_id) do nothing
                                """)
                        .param("election", electionId)
                        .param("unit", unitId)
                        .param("receipt", receipt)
                        .update()
                == 1;
    }

    void drop(UUID electionId, byte[] envelope) {
        jdbc.sql("insert into election_envelope (election_id, envelope) values (:election, :envelope)")
                .param("election", electionId)
                .param("envelope", envelope)
                .update();
    }

    int marks(UUID electionId) {
        return jdbc.sql("select count(*) from election_mark where election_id = :id")
                .param("id", electionId)
                .query(Integer.class)
                .single();
    }

    int voters(UUID electionId) {
        return jdbc.sql("select count(*) from election_voter where election_id = :id")
                .param("id", electionId)
                .query(Integer.class)
                .single();
    }

    /** All envelopes, in the order of their bytes, which is chance. */
    List<byte[]> envelopes(UUID electionId) {
        return jdbc.sql("select envelope from election_envelope where election_id = :id order by envelope")
                .param("id", electionId)
                .query((row, _) -> row.getBytes("envelope"))
                .list();
    }
}
